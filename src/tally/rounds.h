#pragma once
// What all rules that count in rounds share: who goes out, and how places become winners.

#include <span>
#include <vector>

#include "tally/count.h"

namespace knippe::tally {

/// The options of `among` that have the fewest (most) votes, ascending.
std::vector<Option> fewest(std::span<const Option> among, const std::vector<Number>& votes);
std::vector<Option> most(std::span<const Option> among, const std::vector<Number>& votes);
/// `options` as the lot orders them, the favoured one first; the lot must not be empty.
std::vector<Option> in_order_of_lot(std::vector<Option> options, const Ties& ties);
/// Which of the tied go out now: the lot's last, or without a lot all. Notes the tie.
std::vector<Option> go_out(const std::vector<Option>& tied, const Ties& ties, Outcome& outcome);
/// The first `seats` of the places; a last place that is shared brings more, which is noted.
void take_winners(Outcome& outcome, std::size_t seats);

}  // namespace knippe::tally
