#pragma once
// Does the rule matter? The first k options under every rule side by side.

#include <cstddef>
#include <vector>

#include "tally/count.h"

namespace knippe::tally {

struct Counted {
  Rule rule = Rule::points;
  Outcome outcome;
  std::vector<Option> top;  ///< ascending; more than k where the last place is shared
};

struct Comparison {
  std::vector<Counted> counted;
  std::vector<Rule> refused;          ///< too many options for it
  std::vector<Option> in_all;         ///< among the first k whatever the rule, ascending
  std::vector<Option> in_some;        ///< depends on the rule, ascending
};

/// Counts by each of `rules`, for k seats: proportional rules elect k, the others rank. `question.rule` and `question.seats` are not
/// looked at. k over the number of options counts as all of them.
Comparison compare(const Profile& profile, const Totals& totals, Question question, std::size_t k, std::span<const Rule> rules);

}  // namespace knippe::tally
