#pragma once
// Positional scoring: a choice in place i gives points_per_place[i]. 5-4-3-2-1 over five places is a truncated Borda count
// (J.-C. de Borda, 1784); any vector of whole numbers may be given.

#include <cstddef>
#include <span>
#include <vector>

#include "tally/ballot.h"

namespace knippe::tally {

/// One row for every option, best first. Equal points share a place: the number of ballots that name an option never breaks
/// a tie. It only orders the listing among equals (more ballots first, then the lower index), so that the same ballots always
/// give the same list. A choice beyond the last given place gives no points but counts as chosen; an option nobody names
/// has no points. Options out of range and options named twice are our bugs (CHECK).
std::vector<Row> points(std::size_t option_count, std::span<const Ballot> ballots, std::span<const int> points_per_place);

}  // namespace knippe::tally
