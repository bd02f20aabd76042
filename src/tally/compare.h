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

struct Refused {
  Rule rule = Rule::points;
  Error why;  ///< too many options for it
};

struct Comparison {
  std::vector<Counted> counted;
  std::vector<Refused> refused;
  std::vector<Option> in_all;         ///< among the first k whatever the rule, ascending
  std::vector<Option> in_some;        ///< depends on the rule, ascending

  /// A count for k seats, or that the rule refused.
  void add(Rule rule, Result<Outcome> outcome);
  /// Once, when all have been added.
  void find_common(std::size_t option_count);
};

/// Counts by each of `rules`, for k seats: proportional rules elect k, the others rank. `question.rule` and `question.seats` are not
/// looked at. k over the number of options counts as all of them.
Comparison compare(const Profile& profile, const Totals& totals, Question question, std::size_t k, std::span<const Rule> rules);

}  // namespace knippe::tally
