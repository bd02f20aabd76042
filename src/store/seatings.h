#pragma once
// A room's list of people for making mixed tables. It lies here and nowhere else, is erased with the room, and by default when the
// workshop closes. This room neither reads nor changes the texts.

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"

namespace knippe::store {

class Database;

struct Seating {
  std::string people;       ///< CSV
  std::string seats;        ///< table of each person, "0,2,1"
  int tables = 0;
  std::uint64_t seed = 0;
  std::string keep_reason;  ///< why the list is kept after the workshop has closed; empty: it is not
  bool operator==(const Seating&) const = default;
};

class Seatings {
 public:
  explicit Seatings(Database& database) : database_(database) {}

  Status save(RoomId room, const Seating& seating);
  Result<std::optional<Seating>> find(RoomId room);
  /// Every room with a list.
  Result<std::vector<RoomId>> rooms();
  /// Erasing what is not there is no error.
  Status erase(RoomId room);

 private:
  Database& database_;
};

}  // namespace knippe::store
