#pragma once
// How alike whole rankings are, and which tables think alike.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "tally/agreement.h"
#include "tally/number.h"
#include "tally/totals.h"

namespace knippe::tally {

struct Concordance {
  Number w;    ///< M. G. Kendall and B. Babington Smith 1939, with their correction for ties: 0 when the mean places are all equal, 1 when all ballots are
  Number tau;  ///< the mean of Kendall's τ-b (1945) over all pairs of ballots, -1 to 1; where ballots differ in how much they tie, cut after nine decimals
  bool operator==(const Concordance&) const = default;
};

/// Nothing unless there are `fewest_for_agreement` ballots or more, each of which ranks all options, of which there are two or more, and puts
/// some above others. `totals` are the profile's. From the totals alone where nothing is tied, else O(n²) a ballot.
std::optional<Concordance> concordance(const Profile& profile, const Totals& totals);
std::optional<Concordance> concordance(std::size_t option_count, std::span<const Ballot> ballots);

/// The number of ways to split grows fast; over this many ballots nothing is said.
inline constexpr std::size_t most_for_clusters = 14;

/// Ballots, by index, split into the groups that think alike: of all ways to split them one with the largest sum, over the pairs in
/// one group, of their options in common less the mean over all pairs (correlation clustering, Bansal, Blum, Chawla 2004). How many
/// groups there are follows from the ballots. Each group ascending, the groups by their first. The order of choices is
/// disregarded. Nothing under `fewest_for_agreement` ballots. Best over all splits by going through subsets: O(3^m).
std::optional<std::vector<std::vector<std::size_t>>> clusters(std::size_t option_count, std::span<const Ballot> ballots);

}  // namespace knippe::tally
