#include "store/retention.h"

#include "store/database.h"

namespace knippe::store {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

std::optional<Instant> due_at(const Retention& retention, std::optional<Instant> closed_at) {
  if (!closed_at || retention.what == Goes::nothing) return std::nullopt;
  return closed_at->plus_ms(retention.days * day_ms);
}

Status check(const Retention& retention) {
  if (retention.what != Goes::nothing && (retention.days < 1 || retention.days > retention_days_max)) return bad_input("retention.days");
  if (retention.what != Goes::all && retention.reason.empty()) return bad_input("retention.reason_missing");
  return {};
}

}  // namespace

Result<std::optional<Retention>> Retentions::find(RoomId room) {
  return database_.read([&](Connection& db) -> Result<std::optional<Retention>> {
    std::optional<Retention> found;
    auto rows = db.run("SELECT what, days, reason, due FROM retention WHERE room = ?", room);
    if (rows.next())
      found = Retention{static_cast<Goes>(rows.number(0)), static_cast<int>(rows.number(1)), rows.text(2), rows.optional_time(3)};
    TRY_STATUS(rows.end());
    return found;
  });
}

Status Retentions::set(RoomId room, const Retention& retention, std::optional<Instant> closed_at) {
  TRY_STATUS(check(retention));
  return database_.write([&](Connection& db) {
    return db.execute("INSERT OR REPLACE INTO retention (room, what, days, reason, due) VALUES (?, ?, ?, ?, ?)", room,
                      static_cast<int>(retention.what), retention.days, retention.reason, due_at(retention, closed_at));
  });
}

Status Retentions::start(RoomId room, Instant closed_at) {
  const auto found = TRY(find(room));
  if (!found || found->due) return {};
  return set(room, *found, closed_at);
}

Status Retentions::finish(RoomId room) {
  return database_.write([&](Connection& db) { return db.execute("UPDATE retention SET due = NULL WHERE room = ?", room); });
}

Status Retentions::drop(RoomId room) {
  return database_.write([&](Connection& db) { return db.execute("DELETE FROM retention WHERE room = ?", room); });
}

Result<std::vector<RoomId>> Retentions::due(Instant now) {
  return database_.read([&](Connection& db) -> Result<std::vector<RoomId>> {
    std::vector<RoomId> rooms;
    auto found = db.run("SELECT room FROM retention WHERE due <= ? ORDER BY due, room", now);
    while (found.next()) rooms.push_back(found.id<RoomId>(0));
    TRY_STATUS(found.end());
    return rooms;
  });
}

}  // namespace knippe::store
