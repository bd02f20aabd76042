#pragma once
// The rules by name. The names are the command line's and the formats'; they are never changed.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace knippe::tally {

enum class Rule : std::uint8_t {
  points, borda, approval, plurality,
  copeland, minimax_winning, minimax_margins, minimax_opposition,
  schulze_winning, schulze_margins, schulze_ratio,
  ranked_pairs_winning, ranked_pairs_margins, kemeny,
  irv, coombs, bucklin,
  stv_scottish, stv_meek, stv_droop, stv_hare,
};

/// All of them, in the order above.
std::span<const Rule> all_rules();
/// "ranked-pairs-winning".
std::string_view name_of(Rule rule);
std::optional<Rule> rule_named(std::string_view name);
/// Elects several proportionally (the STV family); the others rank, and several seats are their first places.
bool is_proportional(Rule rule);

}  // namespace knippe::tally
