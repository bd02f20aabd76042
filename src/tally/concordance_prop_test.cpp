#include "tally/concordance.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

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

int leaning(const std::vector<int>& tiers, std::size_t a, std::size_t b) { return (tiers[a] < tiers[b]) - (tiers[a] > tiers[b]); }

/// τ-b of two rankings with ties, as M. G. Kendall 1945 has it: like less unlike pairs over the root of what each puts apart.
double tau_b(const std::vector<int>& one, const std::vector<int>& other) {
  double both = 0, mine = 0, theirs = 0;
  for (std::size_t a = 0; a < one.size(); ++a)
    for (std::size_t b = a + 1; b < one.size(); ++b) {
      both += leaning(one, a, b) * leaning(other, a, b);
      mine += leaning(one, a, b) != 0;
      theirs += leaning(other, a, b) != 0;
    }
  return both / std::sqrt(mine * theirs);
}

/// Kendall's W with ties: twelve times the squares of the places' sums, over what they could be at most.
double w_with_ties(const std::vector<std::vector<int>>& rankings) {
  const double m = static_cast<double>(rankings.size()), n = static_cast<double>(rankings[0].size());
  double squares = 0, ties = 0;
  for (std::size_t a = 0; a < rankings[0].size(); ++a) {
    double sum = 0;
    for (const auto& tiers : rankings) {
      double place = 1, beside = 0;
      for (const int tier : tiers) place += tier < tiers[a], beside += tier == tiers[a];
      sum += place + (beside - 1) / 2;
      ties += beside * beside - 1;  // (t³ − t) / t for each of the t
    }
    squares += (sum - m * (n + 1) / 2) * (sum - m * (n + 1) / 2);
  }
  return 12 * squares / (m * m * (n * n * n - n) - m * ties);
}

RC_GTEST_PROP(ConcordanceProp, TiesAreCountedAsKendallDoes, ()) {
  const auto options = *rc::gen::inRange<std::size_t>(2, 6);
  std::vector<std::vector<int>> rankings(*rc::gen::inRange<std::size_t>(3, 7));
  Profile profile(options);
  for (auto& tiers : rankings) {
    tiers = *rc::gen::container<std::vector<int>>(options, rc::gen::inRange(0, 4));
    if (std::ranges::count(tiers, tiers[0]) == std::ssize(tiers)) ++tiers.back();
    std::map<int, std::vector<Option>> by_tier;
    for (Option option = 0; option < options; ++option) by_tier[tiers[option]].push_back(option);
    std::vector<Option> choices;
    Shape shape;
    for (const auto& [tier, members] : by_tier) {
      choices.insert(choices.end(), members.begin(), members.end());
      shape.push_back(static_cast<std::uint16_t>(members.size()));
    }
    profile.add(choices, shape);
  }
  double sum = 0, pairs = 0;
  for (std::size_t i = 0; i < rankings.size(); ++i)
    for (std::size_t j = i + 1; j < rankings.size(); ++j, ++pairs) sum += tau_b(rankings[i], rankings[j]);
  const auto found = concordance(profile, Totals(profile));
  RC_ASSERT(std::abs(static_cast<double>(found->tau) - sum / pairs) < 2e-9);
  RC_ASSERT(std::abs(static_cast<double>(found->w) - w_with_ties(rankings)) < 1e-9);
}

TEST(Concordance, NothingWithoutOrder) {
  Profile profile(2);
  const std::vector<Option> both{0, 1};
  for (int i = 0; i < 3; ++i) profile.add(both, Shape{2});
  EXPECT_EQ(concordance(profile, Totals(profile)), std::nullopt);
}

TEST(Agreement, OverlapOfTheFirstPlaces) {
  Profile profile(4);
  profile.add(std::vector<Option>{0, 1, 2}, 2);
  profile.add(std::vector<Option>{1, 0, 3});
  EXPECT_EQ(mean_overlap(Totals(profile), 1), Number(1, 3));
  EXPECT_EQ(mean_overlap(Totals(profile), 2), 2);
  EXPECT_EQ(mean_overlap(Totals(profile), 3), 2 + Number(1, 3));
}

}  // namespace
}  // namespace knippe::tally
