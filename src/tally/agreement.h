#pragma once
// How alike the beginnings of rankings are, whatever their length.

#include <cstddef>
#include <optional>

#include "tally/number.h"
#include "tally/overlap.h"
#include "tally/totals.h"

namespace knippe::tally {

/// The mean overlap of the first k places of any ballots: on average two have so many options in common there. A tier that begins among the first k
/// counts whole.
std::optional<Number> mean_overlap(const Totals& totals, std::size_t k);

}  // namespace knippe::tally
