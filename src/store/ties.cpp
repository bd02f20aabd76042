#include "store/ties.h"

#include "store/database.h"

namespace knippe::store {

Status Ties::tie(RoomId workshop, RoomId case_room) {
  return database_.write([&](Connection& db) { return db.execute("INSERT OR REPLACE INTO tie (workshop, case_room) VALUES (?, ?)", workshop, case_room); });
}

Status Ties::untie(RoomId workshop) {
  return database_.write([&](Connection& db) { return db.execute("DELETE FROM tie WHERE workshop = ?", workshop); });
}

Result<std::optional<RoomId>> Ties::case_of(RoomId workshop) {
  return database_.read([&](Connection& db) -> Result<std::optional<RoomId>> {
    std::optional<RoomId> found;
    auto rows = db.run("SELECT case_room FROM tie WHERE workshop = ?", workshop);
    if (rows.next()) found = rows.id<RoomId>(0);
    TRY_STATUS(rows.end());
    return found;
  });
}

}  // namespace knippe::store
