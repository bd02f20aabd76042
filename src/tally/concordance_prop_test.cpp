#include "tally/concordance.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tally/elections_for_tests.h"

namespace knippe::tally {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

TEST(Concordance, AllAlikeAndAllTurned) {
  const std::vector<Ballot> alike(3, Ballot{{0, 1, 2}});
  EXPECT_EQ(concordance(3, alike), (Concordance{1, 1}));
  const std::vector<Ballot> turned{{{0, 1, 2}}, {{1, 2, 0}}, {{2, 0, 1}}};
  EXPECT_EQ(concordance(3, turned), (Concordance{0, Number(-1, 3)}));
  EXPECT_EQ(concordance(4, alike), std::nullopt);
}

TEST(Clusters, TwoCamps) {
  const std::vector<Ballot> tables{{{0, 1, 2}}, {{5, 4, 3}}, {{2, 1, 0}}, {{3, 4, 5}}, {{0, 2, 1}}};
  EXPECT_EQ(clusters(6, tables), (Groups{{0, 2, 4}, {1, 3}}));
  const std::vector<Ballot> alike(4, Ballot{{0, 1}});
  EXPECT_EQ(clusters(6, alike), (Groups{{0, 1, 2, 3}}));
}

RC_GTEST_PROP(ConcordanceProp, TauIsTheMeanOverAllPairs, ()) {
  const auto options = *rc::gen::inRange<std::size_t>(2, 6);
  std::vector<Ballot> ballots(*rc::gen::inRange<std::size_t>(3, 7));
  for (Ballot& ballot : ballots) ballot.choices = any_order(options);
  Number sum = 0;
  std::int64_t pairs = 0;
  for (std::size_t i = 0; i < ballots.size(); ++i)
    for (std::size_t j = i + 1; j < ballots.size(); ++j, ++pairs) {
      const auto& mine = ballots[i].choices;
      const auto& theirs = ballots[j].choices;
      for (std::size_t a = 0; a < options; ++a)
        for (std::size_t b = a + 1; b < options; ++b)
          sum += std::ranges::find(theirs, mine[a]) < std::ranges::find(theirs, mine[b]) ? 1 : -1;
    }
  const auto found = concordance(options, ballots);
  RC_ASSERT(found->tau == sum / (Number(pairs) * Number(options * (options - 1) / 2)));
  RC_ASSERT(found->w >= 0 && found->w <= 1);
}

}  // namespace
}  // namespace knippe::tally
