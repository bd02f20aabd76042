// Meek's count against a reference written from the definition, digit by digit, and against the definition itself in exact fractions.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tally/elimination.h"
#include "tally/meek_for_tests.h"

namespace knippe::tally {
namespace {

Number in_votes(NaiveMeek::Units units) {
  return Number(boost::multiprecision::cpp_int(units), boost::multiprecision::cpp_int(NaiveMeek::one));
}

Question any_question(const TestElection& election) {
  Question question;
  question.rule = Rule::stv_meek;
  question.unranked = *rc::gen::element(Unranked::ignored, Unranked::last);
  question.seats = *rc::gen::inRange<std::size_t>(1, election.options + 1);
  question.ties.lot = any_order(election.options);
  return question;
}

RC_GTEST_PROP(MeekProp, EveryDigitAsCountedFromTheDefinition, ()) {
  const auto election = any_election();
  const Question question = any_question(election);
  NaiveMeek naive{election, question};
  naive.count();
  const Outcome outcome = stv_meek(election.profile(), question);
  RC_ASSERT(outcome.winners == naive.elected);
  RC_ASSERT(outcome.rounds.size() == naive.stages.size());
  for (std::size_t i = 0; i < naive.stages.size(); ++i) {
    const auto& [votes, quota, residual] = naive.stages[i];
    for (Option option = 0; option < election.options; ++option) RC_ASSERT(outcome.rounds[i].votes[option] == in_votes(votes[option]));
    RC_ASSERT(*outcome.rounds[i].quota == in_votes(quota));
    RC_ASSERT(outcome.rounds[i].exhausted == in_votes(residual));
  }
}

/// Votes by option with the keep factors of a round, nothing cut.
std::vector<Number> exact_votes(const TestElection& election, Unranked unranked, const std::vector<Number>& keep) {
  std::vector<Number> votes(election.options);
  for (const auto& ballot : election.ballots) {
    Number power = ballot.weight;
    for (const auto& tier : full_tiers(election, ballot, unranked)) {
      const auto remaining = std::ranges::count_if(tier, [&](Option option) { return keep[option] > 0; });
      if (remaining == 0) continue;
      Number left = 0;
      for (const Option option : tier) {
        votes[option] += power / remaining * keep[option];
        if (keep[option] > 0) left += power / remaining * (1 - keep[option]);
      }
      power = left;
    }
  }
  return votes;
}

RC_GTEST_PROP(MeekProp, AtAnExclusionEachElectedOptionIsHeldAtTheQuota, ()) {
  const auto election = any_election();
  const Question question = any_question(election);
  const Outcome outcome = stv_meek(election.profile(), question);
  const Number near(1, 100'000);
  std::vector<Option> elected;
  for (const Round& round : outcome.rounds) {
    const auto votes = exact_votes(election, question.unranked, round.keep);
    Number sum = 0;
    for (Option option = 0; option < election.options; ++option) {
      RC_ASSERT(abs(Number(votes[option] - round.votes[option])) < near);
      sum += votes[option];
    }
    RC_ASSERT(abs(Number(sum / (question.seats + 1) - *round.quota)) < near);
    if (!round.excluded.empty())
      for (const Option option : elected) {
        const Number digits = 1'000'000'000 * round.keep[option] * *round.quota;  // few when hardly any vote is left: then a unit weighs much
        RC_ASSERT(round.keep[option] == 1 || abs(Number(votes[option] - *round.quota)) < near + 2 * votes[option] / digits);
      }
    elected.insert(elected.end(), round.elected.begin(), round.elected.end());
  }
}

}  // namespace
}  // namespace knippe::tally
