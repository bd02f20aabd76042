#pragma once
// The counted result of a workshop in the shape pages want: keys instead of option numbers, groups instead of ballots.
// The same workshop always gives the same result; the counting itself is tally's.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/workshop/workshop.h"
#include "tally/overlap.h"
#include "views/lang.h"

namespace knippe::tally {
struct Concordance;
}

namespace knippe::views {

/// As a round: the last one in which any group handed in.
inline constexpr int counted = 0;

struct RankedKey {
  KeyId key;
  std::int64_t place = 0;      ///< from 1; equal points share a place: 1, 2, 3, 3, 5
  std::int64_t points = 0;
  std::int64_t chosen_by = 0;  ///< groups that have it on their list
  int percent = 0;             ///< of the best key's points, for a bar: 0..100
  bool operator==(const RankedKey&) const = default;
};

/// One list that was counted.
struct GroupBallot {
  GroupNumber group;  ///< 0: a person's, and nobody knows whose
  std::vector<KeyId> choices;
  bool operator==(const GroupBallot&) const = default;
};

struct RankingResult {
  int round = 0;                                   ///< 0: nobody has handed in
  int places = 0;                                  ///< k of the top k
  int groups = 0;                                  ///< in the room
  int handed_in = 0;                               ///< lists that were counted
  std::vector<RankedKey> keys;                     ///< all that can be or were chosen, best first, zero points last
  std::vector<GroupBallot> ballots;                ///< by group number; persons' by content
  bool by_persons = false;                         ///< the persons' own lists were counted, not the groups'
  std::optional<tally::Overlap> agreement;         ///< nothing under three lists

  bool empty() const { return handed_in == 0; }
  /// How many of `keys` stand in places 1..k with points; more than k when the last place is shared.
  std::size_t top_size() const;
  /// How many of `keys` have points at all.
  std::size_t scored() const;
  /// The row of a key, or nullptr.
  const RankedKey* find(KeyId key) const;
  bool operator==(const RankingResult&) const = default;
};

/// Whose lists are counted: those that make the result by the set-up, or the groups' in any case.
enum class Whose { set_up, groups };

/// Counts the lists handed in in `round` by the workshop's own rule.
RankingResult result_of(const domain::Workshop& workshop, int round = counted, Whose whose = Whose::set_up);
/// The rounds with anything to count, in order.
std::vector<int> rounds_of(const domain::Workshop& workshop, Whose whose = Whose::set_up);
/// How alike the whole orders are, where every counted list ranks every key; nothing otherwise.
std::optional<tally::Concordance> concordance_of(const RankingResult& result);

/// "Svært enige" … "Uenige": the share of a list that two groups have in common, in five steps (9/10, 7/10, 5/10, 3/10).
std::string_view agreement_words(const Words& w, const tally::Overlap& overlap, int places);
/// "3,7", exactly rounded.
std::string agreement_number(const Words& w, const tally::Overlap& overlap);
/// The same as percent of a whole list, for a bar.
int agreement_percent(const tally::Overlap& overlap, int places);

}  // namespace knippe::views
