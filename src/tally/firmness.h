#pragma once
// How firm is the result? How many ballots would have to be other ones before the first k options are no longer certain to be those;
// and where the options land when the ballots are drawn again.
//
// For rules that give points per place and for approval the number is exact. The first k are T. They are altered as soon as some b
// outside T has at least as many points as some a in T (a tie at the border is no longer a certain T). Take one such pair. A ballot
// that gives them p(a) and p(b) can be replaced by one that puts b highest and a lowest, which closes their distance by s + p(a) - p(b)
// when s is the largest difference a ballot can make; nothing closes it by more. What one ballot closes does not depend on
// the others, so the fewest are found by taking those that close most first, until the distance of a and b is closed. The answer is the
// least over all pairs: fewer ballots close no pair at all.
//
// For the other rules the answer is a bound from above: so many ballots, those that put b lowest, replaced by one
// with b first and all of T last, do alter the first k; fewer, or others, may.

#include <cstdint>
#include <optional>
#include <vector>

#include "tally/count.h"

namespace knippe::tally {

struct Firmness {
  Weight ballots = 0;     ///< to be changed; 0 when the border is shared already
  bool is_exact = false;  ///< else: at most so many
  bool operator==(const Firmness&) const = default;
};

/// Nothing when no ballots can alter it (all options are among the first k, or there is no other).
std::optional<Firmness> firmness(const Profile& profile, const Question& question, std::size_t k);

/// Where an option lands in the middle 95 of 100 draws, from place 1; shared places count as the best of them.
struct PlaceInterval {
  std::size_t lowest = 0, highest = 0;
  bool operator==(const PlaceInterval&) const = default;
};

/// B. Efron's bootstrap (1979): as many ballots as there are, drawn with replacement `draws` times by SplitMix64 from `seed`, which is
/// published with the result. By option. Refused: what count() refuses; `count.too_many_ballots` over `most_for_bootstrap` (detail: it).
inline constexpr Weight most_for_bootstrap = 100'000;
Result<std::vector<PlaceInterval>> place_intervals(const Profile& profile, const Question& question, std::uint64_t seed,
                                                   std::size_t draws = 1000);

}  // namespace knippe::tally
