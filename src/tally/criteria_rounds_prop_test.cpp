// What rules that count in rounds promise, tried on any ballots, and the stored elections (tests/tally/criteria_cases.json) that show what they do not.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tally/elections_for_tests.h"
#include "tally/published_for_tests.h"

namespace knippe::tally {
namespace {

using enum Rule;
using Options = std::vector<Option>;

Outcome counted(const TestElection& election, Rule rule) {
  Question question;
  question.rule = rule;
  return *count(election.profile(), question);
}

/// Told apart at no point by a lot or by sharing.
bool is_plain(const Outcome& outcome) { return outcome.ties.empty() && outcome.places.front().size() == 1; }

/// With a twin of `option`, the new last option, beside it on every ballot, before or behind it.
TestElection with_twin(TestElection election, Option option) {
  const Option twin = static_cast<Option>(election.options++);
  for (auto& ballot : election.ballots) {
    auto& tiers = ballot.tiers;
    const auto at = std::ranges::find(tiers, Options{option});
    tiers.insert(at + *rc::gen::inRange(0, 2), Options{twin});
  }
  return election;
}

/// No two pairs of options have majorities of one size, and none is tied: then Ranked Pairs has no equals to take together.
bool has_clear_majorities(const TestElection& election) {
  const Matrix votes = naive_pairwise(election, Unranked::ignored);
  std::vector<Weight> sizes{0};
  for (Option a = 0; a < election.options; ++a)
    for (Option b = a + 1; b < election.options; ++b) sizes.push_back(std::abs(votes.at(a, b) - votes.at(b, a)));
  std::ranges::sort(sizes);
  return std::ranges::adjacent_find(sizes) == sizes.end();
}

/// Strict and complete; its weights make ties rare.
TestElection weighted_election() {
  TestElection election{*rc::gen::inRange<std::size_t>(2, 5), {}};
  const auto count = *rc::gen::inRange(1, 8);
  for (int i = 0; i < count; ++i) {
    election.ballots.push_back(any_ballot(election.options, true));
    election.ballots.back().weight = *rc::gen::inRange<Weight>(1, 1000);
  }
  return election;
}

RC_GTEST_PROP(CriteriaRoundsProp, ATwinChangesNothingForTheOthers, ()) {
  const auto election = weighted_election();
  const Rule rule = *rc::gen::element(irv, schulze_winning, schulze_margins, ranked_pairs_winning, ranked_pairs_margins);
  const Option option = *rc::gen::inRange<Option>(0, static_cast<Option>(election.options));
  const auto cloned = with_twin(election, option);
  const Outcome before = counted(election, rule), after = counted(cloned, rule);
  if (rule == irv ? !is_plain(before) || !is_plain(after) : !has_clear_majorities(election)) return;  // rare
  Options winners = after.places.front();
  for (Option& winner : winners)
    if (winner == election.options) winner = option;
  for (const Option winner : winners) RC_ASSERT(std::ranges::count(before.places.front(), winner) == 1);
}

RC_GTEST_PROP(CriteriaRoundsProp, BucklinRaisingAWinnerKeepsItWinning, ()) {
  auto election = weighted_election();
  const Option winner = counted(election, bucklin).places.front().front();
  for (auto& ballot : election.ballots)
    if (*rc::gen::inRange(0, 2) == 1) {
      const auto at = std::ranges::find(ballot.tiers, Options{winner});
      std::rotate(ballot.tiers.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, at - ballot.tiers.begin() + 1), at, at + 1);
    }
  RC_ASSERT(std::ranges::count(counted(election, bucklin).places.front(), winner) == 1);
}

RC_GTEST_PROP(CriteriaRoundsProp, WhoHasMoreThanHalfOfTheFirstPlacesWins, ()) {
  const auto election = weighted_election();
  const auto first = counted(election, plurality);
  Weight total = 0;
  for (const auto& ballot : election.ballots) total += ballot.weight;
  const Option most = first.places.front().front();
  if (2 * first.scores[most] <= total) return;
  for (const Rule rule : {irv, coombs, bucklin, stv_scottish, stv_meek, stv_droop}) RC_ASSERT(counted(election, rule).winners == Options{most});
}

class CriteriaCase : public testing::TestWithParam<json::value> {};

/// The winner, alone, of ballots given as [weight, "A>B>C"].
Options winner_of(const json::value& value, const char* ballots, Rule rule) {
  const auto names = json::value_to<Strings>(value.at("options"));
  const bool has_twin = names.size() > split(value.at(ballots).as_array().front().at(1).as_string(), '>').size();
  Ballots election{names, Profile(names.size() - has_twin)};
  for (const auto& ballot : value.at(ballots).as_array()) election.add(tiers_of(std::string_view(ballot.at(1).as_string())), ballot.at(0).to_number<Weight>());
  Question question;
  question.rule = rule;
  return count(election.profile, question)->winners;
}

TEST_P(CriteriaCase, IsNotMet) {
  const auto& value = GetParam();
  const Rule rule = *rule_named(value.at("rule").as_string());
  const auto named = [&](const char* field) { return Options{static_cast<Option>(value.at(field).as_string()[0] - 'A')}; };
  EXPECT_EQ(winner_of(value, "before", rule), named("winner"));
  EXPECT_EQ(winner_of(value, "after", rule), named("winner_after"));
}

std::vector<json::value> cases() {
  const auto parsed = json::parse(text_of("tests/tally/criteria_cases.json"));
  return {parsed.as_array().begin(), parsed.as_array().end()};
}

INSTANTIATE_TEST_SUITE_P(Counting, CriteriaCase, testing::ValuesIn(cases()), [](const auto& info) {
  std::string name = std::string(info.param.at("rule").as_string()) + "_" + std::string(info.param.at("criterion").as_string());
  std::ranges::replace(name, '-', '_');
  return name;
});

}  // namespace
}  // namespace knippe::tally
