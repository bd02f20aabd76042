#include "tally/pairs.h"

#include "tally/places.h"

namespace knippe::tally {
namespace {

template <class Against>
Outcome minimax(Rule rule, const Totals& totals, const Question& question, Against against) {
  Outcome outcome;
  outcome.rule = rule;
  const Matrix votes = totals.pairwise(question.unranked);
  std::vector<Weight> worst(votes.size());
  for (Option a = 0; a < votes.size(); ++a)
    for (Option b = 0; b < votes.size(); ++b) {
      if (a == b) continue;
      const Weight found = against(votes.at(a, b), votes.at(b, a));
      const bool is_first = b == (a == 0 ? 1u : 0u);
      worst[a] = is_first ? found : std::max(worst[a], found);
    }
  outcome.places = places_by(worst.size(), [&](Option a, Option b) { return worst[a] < worst[b]; });
  outcome.scores.assign(worst.begin(), worst.end());
  outcome.pairwise = votes;
  settle(outcome, question);
  return outcome;
}

}  // namespace

Outcome copeland(const Totals& totals, const Question& question) {
  Outcome outcome;
  outcome.rule = Rule::copeland;
  const Matrix votes = totals.pairwise(question.unranked);
  std::vector<int> balance(votes.size());
  for (Option a = 0; a < votes.size(); ++a)
    for (Option b = 0; b < votes.size(); ++b)
      balance[a] += (votes.at(a, b) > votes.at(b, a)) - (votes.at(a, b) < votes.at(b, a));
  outcome.places = places_by(balance.size(), [&](Option a, Option b) { return balance[a] > balance[b]; });
  outcome.scores.assign(balance.begin(), balance.end());
  outcome.pairwise = votes;
  settle(outcome, question);
  return outcome;
}

Outcome minimax_winning(const Totals& totals, const Question& question) {
  return minimax(Rule::minimax_winning, totals, question,
                 [](Weight pro, Weight contra) { return contra > pro ? contra : 0; });
}

Outcome minimax_margins(const Totals& totals, const Question& question) {
  return minimax(Rule::minimax_margins, totals, question, [](Weight pro, Weight contra) { return contra - pro; });
}

Outcome minimax_opposition(const Totals& totals, const Question& question) {
  return minimax(Rule::minimax_opposition, totals, question, [](Weight, Weight contra) { return contra; });
}

}  // namespace knippe::tally
