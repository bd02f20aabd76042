// Points and places on ballots small enough to count by hand.

#include "tally/positional.h"

#include <gtest/gtest.h>

namespace knippe::tally {
namespace {

const std::vector<int> five_four_three{5, 4, 3};

std::vector<std::int64_t> places_of(const std::vector<Row>& rows) {
  std::vector<std::int64_t> places;
  for (const Row& row : rows) places.push_back(row.place);
  return places;
}

TEST(Points, NobodyVoted) {
  EXPECT_TRUE(points(0, {}, five_four_three).empty());
  const auto rows = points(3, {}, five_four_three);
  EXPECT_EQ(places_of(rows), (std::vector<std::int64_t>{1, 1, 1}));
  EXPECT_EQ(rows[2], (Row{2, 0, 0, 1}));
}

TEST(Points, AddsUpByPlace) {
  const std::vector<Ballot> ballots{{{2, 0, 1}}, {{2, 1, 3}}};
  const auto rows = points(5, ballots, five_four_three);
  EXPECT_EQ(rows, (std::vector<Row>{{2, 10, 2, 1}, {1, 7, 2, 2}, {0, 4, 1, 3}, {3, 3, 1, 4}, {4, 0, 0, 5}}));
}

TEST(Points, EqualPointsShareAPlaceAndTheNextIsSkipped) {
  // 0: 5+5, 1: 4+4, 2 and 3: 3 each, 4: none.
  const std::vector<Ballot> ballots{{{0, 1, 2}}, {{0, 1, 3}}};
  EXPECT_EQ(places_of(points(5, ballots, five_four_three)), (std::vector<std::int64_t>{1, 2, 3, 3, 5}));
}

TEST(Points, TheNumberOfBallotsOrdersEqualsButDoesNotPartThem) {
  // Option 4 gets its six points from two ballots, option 0 from one.
  const std::vector<int> six_three{6, 3};
  const std::vector<Ballot> ballots{{{0, 4}}, {{1, 4}}};
  const auto rows = points(5, ballots, six_three);
  EXPECT_EQ(rows[0], (Row{4, 6, 2, 1}));
  EXPECT_EQ(rows[1], (Row{0, 6, 1, 1}));
  EXPECT_EQ(rows[2], (Row{1, 6, 1, 1}));
  EXPECT_EQ(rows[3].place, 4);
}

TEST(Points, AChoiceBeyondTheLastPlaceCountsAsChosenOnly) {
  const std::vector<Ballot> ballots{{{0, 1, 2, 3}}};
  EXPECT_EQ(points(4, ballots, five_four_three)[3], (Row{3, 0, 1, 4}));
}

TEST(PointsDeathTest, ChecksItsBallots) {
  const std::vector<Ballot> unknown{{{7}}};
  const std::vector<Ballot> twice{{{1, 1}}};
  EXPECT_DEATH((void)points(3, unknown, five_four_three), "is_valid");
  EXPECT_DEATH((void)points(3, twice, five_four_three), "is_valid");
}

}  // namespace
}  // namespace knippe::tally
