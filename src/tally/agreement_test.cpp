#include "tally/agreement.h"

#include <gtest/gtest.h>

#include <vector>

namespace knippe::tally {
namespace {

TEST(Agreement, IsHiddenUnderThreeBallots) {
  const std::vector<Ballot> two{{{0, 1}}, {{0, 1}}};
  EXPECT_FALSE(agreement(4, {}));
  EXPECT_FALSE(agreement(4, two));
}

TEST(Agreement, EveryoneAlikeAndEveryoneApart) {
  const std::vector<Ballot> alike{{{0, 1}}, {{1, 0}}, {{0, 1}}};
  EXPECT_EQ(agreement(6, alike), (Overlap{6, 3}));
  EXPECT_EQ(agreement(6, alike)->hundredths(), 200);
  const std::vector<Ballot> apart{{{0, 1}}, {{2, 3}}, {{4, 5}}};
  EXPECT_EQ(agreement(6, apart), (Overlap{0, 3}));
}

TEST(Agreement, TheMeanIsExactAndRoundedHalfUp) {
  // 0-1 share {0, 1}; 0-2 share {0}; 1-2 share {0}: 4 over 3 pairs.
  const std::vector<Ballot> ballots{{{0, 1}}, {{0, 1}}, {{0, 2}}};
  EXPECT_EQ(agreement(3, ballots), (Overlap{4, 3}));
  EXPECT_EQ(agreement(3, ballots)->hundredths(), 133);
  EXPECT_EQ((Overlap{1, 200}).hundredths(), 1);
  EXPECT_EQ((Overlap{1, 201}).hundredths(), 0);
}

}  // namespace
}  // namespace knippe::tally
