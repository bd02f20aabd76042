#pragma once
// What all rules that count in rounds share: who goes out, and how places become winners.

#include <algorithm>
#include <span>
#include <vector>

#include "tally/count.h"

namespace knippe::tally {

template <class Range>
bool holds(const Range& options, Option option) {
  return std::ranges::find(options, option) != options.end();
}
/// The options of `among` that have the fewest (most) votes, ascending.
std::vector<Option> fewest(std::span<const Option> among, const std::vector<Number>& votes);
std::vector<Option> most(std::span<const Option> among, const std::vector<Number>& votes);
/// `tied` (ascending) told apart, the favoured first; those in one element stay equal. First by the last earlier round in which they
/// differ if `by_earlier`, then by the lot. Notes what was done when there are several.
Places ranked(const std::vector<Option>& tied, const Ties& ties, bool by_earlier, TieBreak::About about, Outcome& outcome);
/// The first `seats` of the places; a last place that is shared brings more, which is noted.
void take_winners(Outcome& outcome, std::size_t seats);

}  // namespace knippe::tally
