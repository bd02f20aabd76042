#include "tally/compare.h"

#include <algorithm>

namespace knippe::tally {

Comparison compare(const Profile& profile, const Totals& totals, Question question, std::size_t k, std::span<const Rule> rules) {
  Comparison comparison;
  std::vector<std::size_t> times(profile.option_count());
  question.seats = std::min(k, profile.option_count());
  for (const Rule rule : rules) {
    question.rule = rule;
    auto outcome = count(profile, totals, question);
    if (!outcome) {
      comparison.refused.push_back(rule);
      continue;
    }
    auto top = outcome->winners;
    std::ranges::sort(top);
    for (const Option option : top) ++times[option];
    comparison.counted.push_back({rule, *std::move(outcome), std::move(top)});
  }
  for (Option option = 0; option < times.size(); ++option)
    if (times[option] > 0)
      (times[option] == comparison.counted.size() ? comparison.in_all : comparison.in_some).push_back(option);
  return comparison;
}

}  // namespace knippe::tally
