#pragma once
// knippe tally: ballots from a file, counted and explained. What it reads and writes: docs/formats/tally.md.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace knippe::app {

struct TallyOptions {
  std::string file;              ///< "-" is standard input
  std::string rule = "points";
  std::size_t seats = 0;         ///< 0: what the file says, else 1
  std::size_t top = 0;           ///< rows of the table, and the first places that agreement and firmness are about; 0: all rows, and the seats
  std::optional<std::uint64_t> firm;  ///< the seed of the draws that say how firm the first places are
  std::string unranked;          ///< empty: what the file says, else "ignored"
  std::string ties;              ///< "shared", "lot:SEED"; empty: what the file says, else shared
  int precision = 0;             ///< fixed decimals for transfers; 0: what the rule says
  std::string format = "text";
  std::string language = "nb";
};

/// Writes to standard output. 2 when the ballots are malformed ("file:line:column: expected ..."), 1 when they cannot be read or
/// counted so.
int tally(const TallyOptions& options);

}  // namespace knippe::app
