#include "store/expectations.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using ExpectationsTest = testing::StoreTest;

TEST_F(ExpectationsTest, each_browser_counts_once_and_its_first_answer_stands) {
  Room room;
  room.id = RoomId{5};
  ASSERT_TRUE(store().rooms().add(room));
  Expectations& asked = store().expectations();
  const Digest kari = sha256("kari"), ola = sha256("ola");
  EXPECT_FALSE(asked.has_answered(room.id, Moment::entry, kari).value());
  ASSERT_TRUE(asked.note(room.id, Moment::entry, 4, kari));
  ASSERT_TRUE(asked.note(room.id, Moment::entry, 1, kari));
  ASSERT_TRUE(asked.note(room.id, Moment::entry, 4, ola));
  ASSERT_TRUE(asked.note(room.id, Moment::exit, 2, kari));
  EXPECT_TRUE(asked.has_answered(room.id, Moment::entry, kari).value());
  EXPECT_EQ(asked.counts(room.id, Moment::entry).value(), (std::vector<int>{0, 0, 0, 2, 0}));
  EXPECT_EQ(asked.counts(room.id, Moment::exit).value(), (std::vector<int>{0, 1, 0, 0, 0}));
  for (const int value : {0, 6, -1}) EXPECT_EQ(asked.note(room.id, Moment::exit, value, ola).error().message_key, "expectation.value");
  ASSERT_TRUE(store().remove_room(room.id));
  EXPECT_EQ(asked.counts(room.id, Moment::entry).value(), (std::vector<int>(5, 0)));
  EXPECT_FALSE(asked.has_answered(room.id, Moment::entry, kari).value());
}

}  // namespace
}  // namespace knippe::store
