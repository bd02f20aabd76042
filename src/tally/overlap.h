#pragma once
// How alike lists of favourites are, in words anyone can check: two lists have on average so many options in common. Without the exact numbers that the
// other measures need (agreement.h), so that what only shows a result need not know them.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "tally/ballot.h"

namespace knippe::tally {

/// Under this many ballots nothing is said: two would show each what the other chose.
inline constexpr std::size_t fewest_for_agreement = 3;

/// An exact, unreduced fraction: Σ C(c, 2) over the options (c = ballots that name it), over C(m, 2) for m ballots.
struct Overlap {
  std::int64_t shared = 0;  ///< options in common, summed over all pairs of ballots
  std::int64_t pairs = 0;   ///< pairs of ballots; at least 3
  /// The mean in whole hundredths, half rounded up: 377 for 3.77.
  std::int64_t hundredths() const { return (200 * shared + pairs) / (2 * pairs); }
  bool operator==(const Overlap&) const = default;
};

/// The mean overlap of all pairs of ballots, their order disregarded; nothing under `fewest_for_agreement` ballots.
std::optional<Overlap> agreement(std::size_t option_count, std::span<const Ballot> ballots);

}  // namespace knippe::tally
