#include "store/expectations.h"

#include "store/database.h"

namespace knippe::store {
namespace {

int number(Moment moment) { return static_cast<int>(moment); }

}  // namespace

Status Expectations::note(RoomId room, Moment moment, int value, const Digest& mark) {
  if (value < 1 || value > 5) return bad_input("expectation.value");
  return database_.write([&](Connection& db) -> Status {
    auto fresh = db.run("INSERT OR IGNORE INTO expectation_mark (room, moment, mark) VALUES (?, ?, ?) RETURNING moment", room, number(moment), mark);
    const bool first = fresh.next();
    TRY_STATUS(fresh.end());
    if (!first) return {};
    return db.execute("INSERT INTO expectation (room, moment, value, answers) VALUES (?, ?, ?, 1)"
                      " ON CONFLICT (room, moment, value) DO UPDATE SET answers = answers + 1",
                      room, number(moment), value);
  });
}

Result<bool> Expectations::has_answered(RoomId room, Moment moment, const Digest& mark) {
  return database_.read([&](Connection& db) -> Result<bool> {
    auto rows = db.run("SELECT 1 FROM expectation_mark WHERE room = ? AND moment = ? AND mark = ?", room, number(moment), mark);
    const bool found = rows.next();
    TRY_STATUS(rows.end());
    return found;
  });
}

Result<std::vector<int>> Expectations::counts(RoomId room, Moment moment) {
  return database_.read([&](Connection& db) -> Result<std::vector<int>> {
    std::vector<int> found(5, 0);
    auto rows = db.run("SELECT value, answers FROM expectation WHERE room = ? AND moment = ?", room, number(moment));
    while (rows.next())
      if (const auto value = rows.number(0); value >= 1 && value <= 5) found[static_cast<std::size_t>(value - 1)] = static_cast<int>(rows.number(1));
    TRY_STATUS(rows.end());
    return found;
  });
}

}  // namespace knippe::store
