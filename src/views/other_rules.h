#pragma once
// Would another way to count have given another top list, and how firm is the one we have? Computed from the lists that were counted, for the
// report; too dear for what is sent live.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "tally/rule.h"
#include "views/result.h"

namespace knippe::views {

/// One rule's top k beside the workshop's own. A group is taken to put the keys it does not list below those it lists.
struct OtherRule {
  tally::Rule rule = tally::Rule::points;
  std::vector<KeyId> in;        ///< in its top k for certain and not in ours
  std::vector<KeyId> out;       ///< in ours and not in its
  std::size_t sharing = 0;      ///< keys that share the last of its k places, more than there are places left
  bool differs() const { return !in.empty() || !out.empty(); }
};

/// A key of our top k or of another rule's.
struct KeyUnderRules {
  KeyId key;
  std::size_t rules = 0;                        ///< that have it in their top k, shared last places included
  std::size_t lowest_place = 0, highest_place = 0;  ///< in the middle 95 of 100 draws of as many lists again; 0: not drawn
};

struct OtherRules {
  std::vector<OtherRule> rules;      ///< all but the workshop's own
  std::vector<tally::Rule> refused;  ///< too many keys for them
  std::vector<KeyUnderRules> keys;   ///< in our order
  std::size_t differing = 0;         ///< of `rules`
  std::optional<std::int64_t> lists_to_alter;  ///< fewest lists that would have to be others; 0: the last place is shared already; nothing where it was not looked for
  std::vector<std::vector<GroupNumber>> alike; ///< groups that chose much the same; only where there are few enough to tell exactly
};

inline constexpr std::uint64_t draw_seed = 2017;
inline constexpr std::size_t draws = 200;
/// Over this many lists nothing is drawn again; one list means little then.
inline constexpr int most_lists_to_draw = 60;
/// Over this many the fewest lists to alter are not looked for: it would take longer than a page should.
inline constexpr int most_lists_to_alter = 150;

/// Nothing under three lists, and where all keys are in the top list.
std::optional<OtherRules> other_rules(const domain::Workshop& workshop, const RankingResult& result);

}  // namespace knippe::views
