#pragma once
// The ballot box: what lies beside a room's log until it is opened, and is then gone. A ballot never enters the log with
// the name of the one who laid it (docs/formats/journal.md). Nothing here knows what a ballot says.

#include <map>
#include <string>
#include <variant>

namespace knippe {

/// Pseudonym in the room → the ballot that lies there now.
using BallotBox = std::map<std::string, std::string>;

/// Lays a ballot, in place of the earlier one under the same pseudonym.
struct LayBallot {
  std::string pseudonym;  ///< 1..64 bytes
  std::string ballot;
  bool operator==(const LayBallot&) const = default;
};
/// Takes every ballot out, so that no file of the journal holds them any more.
struct EmptyBox {
  bool operator==(const EmptyBox&) const = default;
};
using BoxChange = std::variant<LayBallot, EmptyBox>;

inline void change_box(BallotBox& box, const BoxChange& change) {
  if (const auto* laid = std::get_if<LayBallot>(&change)) {
    box.insert_or_assign(laid->pseudonym, laid->ballot);
  } else {
    box.clear();
  }
}

}  // namespace knippe
