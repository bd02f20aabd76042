#pragma once
// From scores or victories to places, and from places to winners: what every rule that ranks has in common.

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "base/check.h"
#include "tally/count.h"
#include "tally/outcome.h"

namespace knippe::tally {

/// Options by a strict weak order, `is_better(a, b)`; those that it does not tell apart share a place, ascending.
template <class Better>
Places places_by(std::size_t option_count, Better is_better) {
  std::vector<Option> order(option_count);
  std::iota(order.begin(), order.end(), Option{0});
  std::ranges::sort(order, [&](Option a, Option b) { return is_better(a, b) || (a < b && !is_better(b, a)); });
  Places places;
  for (const Option option : order) {
    if (places.empty() || is_better(places.back().front(), option)) places.emplace_back();
    places.back().push_back(option);
  }
  return places;
}

/// Repeatedly takes off all options that none of the remaining beats. `beats(a, b)` has no circle (our bug, CHECK).
template <class Beats>
Places places_unbeaten(std::size_t option_count, Beats beats) {
  std::vector<std::size_t> beaten_by(option_count);
  for (Option a = 0; a < option_count; ++a)
    for (Option b = 0; b < option_count; ++b) beaten_by[b] += beats(a, b);
  Places places;
  std::vector<bool> is_off(option_count);
  for (std::size_t off = 0; off < option_count; off += places.back().size()) {
    std::vector<Option> unbeaten;
    for (Option option = 0; option < option_count; ++option)
      if (!is_off[option] && beaten_by[option] == 0) unbeaten.push_back(option);
    CHECK(!unbeaten.empty());
    for (const Option option : unbeaten) {
      is_off[option] = true;
      for (Option other = 0; other < option_count; ++other) beaten_by[other] -= beats(option, other);
    }
    places.push_back(std::move(unbeaten));
  }
  return places;
}

/// Makes the outcome's winners from its places. With a lot every shared place is told apart by it; without, a place that is shared
/// across the winners' border stays shared, so that there are more winners than seats. Outcome.ties says so in both cases.
void settle(Outcome& outcome, const Question& question);

}  // namespace knippe::tally
