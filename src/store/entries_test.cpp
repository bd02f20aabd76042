#include "store/entries.h"

#include <array>
#include <set>

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;

constexpr auto home = "192.0.2.7";

class EntriesTest : public StoreTest {
 protected:
  Entries& entries() { return store().entries(); }
  /// A six-digit code that opens nothing.
  std::string wrong_code() {
    for (;;) {
      const std::string code = std::to_string(100'000 + random.below(900'000));
      if (!codes_in_use.contains(code)) return code;
    }
  }
  std::string open(RoomId room) {
    const auto code = entries().make_code(room).value();
    codes_in_use.insert(code);
    return code;
  }
  std::set<std::string> codes_in_use;
  const RoomId hall{42};
  const RoomId school{43};
};

TEST_F(EntriesTest, ACodeOpensItsRoomHoweverItIsSpaced) {
  const auto code = open(hall);
  ASSERT_EQ(code.size(), 6u);
  EXPECT_EQ(code.find_first_not_of("0123456789"), std::string::npos);
  EXPECT_EQ(entries().try_code(code, home).room, hall);
  EXPECT_EQ(entries().try_code(" " + code.substr(0, 3) + " - " + code.substr(3) + " ", home).room, hall);
  EXPECT_EQ(entries().try_code(code + "1", home).room, std::nullopt);
  EXPECT_EQ(entries().try_code("", home).room, std::nullopt);
  EXPECT_EQ(entries().code(hall), code);
  EXPECT_EQ(entries().code(school), std::nullopt);
}

TEST_F(EntriesTest, CodesSurviveARestart) {
  const auto code = open(hall);
  reopen();
  EXPECT_EQ(entries().try_code(code, home).room, hall);
  EXPECT_EQ(entries().code(hall), code);
}

TEST_F(EntriesTest, AReplacedOrDroppedCodeOpensNothing) {
  const auto first = open(hall);
  const auto second = open(hall);
  EXPECT_NE(first, second);
  EXPECT_EQ(entries().try_code(first, home).room, std::nullopt);
  EXPECT_EQ(entries().try_code(second, home).room, hall);
  EXPECT_TRUE(entries().drop_code(hall));
  EXPECT_EQ(entries().try_code(second, home).room, std::nullopt);
  EXPECT_EQ(entries().code(hall), std::nullopt);
  reopen();
  EXPECT_EQ(entries().try_code(second, home).room, std::nullopt);
}

TEST_F(EntriesTest, CodesOfOpenRoomsDiffer) {
  for (std::uint64_t room = 100; room < 400; ++room) open(RoomId{room});
  EXPECT_EQ(codes_in_use.size(), 300u);
}

TEST_F(EntriesTest, TwentyWrongCodesAMinuteFromOneAddress) {
  const auto code = open(hall);
  for (int i = 0; i < 20; ++i) EXPECT_FALSE(entries().try_code(wrong_code(), home).over_limit) << i;
  EXPECT_TRUE(entries().try_code(wrong_code(), home).over_limit);
  EXPECT_FALSE(entries().try_code(wrong_code(), "192.0.2.8").over_limit);
  EXPECT_EQ(entries().try_code(code, home).room, hall);
  EXPECT_FALSE(entries().try_code(code, home).over_limit);
  clock.advance_ms(60'000);
  EXPECT_FALSE(entries().try_code(wrong_code(), home).over_limit);
}

TEST_F(EntriesTest, ThreeHundredPhonesWithTheRightCodeBehindOneAddressAllGetIn) {
  const auto code = open(hall);
  for (int i = 0; i < 300; ++i) EXPECT_EQ(entries().try_code(code, home).room, hall);
  EXPECT_FALSE(entries().try_code(wrong_code(), home).over_limit);
}

TEST_F(EntriesTest, ThreeHundredWrongCodesAMinuteForTheServer) {
  const auto code = open(hall);
  for (int i = 0; i < 300; ++i) {
    EXPECT_FALSE(entries().try_code(wrong_code(), "10.0.0." + std::to_string(i / 20)).over_limit) << i;
  }
  EXPECT_TRUE(entries().try_code(wrong_code(), "10.0.1.1").over_limit);
  EXPECT_EQ(entries().try_code(code, "10.0.1.1").room, hall);
}

TEST_F(EntriesTest, TokensAreMadeOnceAndLeadToTheirGroup) {
  const auto table = entries().group_token(hall, GroupNumber{3}).value();
  EXPECT_EQ(table.size(), 22u);
  EXPECT_EQ(entries().group_token(hall, GroupNumber{3}), table);
  EXPECT_EQ(entries().find(table), (Entry{EntryKind::group, hall, GroupNumber{3}}));
  const std::array groups{GroupNumber{1}, GroupNumber{3}, GroupNumber{2}};
  const auto sheet = entries().group_tokens(hall, groups).value();
  EXPECT_EQ(sheet[1], table);
  EXPECT_EQ(std::set(sheet.begin(), sheet.end()).size(), 3u);
  reopen();
  EXPECT_EQ(entries().find(sheet[2]), (Entry{EntryKind::group, hall, GroupNumber{2}}));
  EXPECT_EQ(key_of(entries().find("nonsense")), "entry.unknown");
}

TEST_F(EntriesTest, AReplacedTokenOpensNothing) {
  const auto table = entries().group_token(hall, GroupNumber{3}).value();
  const auto screen = entries().projector_token(hall).value();
  ASSERT_TRUE(entries().find(table));
  ASSERT_EQ(entries().find(screen), (Entry{EntryKind::projector, hall, {}}));
  const auto new_table = entries().replace_group_token(hall, GroupNumber{3}).value();
  const auto new_screen = entries().replace_projector_token(hall).value();
  EXPECT_EQ(key_of(entries().find(table)), "entry.unknown");
  EXPECT_EQ(key_of(entries().find(screen)), "entry.unknown");
  EXPECT_EQ(entries().group_token(hall, GroupNumber{3}), new_table);
  EXPECT_EQ(entries().projector_token(hall), new_screen);
}

TEST_F(EntriesTest, DroppingAllClosesOneRoomOnly) {
  const auto code = open(hall);
  const auto table = entries().group_token(hall, GroupNumber{1}).value();
  const auto elsewhere = entries().group_token(school, GroupNumber{1}).value();
  ASSERT_TRUE(entries().find(table));
  EXPECT_TRUE(entries().drop_all(hall));
  EXPECT_EQ(entries().try_code(code, home).room, std::nullopt);
  EXPECT_EQ(key_of(entries().find(table)), "entry.unknown");
  EXPECT_TRUE(entries().find(elsewhere));
}

TEST(AddressKey, SharesWhatOneVisitorCanVary) {
  EXPECT_EQ(address_key("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(address_key("2001:db8:1:2:3:4:5:6"), address_key("2001:db8:1:2::9"));
  EXPECT_NE(address_key("2001:db8:1:2::1"), address_key("2001:db8:1:3::1"));
  EXPECT_EQ(address_key("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(address_key("fe80::1%eth0"), address_key("fe80::2"));
  EXPECT_EQ(address_key("unix"), "unix");
}

TEST(WrongTries, AMinuteSlides) {
  ManualClock clock;
  WrongTries tries(clock, 2, 100);
  EXPECT_FALSE(tries.note("a"));
  clock.advance_ms(30'000);
  EXPECT_FALSE(tries.note("a"));
  EXPECT_TRUE(tries.note("a"));
  clock.advance_ms(30'000);
  EXPECT_FALSE(tries.note("a"));
  EXPECT_TRUE(tries.note("a"));
}

}  // namespace
}  // namespace knippe::store
