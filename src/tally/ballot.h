#pragma once
// The counting room: ballots in, numbers out. Pure and deterministic; whole numbers only, so that nothing is rounded into a
// winner. It knows neither keys nor groups nor words: options are indexes from 0, and a rule is one header with one function
// from ballots to rows.

#include <cstdint>
#include <vector>

namespace knippe::tally {

/// An option's index, 0 .. option_count - 1.
using Option = std::uint32_t;

/// One ranking, best first. It may be shorter than the list of options; no option stands in it twice.
struct Ballot {
  std::vector<Option> choices;
  bool operator==(const Ballot&) const = default;
};

/// One option's outcome under a rule.
struct Row {
  Option option = 0;
  std::int64_t points = 0;
  std::int64_t chosen_by = 0;  ///< ballots that name the option
  std::int64_t place = 0;      ///< from 1; equal points share a place and the next place is skipped: 1, 2, 3, 3, 5
  bool operator==(const Row&) const = default;
};

}  // namespace knippe::tally
