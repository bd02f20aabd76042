#include "store/phones.h"

#include "store/connection.h"
#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;

class PhonesTest : public StoreTest {
 protected:
  Phones& phones() { return store().phones(); }
  const RoomId hall{42};
  const RoomId school{43};
};

TEST_F(PhonesTest, NumbersCountFromOneInEachRoom) {
  EXPECT_EQ(phones().add(hall).value().id, PhoneId{1});
  EXPECT_EQ(phones().add(hall).value().id, PhoneId{2});
  EXPECT_EQ(phones().add(school).value().id, PhoneId{1});
  EXPECT_EQ(phones().count(hall), 2u);
  EXPECT_EQ(phones().count(RoomId{44}), 0u);
}

TEST_F(PhonesTest, ACookieOpensItsOwnRoomOnly) {
  const auto phone = phones().add(hall).value();
  for (int pass = 0; pass < 2; ++pass) {
    EXPECT_EQ(phones().find(hall, phone.token), phone.id);
    EXPECT_EQ(key_of(phones().find(school, phone.token)), "phone.unknown");
    EXPECT_EQ(key_of(phones().find(hall, phone.token + "x")), "phone.unknown");
    reopen();
  }
}

TEST_F(PhonesTest, ARevokedPhoneIsOutAndItsNumberIsNotGivenAgain) {
  const auto phone = phones().add(hall).value();
  EXPECT_TRUE(phones().revoke(hall, phone.id));
  EXPECT_TRUE(phones().revoke(hall, phone.id));
  EXPECT_EQ(key_of(phones().find(hall, phone.token)), "phone.unknown");
  EXPECT_EQ(phones().add(hall).value().id, PhoneId{2});
}

TEST_F(PhonesTest, TheSameTokenGetsTheSamePhoneAgainUntilItIsRevoked) {
  const auto first = phones().find_or_add(hall, "abc").value();
  EXPECT_EQ(phones().find_or_add(hall, "abc"), first);
  EXPECT_NE(phones().find_or_add(hall, "abd"), first);
  reopen();
  EXPECT_EQ(phones().find_or_add(hall, "abc"), first);
  EXPECT_TRUE(phones().revoke(hall, first));
  EXPECT_EQ(phones().find_or_add(hall, "abc"), PhoneId{3});
}

TEST_F(PhonesTest, TheRoomIsFullAfterTwentyThousand) {
  {
    const auto connection = Connection::open(folder().database(), Connection::Use::write).value();
    ASSERT_TRUE(connection->execute("INSERT INTO phone (room, number, created) VALUES (?, ?, 0)", hall,
                                    phones_per_room_max - 1));
  }
  EXPECT_EQ(phones().add(hall).value().id, PhoneId{phones_per_room_max});
  const auto one_too_many = phones().add(hall);
  ASSERT_FALSE(one_too_many);
  EXPECT_EQ(one_too_many.error(), (Error{ErrorKind::too_many, "room.full", "20000"}));
  EXPECT_TRUE(phones().add(school));
}

}  // namespace
}  // namespace knippe::store
