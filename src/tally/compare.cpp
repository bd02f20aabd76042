#include "tally/compare.h"

#include <algorithm>

namespace knippe::tally {

void Comparison::add(Rule rule, Result<Outcome> outcome) {
  if (!outcome) {
    refused.push_back({rule, outcome.error()});
    return;
  }
  auto top = outcome->winners;
  std::ranges::sort(top);
  counted.push_back({rule, *std::move(outcome), std::move(top)});
}

void Comparison::find_common(std::size_t option_count) {
  std::vector<std::size_t> times(option_count);
  for (const Counted& each : counted)
    for (const Option option : each.top) ++times[option];
  for (Option option = 0; option < times.size(); ++option)
    if (times[option] > 0) (times[option] == counted.size() ? in_all : in_some).push_back(option);
}

Comparison compare(const Profile& profile, const Totals& totals, Question question, std::size_t k, std::span<const Rule> rules) {
  Comparison comparison;
  question.seats = std::min(k, profile.option_count());
  for (const Rule rule : rules) {
    question.rule = rule;
    comparison.add(rule, count(profile, totals, question));
  }
  comparison.find_common(profile.option_count());
  return comparison;
}

}  // namespace knippe::tally
