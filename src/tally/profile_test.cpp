#include "tally/profile.h"

#include <gtest/gtest.h>

#include <array>

namespace knippe::tally {
namespace {

TEST(Profile, KeepsAStrictTopFiveOfFewOptionsInFiveBytes) {
  Profile profile(40);
  for (Option i = 0; i < 1000; ++i) profile.add(std::array<Option, 5>{i % 40, (i + 1) % 40, (i + 2) % 40, (i + 3) % 40, (i + 4) % 40});
  profile.for_each_block([](const auto& block) { EXPECT_EQ(block.cells.size() * sizeof(block.cells[0]), 5000u); });
  EXPECT_EQ(profile.total(), 1000);
}

TEST(Profile, GivesBackTiedAndWeightedBallots) {
  Profile profile(300);
  const std::array<Option, 3> choices{299, 0, 7};
  const std::array<std::uint16_t, 2> shape{2, 1};
  profile.add(choices, shape);
  profile.add(choices, shape, 12);
  profile.add(std::span<const Option>{});
  EXPECT_EQ(profile.size(), 3u);
  EXPECT_EQ(profile.total(), 14);
  Weight seen = 0;
  profile.for_each([&](const BallotView& ballot) {
    seen += ballot.weight;
    if (ballot.choices.empty()) return;
    EXPECT_EQ(std::vector<Option>(ballot.choices.begin(), ballot.choices.end()), (std::vector<Option>{299, 0, 7}));
    EXPECT_EQ(Shape(ballot.shape.begin(), ballot.shape.end()), (Shape{2, 1}));
  });
  EXPECT_EQ(seen, 14);
}

TEST(ProfileDeathTest, RefusesAnOptionNamedTwice) {
  Profile profile(4);
  EXPECT_DEATH(profile.add(std::array<Option, 2>{1, 1}), "");
  EXPECT_DEATH(profile.add(std::array<Option, 1>{4}), "");
}

}  // namespace
}  // namespace knippe::tally
