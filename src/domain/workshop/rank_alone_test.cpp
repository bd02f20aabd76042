// What opening the box tells, and what it never tells.

#include "domain/workshop/rank_alone.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.h"
#include "domain/rules.h"

namespace knippe::domain {
namespace {

std::vector<GroupPicks> tables(std::initializer_list<std::pair<std::uint32_t, int>> sizes) {
  std::vector<GroupPicks> made;
  for (const auto& [group, persons] : sizes) made.push_back({GroupNumber{group}, persons, {{KeyId{1}, persons}}});
  return made;
}

std::vector<std::uint32_t> shown(std::initializer_list<std::pair<std::uint32_t, int>> sizes) {
  std::vector<std::uint32_t> numbers;
  for (const GroupPicks& table : shown_picks(tables(sizes))) numbers.push_back(table.group.value);
  return numbers;
}

using Numbers = std::vector<std::uint32_t>;

TEST(ShownPicks, AreThoseOfFourAndMore) {
  EXPECT_EQ(shown({{1, 4}, {2, 9}}), (Numbers{1, 2}));
  EXPECT_EQ(shown({{1, 3}}), Numbers{});
  EXPECT_EQ(shown({}), Numbers{});
}

TEST(ShownPicks, LeaveNoRestOfOneToThree) {
  EXPECT_EQ(shown({{1, 4}, {2, 9}, {3, 1}}), Numbers{2});
  EXPECT_EQ(shown({{1, 4}, {2, 9}, {3, 2}, {4, 2}}), (Numbers{1, 2}));
  EXPECT_EQ(shown({{0, 3}, {1, 5}}), Numbers{}) << "people without a seat";
}

TEST(ShownPicks, NeverTellTheSumOfFewerThanFour) {
  SeededRandom dice(8);
  for (int round = 0; round < 2'000; ++round) {
    std::vector<GroupPicks> room;
    int all = 0;
    for (std::uint32_t group = 0; group < 1 + dice.below(6); ++group) {
      const int persons = static_cast<int>(dice.below(7));
      room.push_back({GroupNumber{group}, persons, {}});
      all += persons;
    }
    int told = 0;
    for (const GroupPicks& table : shown_picks(room)) {
      EXPECT_GE(table.persons, picks_shown_from);
      EXPECT_TRUE(table.group);
      told += table.persons;
    }
    if (told > 0) EXPECT_TRUE(all == told || all - told >= picks_shown_from) << all << " " << told;
  }
}

TEST(PersonalBallot, SurvivesTheBoxAndRubbishIsEmpty) {
  const PersonalBallot ballot{{KeyId{3}, KeyId{1}}, {KeyId{1}}};
  EXPECT_EQ(decode_ballot(encode_ballot(ballot)), ballot);
  for (const char* rubbish : {"", "{", "[]", R"({"draft":7})"}) EXPECT_EQ(decode_ballot(rubbish), PersonalBallot{}) << rubbish;
}

TEST(PersonalBallot, GoesIntoTheBoxAndNotIntoTheLog) {
  const Event laid = BallotLaid{PhoneId{12}, {{KeyId{3}}, {}}};
  EXPECT_FALSE(WorkshopRules::is_recorded(laid));
  EXPECT_EQ(WorkshopRules::box_change(laid), BoxChange(LayBallot{"12", R"({"draft":[3],"handed_in":[]})"}));
  for (const Event& event : {Event{BoxOpened{}}, Event{RoomClosed{}}}) {
    EXPECT_TRUE(WorkshopRules::is_recorded(event));
    EXPECT_EQ(WorkshopRules::box_change(event), BoxChange(EmptyBox{}));
  }
  EXPECT_EQ(WorkshopRules::box_change(PersonHandedIn{PhoneId{12}, 1}), std::nullopt);
  EXPECT_EQ(WorkshopRules::encode(PersonHandedIn{PhoneId{12}, 1}), R"({"person":12,"round":1})");
}

TEST(SmallNumbers, AWorkshopKeepsWhatItsPeopleWerePromised) {
  Workshop older;
  apply(older, WorkshopCreated{}, {});  // from a log whose settings do not say
  AloneRound box{.round = 1, .open = false, .opened_with = 0, .handed_in = {}, .ballots = std::vector<std::vector<KeyId>>(4, {KeyId{1}}), .picks = {}};
  EXPECT_TRUE(older.may_show(box));
  Workshop newer;
  newer.settings.persons_shown_from = 5;
  EXPECT_FALSE(newer.may_show(box));
  box.ballots.push_back({KeyId{2}});
  EXPECT_TRUE(newer.may_show(box));
  box.open = true;
  EXPECT_FALSE(newer.may_show(box));
}

}  // namespace
}  // namespace knippe::domain
