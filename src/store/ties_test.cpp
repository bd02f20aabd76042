#include "store/ties.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using TiesTest = testing::StoreTest;

TEST_F(TiesTest, a_workshop_belongs_to_one_case_and_leaves_it_with_either) {
  const RoomId workshop{5}, first{6}, second{7};
  for (const RoomId id : {workshop, first, second}) {
    Room room;
    room.id = id;
    ASSERT_TRUE(store().rooms().add(room));
  }
  Ties& ties = store().ties();
  EXPECT_EQ(ties.case_of(workshop).value(), std::nullopt);
  ASSERT_TRUE(ties.tie(workshop, first));
  ASSERT_TRUE(ties.tie(workshop, second));
  EXPECT_EQ(ties.case_of(workshop).value(), second);
  ASSERT_TRUE(ties.untie(workshop));
  EXPECT_EQ(ties.case_of(workshop).value(), std::nullopt);
  ASSERT_TRUE(ties.tie(workshop, first));
  ASSERT_TRUE(store().remove_room(first));
  EXPECT_EQ(ties.case_of(workshop).value(), std::nullopt);
}

}  // namespace
}  // namespace knippe::store
