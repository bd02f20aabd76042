#include "views/result.h"

#include <gtest/gtest.h>

#include "tally/concordance.h"
#include "views/report/hall_test.h"
#include "views/report/report.h"

namespace knippe::views {
namespace {

using domain::Stage;

std::vector<std::uint32_t> key_numbers(const RankingResult& result, std::size_t count) {
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(result.keys[i].key.value);
  return numbers;
}

TEST(Result, NobodyHasHandedIn) {
  Hall hall = open_hall(2);
  const RankingResult result = result_of(hall.w);
  EXPECT_TRUE(result.empty());
  EXPECT_EQ(result.round, 0);
  EXPECT_EQ(result.top_size(), 0U);
  EXPECT_EQ(result.keys.size(), 18U);
  EXPECT_TRUE(rounds_of(hall.w).empty());
}

TEST(Result, CountsWhatWasHandedInAndNotWhatLiesOnTheTable) {
  Hall hall = open_hall(3);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {2, 1, 3, 4, 6});
  hall.act(domain::ChooseKey{GroupNumber{3}, KeyId{18}});
  const RankingResult result = result_of(hall.w);
  EXPECT_EQ(result.handed_in, 2);
  EXPECT_EQ(result.groups, 3);
  EXPECT_EQ(key_numbers(result, 6), (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(result.keys[0], (RankedKey{KeyId{1}, 1, 9, 2, 100}));
  EXPECT_EQ(result.keys[1].place, 1);
  EXPECT_EQ(result.keys[2], (RankedKey{KeyId{3}, 3, 6, 2, 67}));
  EXPECT_EQ(result.find(KeyId{18})->points, 0);
  EXPECT_FALSE(result.agreement) << "two lists would show each what the other chose";
}

TEST(Result, ASharedLastPlaceMakesTheTopLonger) {
  Hall hall = open_hall(2);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {1, 2, 3, 4, 6});
  const RankingResult result = result_of(hall.w);
  EXPECT_EQ(result.keys[5].place, 5);
  EXPECT_EQ(result.top_size(), 6U);
  EXPECT_EQ(result.scored(), 6U);
}

TEST(Result, WholeOrdersAreComparedWhereEveryListRanksEveryKey) {
  Hall hall = open_hall(3);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {1, 2, 3, 5, 4}).rank(3, {2, 1, 3, 4, 5});
  EXPECT_FALSE(concordance_of(result_of(hall.w)));
  hall.w.keys.erase(hall.w.keys.begin() + 5, hall.w.keys.end());
  const auto orders = concordance_of(result_of(hall.w));
  ASSERT_TRUE(orders);
  EXPECT_EQ(orders->tau, tally::Number(11, 15)) << "of ten pairs of keys one, one and two stand the other way round";
  EXPECT_TRUE(report_page(hall.view(Lang::nb), hall.w, RoomId{7}, "0.1.0").contains("Kendalls τ-b er 0,73 i snitt"));
}

TEST(Result, TheLastRoundAnyoneHandedInCounts) {
  Hall hall = open_hall(2);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).stage(Stage::measures).stage(Stage::rank).rank(2, {9, 8, 7, 6, 5});
  hall.stage(Stage::measures).stage(Stage::rank);
  EXPECT_EQ(hall.w.round, 3);
  EXPECT_EQ(result_of(hall.w).round, 2);
  EXPECT_EQ(key_numbers(result_of(hall.w), 1), (std::vector<std::uint32_t>{9}));
  EXPECT_EQ(key_numbers(result_of(hall.w, 1), 1), (std::vector<std::uint32_t>{1}));
  EXPECT_TRUE(result_of(hall.w, 3).empty());
  EXPECT_EQ(rounds_of(hall.w), (std::vector<int>{1, 2}));
}

TEST(Result, ASupplementTakenBackStaysOnlyWhereItWasChosen) {
  Hall hall = open_hall(2);
  hall.stage(Stage::supplement).accept(1, "Start innenfra", "Start innenfra").accept(2, "Tid", "Mer tid");
  hall.stage(Stage::rank).rank(1, {19, 1, 2, 3, 4});
  hall.w.keys[18].retired = hall.w.keys[19].retired = true;  // the rules keep ranked keys; old journals need not
  const RankingResult result = result_of(hall.w);
  EXPECT_EQ(result.keys[0].key, KeyId{19});
  EXPECT_EQ(result.find(KeyId{20}), nullptr);
}

TEST(Result, AgreementIsSaidInFiveStepsAndExactlyRounded) {
  const auto said = [](std::int64_t shared, std::int64_t pairs) { return agreement_words(words(), {shared, pairs}, 5); };
  EXPECT_EQ(said(45, 10), "Svært enige");
  EXPECT_EQ(said(449, 100), "Ganske enige");
  EXPECT_EQ(said(35, 10), "Ganske enige");
  EXPECT_EQ(said(349, 100), "Delvis enige");
  EXPECT_EQ(said(24, 10), "Lite enige");
  EXPECT_EQ(said(0, 3), "Uenige");
  EXPECT_EQ(agreement_number(words(), {11, 3}), "3,7");
  EXPECT_EQ(agreement_number(words(Lang::en), {385, 100}), "3.9");
  EXPECT_EQ(agreement_percent({11, 3}, 5), 73);
}

TEST(Result, TheSameWorkshopGivesTheSameResult) { EXPECT_EQ(result_of(full_hall().w), result_of(full_hall().w)); }

}  // namespace
}  // namespace knippe::views
