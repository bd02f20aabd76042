// Positional and pairwise rules against references written straight from the definitions.

#include "tally/pairs.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tally/elections_for_tests.h"
#include "tally/positional.h"

namespace knippe::tally {
namespace {

using Strengths = std::vector<std::vector<Number>>;

Unranked any_mode() { return *rc::gen::element(Unranked::ignored, Unranked::last); }

Number mean_points(const std::vector<Number>& points, std::size_t first, std::size_t size) {
  Number sum = 0;
  for (std::size_t place = first; place < first + size; ++place) sum += place < points.size() ? points[place] : Number(0);
  return sum / size;
}

std::vector<Number> naive_scores(const TestElection& election, Unranked unranked, const std::vector<Number>& points) {
  std::vector<Number> scores(election.options);
  for (const auto& ballot : election.ballots) {
    std::size_t first = 0;
    for (const auto& tier : full_tiers(election, ballot, unranked)) {
      for (const Option option : tier) scores[option] += mean_points(points, first, tier.size()) * ballot.weight;
      first += tier.size();
    }
  }
  return scores;
}

/// Every path without repetition, walked.
Number naive_path(const Strengths& victories, std::vector<bool>& is_walked, Option from, Option to) {
  Number best = victories[from][to];
  is_walked[from] = true;
  for (Option via = 0; via < victories.size(); ++via)
    if (!is_walked[via] && via != to && victories[from][via] > 0)
      best = std::max<Number>(best, std::min<Number>(victories[from][via], naive_path(victories, is_walked, via, to)));
  is_walked[from] = false;
  return best;
}

Strengths naive_paths(const Matrix& votes, Rule rule) {
  Strengths victories(votes.size(), std::vector<Number>(votes.size()));
  for (Option a = 0; a < votes.size(); ++a)
    for (Option b = 0; b < votes.size(); ++b) {
      const Weight won = votes.at(a, b), lost = votes.at(b, a);
      if (won <= lost) continue;
      victories[a][b] = rule == Rule::schulze_winning   ? Number(won)
                        : rule == Rule::schulze_margins ? Number(won - lost)
                        : lost == 0                     ? Number(won + 1)
                                                        : Number(won, lost);
    }
  Strengths paths = victories;
  std::vector<bool> is_walked(votes.size());
  for (Option a = 0; a < votes.size(); ++a)
    for (Option b = 0; b < votes.size(); ++b)
      if (a != b) paths[a][b] = naive_path(victories, is_walked, a, b);
  return paths;
}

/// Repeatedly takes off everyone whom nobody left beats, by looking at everyone again.
template <class Beats>
Places naive_peel(std::size_t options, Beats beats) {
  std::vector<Option> left(options);
  std::iota(left.begin(), left.end(), Option{0});
  Places places;
  while (!left.empty()) {
    std::vector<Option> off, rest;
    for (const Option a : left)
      (std::ranges::any_of(left, [&](Option b) { return beats(b, a); }) ? rest : off).push_back(a);
    places.push_back(off);
    left = rest;
  }
  return places;
}

bool walks_to(const std::vector<Lock>& locks, Option from, Option to, std::size_t steps) {
  if (from == to) return true;
  return steps > 0 && std::ranges::any_of(locks, [&](const Lock& lock) {
           return lock.winner == from && walks_to(locks, lock.loser, to, steps - 1);
         });
}

std::vector<Lock> naive_locks(const Matrix& votes, bool by_margin) {
  std::vector<Lock> all;
  for (Option a = 0; a < votes.size(); ++a)
    for (Option b = 0; b < votes.size(); ++b)
      if (votes.at(a, b) > votes.at(b, a)) all.push_back({a, b, votes.at(a, b), votes.at(b, a), true});
  const auto key = [&](const Lock& lock) {
    return std::pair(by_margin ? lock.opposing - lock.votes : -lock.votes, lock.opposing);
  };
  std::ranges::sort(all, {}, key);
  std::vector<Lock> locked;
  for (std::size_t i = 0; i < all.size();) {
    std::vector<Lock> with_equals = locked, equals;
    for (const auto k = key(all[i]); i < all.size() && key(all[i]) == k; ++i) equals.push_back(all[i]);
    with_equals.insert(with_equals.end(), equals.begin(), equals.end());
    for (const Lock& lock : equals)
      if (!walks_to(with_equals, lock.loser, lock.winner, votes.size())) locked.push_back(lock);
  }
  return locked;
}

/// Every order tried; who stands above whom in all the best.
Places naive_kemeny(const Matrix& votes) {
  std::vector<Option> order(votes.size());
  std::iota(order.begin(), order.end(), Option{0});
  Weight best = -1;
  std::vector<std::vector<bool>> ever_above;
  do {
    Weight sum = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
      for (std::size_t j = i + 1; j < order.size(); ++j) sum += votes.at(order[i], order[j]);
    if (sum < best) continue;
    if (sum > best) ever_above.assign(votes.size(), std::vector<bool>(votes.size()));
    best = sum;
    for (std::size_t i = 0; i < order.size(); ++i)
      for (std::size_t j = i + 1; j < order.size(); ++j) ever_above[order[i]][order[j]] = true;
  } while (std::ranges::next_permutation(order).found);
  return naive_peel(votes.size(), [&](Option a, Option b) { return ever_above[a][b] && !ever_above[b][a]; });
}

RC_GTEST_PROP(TotalsProp, PairsAreThoseOfTheBallots, ()) {
  const auto election = any_election();
  const Totals totals(election.profile());
  for (const auto mode : {Unranked::ignored, Unranked::last}) RC_ASSERT(totals.pairwise(mode) == naive_pairwise(election, mode));
}

RC_GTEST_PROP(TotalsProp, AddingOneByOneIsTheSameAndTakingOutUndoesIt, ()) {
  const auto election = any_election();
  const Profile profile = election.profile();
  Totals totals(profile.option_count());
  profile.for_each([&](const BallotView& ballot) { totals.add(ballot); });
  RC_ASSERT(totals == Totals(profile));
  profile.for_each([&](const BallotView& ballot) { totals.remove(ballot); });
  RC_ASSERT(totals == Totals(profile.option_count()));
}

RC_GTEST_PROP(TotalsProp, ManyStrictBallotsOfOneLengthAreCountedAlike, ()) {
  const auto options = *rc::gen::inRange<std::size_t>(1, 12);
  const auto length = *rc::gen::inRange<std::size_t>(1, options + 1);
  Profile profile(options);
  Totals totals(options);
  const Shape shape(length, 1);
  for (std::size_t i = 0; i < 160; ++i) {
    auto order = any_order(options);
    order.resize(length);
    profile.add(order);
    totals.add({order, shape, 1});
  }
  RC_ASSERT(totals == Totals(profile));
}

RC_GTEST_PROP(PositionalProp, ScoresAreThoseOfTheDefinition, ()) {
  const auto election = any_election();
  const Totals totals(election.profile());
  Question question;
  question.unranked = any_mode();
  RC_ASSERT(points(totals, question).scores == naive_scores(election, question.unranked, {5, 4, 3, 2, 1}));
  RC_ASSERT(plurality(totals, question).scores == naive_scores(election, question.unranked, {1}));
  std::vector<Number> down(election.options);
  for (std::size_t i = 0; i < down.size(); ++i) down[i] = down.size() - i;
  RC_ASSERT(borda(totals, question).scores == naive_scores(election, question.unranked, down));
}

RC_GTEST_PROP(PositionalProp, ApprovalTakesTiersWhole, ()) {
  const auto election = any_election();
  Question question;
  question.approved = *rc::gen::inRange<std::size_t>(0, 4);
  std::vector<Number> expected(election.options);
  for (const auto& ballot : election.ballots) {
    std::size_t first = 0;
    for (const auto& tier : ballot.tiers) {
      for (const Option option : tier) expected[option] += question.approved == 0 || first < question.approved ? ballot.weight : 0;
      first += tier.size();
    }
  }
  RC_ASSERT(approval(Totals(election.profile()), question).scores == expected);
}

RC_GTEST_PROP(SchulzeProp, PathsAndPlacesAreThoseOfTheDefinition, ()) {
  const auto election = any_election();
  Question question;
  question.unranked = any_mode();
  question.rule = *rc::gen::element(Rule::schulze_winning, Rule::schulze_margins, Rule::schulze_ratio);
  const auto outcome = *count(election.profile(), question);
  const auto paths = naive_paths(naive_pairwise(election, question.unranked), question.rule);
  for (Option a = 0; a < election.options; ++a)
    for (Option b = 0; b < election.options; ++b)
      RC_ASSERT(paths[a][b] == (outcome.paths ? Number(outcome.paths->at(a, b)) : outcome.path_ratios[a][b]));
  RC_ASSERT(outcome.places == naive_peel(election.options, [&](Option a, Option b) { return paths[a][b] > paths[b][a]; }));
}

RC_GTEST_PROP(RankedPairsProp, PlacesAreThoseOfTheDefinition, ()) {
  const auto election = any_election();
  Question question;
  question.unranked = any_mode();
  question.rule = *rc::gen::element(Rule::ranked_pairs_winning, Rule::ranked_pairs_margins);
  const auto locks = naive_locks(naive_pairwise(election, question.unranked), question.rule == Rule::ranked_pairs_margins);
  const auto expected = naive_peel(election.options, [&](Option a, Option b) {
    return std::ranges::any_of(locks, [&](const Lock& lock) { return lock.winner == a && lock.loser == b; });
  });
  RC_ASSERT(count(election.profile(), question)->places == expected);
}

RC_GTEST_PROP(KemenyProp, PlacesAreThoseOfAllBestOrders, ()) {
  const auto election = any_election();
  Question question;
  question.rule = Rule::kemeny;
  question.unranked = any_mode();
  RC_ASSERT(count(election.profile(), question)->places == naive_kemeny(naive_pairwise(election, question.unranked)));
}

RC_GTEST_PROP(MinimaxProp, ScoresAreTheWorstOfAll, ()) {
  const auto election = any_election();
  Question question;
  question.unranked = any_mode();
  const Totals totals(election.profile());
  const Matrix votes = naive_pairwise(election, question.unranked);
  for (Option a = 0; a < election.options; ++a) {
    std::vector<Weight> winning{0}, margins, opposition{0};
    Weight balance = 0;
    for (Option b = 0; b < election.options; ++b) {
      if (b == a) continue;
      if (votes.at(b, a) > votes.at(a, b)) winning.push_back(votes.at(b, a));
      margins.push_back(votes.at(b, a) - votes.at(a, b));
      opposition.push_back(votes.at(b, a));
      balance += margins.back() < 0 ? 1 : margins.back() > 0 ? -1 : 0;
    }
    RC_ASSERT(minimax_winning(totals, question).scores[a] == std::ranges::max(winning));
    RC_ASSERT(minimax_margins(totals, question).scores[a] == (margins.empty() ? 0 : std::ranges::max(margins)));
    RC_ASSERT(minimax_opposition(totals, question).scores[a] == std::ranges::max(opposition));
    RC_ASSERT(copeland(totals, question).scores[a] == balance);
  }
}

}  // namespace
}  // namespace knippe::tally
