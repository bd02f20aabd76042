#include <algorithm>

#include "tally/elimination.h"
#include "tally/piles.h"
#include "tally/rounds.h"

namespace knippe::tally {
namespace {

/// More than half of what is not exhausted.
std::vector<Option> with_majority(const Piles& piles) {
  Number sum = 0;
  const auto open = piles.open();
  for (const Option option : open) sum += piles.votes()[option];
  auto first = most(open, piles.votes());
  if (first.size() == 1 && 2 * piles.votes()[first.front()] > sum) return first;
  return {};
}

void exclude(Piles& piles, Round& round, const std::vector<Option>& out) {
  round.excluded = out;
  for (const Option option : out) piles.close(option);
  for (const Option option : out) round.transfers.push_back(piles.move(option, 1, 0));
}

}  // namespace

Outcome irv(const Profile& profile, const Question& question) {
  Outcome outcome;
  outcome.rule = Rule::irv;
  Piles piles(profile, question.unranked);
  bool is_decided = false;
  for (auto open = piles.open(); !open.empty(); open = piles.open()) {
    Round& round = outcome.rounds.emplace_back();
    round.votes = piles.votes();
    round.exhausted = piles.exhausted();
    if (!is_decided) round.elected = with_majority(piles);
    is_decided |= !round.elected.empty();
    const auto tied = fewest(open, piles.votes());
    const auto out = open.size() == 1 ? open : ranked(tied, question.ties, false, TieBreak::About::exclusion, outcome).back();
    outcome.places.insert(outcome.places.begin(), out);
    if (out.size() == open.size()) {
      if (!is_decided) round.elected = out;
      break;
    }
    exclude(piles, round, out);
  }
  take_winners(outcome, question.seats);
  return outcome;
}

}  // namespace knippe::tally
