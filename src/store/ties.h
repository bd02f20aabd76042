#pragma once
// Which case a workshop belongs to: a copy of what the case's log says, for pages that begin at the workshop.

#include <optional>

#include "base/id.h"
#include "base/result.h"

namespace knippe::store {

class Database;

class Ties {
 public:
  explicit Ties(Database& database) : database_(database) {}

  /// In place of an earlier one.
  Status tie(RoomId workshop, RoomId case_room);
  /// Untying what is not tied is no error.
  Status untie(RoomId workshop);
  Result<std::optional<RoomId>> case_of(RoomId workshop);

 private:
  Database& database_;
};

}  // namespace knippe::store
