#include "views/other_rules.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "views/report/hall_test.h"
#include "views/report/report.h"

namespace knippe::views {
namespace {

using domain::Stage;

std::string report_of(const Hall& hall, Lang lang = Lang::nb) { return report_page(hall.view(lang), hall.w, RoomId{7}, "0.1.0"); }

bool says(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

/// Everyone hands in the same list.
Hall agreeing_hall() {
  Hall hall = open_hall(4);
  hall.stage(Stage::rank);
  for (std::uint32_t group = 1; group <= 4; ++group) hall.rank(group, {1, 2, 3, 4, 5});
  return hall;
}

/// Four groups put 6 last and another first; 5 is first for one only. Points prefer 5 to 6, approval 6 to 5.
Hall split_hall() {
  Hall hall = open_hall(5);
  hall.stage(Stage::rank);
  hall.rank(1, {1, 2, 3, 4, 6}).rank(2, {1, 2, 3, 4, 6}).rank(3, {1, 2, 3, 4, 6}).rank(4, {5, 1, 2, 3, 4}).rank(5, {1, 2, 3, 4, 7});
  return hall;
}

TEST(OtherRules, SayNothingUnderThreeLists) {
  Hall hall = open_hall(3);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {1, 2, 3, 4, 5});
  EXPECT_FALSE(other_rules(hall.w, result_of(hall.w)));
  EXPECT_FALSE(says(report_of(hall), "regler-h"));
}

TEST(OtherRules, NoRulePartsThoseWhoAgree) {
  const Hall hall = agreeing_hall();
  const auto found = other_rules(hall.w, result_of(hall.w));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->differing, 0U);
  EXPECT_EQ(found->rules.size() + found->refused.size(), 20U);
  ASSERT_EQ(found->keys.size(), 5U);
  for (const KeyUnderRules& each : found->keys) EXPECT_EQ(each.rules, found->rules.size() + 1);
  EXPECT_TRUE(found->alike.empty()) << "all are alike; nothing to tell apart";
  EXPECT_TRUE(says(report_of(hall), "Nei. Ingen av de 19 andre tellemåtene"));
}

TEST(OtherRules, ApprovalPrefersWhatMoreGroupsList) {
  const Hall hall = split_hall();
  const RankingResult result = result_of(hall.w);
  EXPECT_EQ(result.keys[4].key, KeyId{5});
  const auto found = other_rules(hall.w, result);
  ASSERT_TRUE(found);
  const auto approval = std::ranges::find(found->rules, tally::Rule::approval, &OtherRule::rule);
  EXPECT_EQ(approval->in, key_ids({6}));
  EXPECT_EQ(approval->out, key_ids({5}));
  EXPECT_GE(found->differing, 1U);
  EXPECT_EQ(found->keys.back().key, KeyId{6});
  EXPECT_EQ(found->lists_to_alter, 1);
  EXPECT_TRUE(says(report_of(hall), "Med uansett tellemåte: <b>"));
  EXPECT_TRUE(says(report_of(hall, Lang::en), "Depending on the way to count: "));
}

TEST(OtherRules, ASharedLastPlaceIsSaidToBeShared) {
  Hall hall = open_hall(3);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {1, 2, 3, 4, 6}).rank(3, {1, 2, 3, 4, 7});
  EXPECT_EQ(other_rules(hall.w, result_of(hall.w))->lists_to_alter, 0);
  EXPECT_TRUE(says(report_of(hall), "Den siste plassen i topp 5 er delt."));
}

TEST(OtherRules, GroupsThatChoseMuchTheSameStandTogether) {
  Hall hall = open_hall(4);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {2, 1, 3, 4, 6}).rank(3, {11, 12, 13, 14, 15}).rank(4, {12, 11, 13, 14, 16});
  const std::vector<std::vector<GroupNumber>> expected{{GroupNumber{1}, GroupNumber{2}}, {GroupNumber{3}, GroupNumber{4}}};
  EXPECT_EQ(other_rules(hall.w, result_of(hall.w))->alike, expected);
  EXPECT_TRUE(says(report_of(hall), "Gruppe 1 · Plan og bygg og Gruppe 2 · Ungdomsrådet"));
}

TEST(OtherRules, ADrawnPlaceLiesAroundTheRealOne) {
  const Hall hall = full_hall();
  const RankingResult result = result_of(hall.w);
  for (const KeyUnderRules& each : other_rules(hall.w, result)->keys) {
    EXPECT_GE(each.lowest_place, 1U);
    EXPECT_LE(each.lowest_place, static_cast<std::size_t>(result.find(each.key)->place));
    EXPECT_GE(each.highest_place, static_cast<std::size_t>(result.find(each.key)->place));
  }
}

TEST(OtherRules, TheLargestRoomIsCountedByManyRules) {
  Hall hall = crowded_hall();
  hall.stage(Stage::rank);
  for (std::uint32_t group = 1; group <= 500; ++group)
    hall.rank(group, {1 + group % 7, 8 + group % 11, 19 + group % 13, 32 + group % 5, 37 + group % 24});
  const RankingResult result = result_of(hall.w);
  const auto found = other_rules(hall.w, result);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->refused, std::vector{tally::Rule::kemeny});
  EXPECT_FALSE(found->lists_to_alter) << "too dear for so many lists";
}

}  // namespace
}  // namespace knippe::views
