#pragma once
// The one entrance to the counting room: ballots and a question in, an outcome out.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "tally/outcome.h"
#include "tally/profile.h"

namespace knippe::tally {

/// How equal options are told apart where a single order is needed. Empty `lot`: they share.
struct Ties {
  std::vector<Option> lot;  ///< all options in the order of a lot whose seed is published; the first is favoured
  bool is_shared() const { return lot.empty(); }
  bool operator==(const Ties&) const = default;
};

struct Question {
  Rule rule = Rule::points;
  Unranked unranked = Unranked::ignored;
  Ties ties;
  std::size_t seats = 1;
  std::vector<int> points = {5, 4, 3, 2, 1};  ///< for Rule::points
  std::size_t approved = 0;                   ///< Rule::approval: the first so many places approve; 0: all that are named
  int decimals = 0;                           ///< STV: fixed decimals; 0: what the rule's definition says
};

/// Refused: `count.too_many_options` (Kemeny; detail: its limit), `count.seats` (0 or more than there are options).
/// `totals` must be of the same ballots; it is what positional and pairwise rules look at.
Result<Outcome> count(const Profile& profile, const Totals& totals, const Question& question);
Result<Outcome> count(const Profile& profile, const Question& question);

/// The order of a lot: options by SHA-256(seed ‖ 0x00 ‖ UTF-8 name), ascending.
std::vector<Option> draw_lot(std::string_view seed, std::span<const std::string> names);

}  // namespace knippe::tally
