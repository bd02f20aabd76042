#include "store/seatings.h"

#include "store/database.h"

namespace knippe::store {

Status Seatings::save(RoomId room, const Seating& seating) {
  return database_.write([&](Connection& db) {
    return db.execute("INSERT OR REPLACE INTO seating (room, people, seats, tables, seed, keep_reason) VALUES (?, ?, ?, ?, ?, ?)", room,
                      seating.people, seating.seats, seating.tables, static_cast<std::int64_t>(seating.seed), seating.keep_reason);
  });
}

Result<std::optional<Seating>> Seatings::find(RoomId room) {
  return database_.read([&](Connection& db) -> Result<std::optional<Seating>> {
    std::optional<Seating> found;
    auto rows = db.run("SELECT people, seats, tables, seed, keep_reason FROM seating WHERE room = ?", room);
    if (rows.next())
      found = Seating{rows.text(0), rows.text(1), static_cast<int>(rows.number(2)), static_cast<std::uint64_t>(rows.number(3)), rows.text(4)};
    TRY_STATUS(rows.end());
    return found;
  });
}

Result<std::vector<RoomId>> Seatings::rooms() {
  return database_.read([&](Connection& db) -> Result<std::vector<RoomId>> {
    std::vector<RoomId> rooms;
    auto rows = db.run("SELECT room FROM seating ORDER BY room");
    while (rows.next()) rooms.push_back(rows.id<RoomId>(0));
    TRY_STATUS(rows.end());
    return rooms;
  });
}

Status Seatings::erase(RoomId room) {
  return database_.write([&](Connection& db) { return db.execute("DELETE FROM seating WHERE room = ?", room); });
}

}  // namespace knippe::store
