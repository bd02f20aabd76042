// What the rules promise: the criteria that each is known to meet, tried on any ballots, and a stored counterexample where one is known
// not to.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tally/elections_for_tests.h"

namespace knippe::tally {
namespace {

using enum Rule;

constexpr Rule ours[] = {points, borda, approval, plurality, copeland, minimax_winning, minimax_margins, minimax_opposition,
                         schulze_winning, schulze_margins, schulze_ratio, ranked_pairs_winning, ranked_pairs_margins, kemeny};
constexpr Rule condorcet[] = {copeland, minimax_winning, minimax_margins, schulze_winning, schulze_margins, schulze_ratio,
                              ranked_pairs_winning, ranked_pairs_margins, kemeny};
constexpr Rule smith[] = {copeland, schulze_winning, schulze_margins, schulze_ratio, ranked_pairs_winning, ranked_pairs_margins, kemeny};

Places places(const TestElection& election, Rule rule, Unranked unranked = Unranked::ignored) {
  Question question;
  question.rule = rule;
  question.unranked = unranked;
  return count(election.profile(), question)->places;
}

template <class Rename>
TestElection renamed(TestElection election, Rename rename) {
  for (auto& ballot : election.ballots)
    for (auto& tier : ballot.tiers)
      for (Option& option : tier) option = rename(option);
  return election;
}

/// Everyone who reaches all others by pairs not lost.
std::vector<Option> smith_set(const Matrix& votes) {
  std::vector<Option> set;
  for (Option from = 0; from < votes.size(); ++from) {
    std::vector<Option> reached{from};
    for (std::size_t i = 0; i < reached.size(); ++i)
      for (Option to = 0; to < votes.size(); ++to)
        if (std::ranges::find(reached, to) == reached.end() && votes.at(reached[i], to) >= votes.at(to, reached[i])) reached.push_back(to);
    if (reached.size() == votes.size()) set.push_back(from);
  }
  return set;
}

RC_GTEST_PROP(CriteriaProp, AnonymityAndNeutrality, ()) {
  const auto election = any_election();
  const Rule rule = *rc::gen::elementOf(std::vector<Rule>(std::begin(ours), std::end(ours)));
  auto turned = election;
  std::ranges::reverse(turned.ballots);
  RC_ASSERT(places(turned, rule) == places(election, rule));
  const auto names = any_order(election.options);
  auto expected = places(election, rule);
  for (auto& place : expected) {
    for (Option& option : place) option = names[option];
    std::ranges::sort(place);
  }
  RC_ASSERT(places(renamed(election, [&](Option option) { return names[option]; }), rule) == expected);
}

RC_GTEST_PROP(CriteriaProp, HomogeneityTenOfEachBallotKeepThePlaces, ()) {
  const auto election = any_election();
  auto more = election;
  for (auto& ballot : more.ballots) ballot.weight *= 10;
  for (const Rule rule : ours)
    if (rule != schulze_ratio)  // (w+1)/1 for a victory without opposing votes does not scale
      RC_ASSERT(places(more, rule) == places(election, rule));
}

RC_GTEST_PROP(CriteriaProp, WhoBeatsAllOthersWinsAloneAndWinnersAreOfTheSmithSet, ()) {
  const auto election = any_election();
  const auto set = smith_set(naive_pairwise(election, Unranked::last));
  if (set.size() == 1)
    for (const Rule rule : condorcet) RC_ASSERT(places(election, rule, Unranked::last).front() == set);
  for (const Rule rule : smith)
    RC_ASSERT(std::ranges::includes(set, places(election, rule, Unranked::last).front()));
}

RC_GTEST_PROP(CriteriaProp, ReversalTheOnlyWinnerIsNotTheOnlyWinnerUpsideDown, ()) {
  const auto election = any_election(true);
  RC_PRE(election.options > 1);
  auto reversed = election;
  for (auto& ballot : reversed.ballots) std::ranges::reverse(ballot.tiers);
  for (const Rule rule : {borda, copeland, schulze_winning, schulze_margins, schulze_ratio, kemeny}) {
    const auto winners = places(election, rule).front();
    if (winners.size() == 1) RC_ASSERT(places(reversed, rule).front() != winners);
  }
}

RC_GTEST_PROP(CriteriaProp, MonotonicityRaisingAWinnerKeepsItWinning, ()) {
  auto election = any_election(true);
  RC_PRE(election.options > 1 && !election.ballots.empty());
  const Rule rule = *rc::gen::element(points, borda, plurality, copeland, minimax_winning, minimax_margins, schulze_winning, schulze_margins);
  const auto winners = places(election, rule).front();
  auto& tiers = election.ballots.front().tiers;
  for (std::size_t i = 1; i < tiers.size(); ++i)
    if (tiers[i].front() == winners.front()) std::swap(tiers[i], tiers[i - 1]);
  const auto after = places(election, rule).front();
  RC_ASSERT(std::ranges::find(after, winners.front()) != after.end());
}

TEST(Criteria, PluralityMissesWhoBeatsAll) {
  const TestElection tennessee{4, {{{{0}, {1}, {2}, {3}}, 42}, {{{1}, {2}, {3}, {0}}, 26}, {{{2}, {3}, {1}, {0}}, 15}, {{{3}, {2}, {1}, {0}}, 17}}};
  EXPECT_EQ(places(tennessee, plurality).front(), std::vector<Option>{0});
  for (const Rule rule : condorcet) EXPECT_EQ(places(tennessee, rule).front(), std::vector<Option>{1});
}

TEST(Criteria, ClonesTurnBordaButNotSchulzeAndRankedPairs) {
  const TestElection two{2, {{{{0}, {1}}, 3}, {{{1}, {0}}, 2}}};
  const TestElection cloned{3, {{{{0}, {1}, {2}}, 3}, {{{1}, {2}, {0}}, 2}}};  // 2 is a clone of 1
  EXPECT_EQ(places(two, borda).front(), std::vector<Option>{0});
  EXPECT_EQ(places(cloned, borda).front(), std::vector<Option>{1});
  for (const Rule rule : {schulze_winning, schulze_margins, ranked_pairs_winning, ranked_pairs_margins})
    EXPECT_EQ(places(cloned, rule).front(), std::vector<Option>{0});
}

TEST(Count, RefusesAndDraws) {
  const TestElection even{3, {{{{0}, {1}}, 1}, {{{1}, {0}}, 1}}};
  Question question;
  question.seats = 4;
  EXPECT_EQ(count(even.profile(), question).error().message_key, "count.seats");
  question.seats = 1;
  EXPECT_EQ(count(even.profile(), question)->winners, (std::vector<Option>{0, 1}));
  question.ties.lot = {2, 1, 0};
  EXPECT_EQ(count(even.profile(), question)->winners, std::vector<Option>{1});
  EXPECT_EQ(count(even.profile(), question)->ties.front().order, (std::vector<Option>{1, 0}));
  question = {};
  question.rule = kemeny;
  EXPECT_EQ(count(TestElection{21, {}}.profile(), question).error().message_key, "count.too_many_options");
}

}  // namespace
}  // namespace knippe::tally
