#include "store/address_pace.h"

#include <gtest/gtest.h>

#include "store/testing.h"

namespace knippe::store {
namespace {

using AddressPaceTest = testing::StoreTest;

TEST_F(AddressPaceTest, a_hall_behind_one_address_is_held_and_not_refused_and_a_flood_is_refused) {
  AddressPace pace(clock);
  const RoomId room{5}, other{6};
  for (std::size_t n = 0; n < AddressPace::unread_from; ++n) ASSERT_EQ(pace.note(room, "192.0.2.7"), Pace::usual);
  for (std::size_t n = AddressPace::unread_from; n < AddressPace::flood_from; ++n) ASSERT_EQ(pace.note(room, "192.0.2.7"), Pace::unread);
  EXPECT_EQ(pace.note(room, "192.0.2.7"), Pace::flood);
  EXPECT_EQ(pace.note(room, "::ffff:192.0.2.7"), Pace::flood);
  EXPECT_EQ(pace.note(room, "192.0.2.8"), Pace::usual);
  EXPECT_EQ(pace.note(other, "192.0.2.7"), Pace::usual);
  clock.advance_ms(AddressPace::window_ms);
  EXPECT_EQ(pace.note(room, "192.0.2.7"), Pace::usual);
}

TEST_F(AddressPaceTest, an_ipv6_network_is_one_address) {
  AddressPace pace(clock);
  for (std::size_t n = 0; n < AddressPace::unread_from; ++n) ASSERT_EQ(pace.note(RoomId{5}, "2001:db8::" + std::to_string(n + 1)), Pace::usual);
  EXPECT_EQ(pace.note(RoomId{5}, "2001:db8::ffff"), Pace::unread);
}

}  // namespace
}  // namespace knippe::store
