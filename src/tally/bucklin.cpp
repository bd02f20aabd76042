#include <algorithm>
#include <map>

#include "tally/elimination.h"
#include "tally/rounds.h"

namespace knippe::tally {
namespace {

using Votes = std::vector<Number>;

void add(Votes& votes, const std::vector<Weight>& weights, std::size_t size) {
  for (std::size_t option = 0; option < votes.size(); ++option)
    if (weights[option]) votes[option] += Number(weights[option], size);
}

/// What place `place` (from 0) adds for options that ballots do not name: those of one length share the places after it.
void add_unnamed(Votes& votes, const Totals& totals, std::size_t place) {
  const std::size_t options = votes.size();
  std::map<std::uint16_t, std::vector<Weight>> named;
  for (const auto& [standing, weights] : totals.standings()) {
    auto& sum = named.try_emplace(standing.length, options).first->second;
    for (std::size_t option = 0; option < options; ++option) sum[option] += weights[option];
  }
  for (const auto& [length, weight] : totals.lengths()) {
    if (length > place || length == options) continue;
    const auto of_length = named.find(length);
    for (std::size_t option = 0; option < options; ++option) {
      const Weight names = of_length == named.end() ? 0 : of_length->second[option];
      votes[option] += Number(weight - names, options - length);
    }
  }
}

void add_place(Votes& votes, const Totals& totals, Unranked unranked, std::size_t place) {
  for (const auto& [standing, weights] : totals.standings())
    if (standing.first <= place && place < std::size_t{standing.first} + standing.size) add(votes, weights, standing.size);
  if (unranked == Unranked::last) add_unnamed(votes, totals, place);
}

/// The next places: `options` by their votes.
void take(std::vector<Option> options, const Votes& votes, const Ties& ties, Outcome& outcome) {
  while (!options.empty()) {
    const auto equal = most(options, votes);
    for (const auto& group : ranked(equal, ties, false, TieBreak::About::place, outcome)) outcome.places.push_back(group);
    std::erase_if(options, [&](Option option) { return holds(equal, option); });
  }
}

}  // namespace

Outcome bucklin(const Totals& totals, const Question& question) {
  Outcome outcome;
  outcome.rule = Rule::bucklin;
  Votes votes(totals.option_count());
  outcome.scores = votes;
  std::vector<Option> left;
  for (Option option = 0; option < votes.size(); ++option) left.push_back(option);
  for (std::size_t place = 0; place < totals.option_count() && !left.empty(); ++place) {
    add_place(votes, totals, question.unranked, place);
    Round& round = outcome.rounds.emplace_back();
    round.votes = votes;
    std::ranges::copy_if(left, std::back_inserter(round.elected), [&](Option o) { return 2 * votes[o] > totals.total(); });
    for (const Option option : left) outcome.scores[option] = votes[option];
    std::erase_if(left, [&](Option option) { return holds(round.elected, option); });
    take(round.elected, votes, question.ties, outcome);
  }
  take(left, votes, question.ties, outcome);
  take_winners(outcome, question.seats);
  return outcome;
}

}  // namespace knippe::tally
