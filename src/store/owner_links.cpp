// The links with which measures' owners answer: the part of Entries that can be withdrawn one by one.

#include <array>

#include "store/database.h"
#include "store/entries.h"

namespace knippe::store {
namespace {

Entry entry_of(RoomId room, MeasureId measure) { return {EntryKind::measure, room, GroupNumber{measure.value}}; }

}  // namespace

Result<std::map<MeasureId, std::string>> Entries::measure_tokens(RoomId room) {
  return database_.read([&](Connection& db) -> Result<std::map<MeasureId, std::string>> {
    std::map<MeasureId, std::string> found;
    auto rows = db.run("SELECT group_number, token FROM entry WHERE room = ? AND kind = ?", room, static_cast<int>(EntryKind::measure));
    while (rows.next()) found.emplace(rows.id<MeasureId>(0), rows.text(1));
    TRY_STATUS(rows.end());
    return found;
  });
}

Result<std::string> Entries::make_measure_token(RoomId room, MeasureId measure) {
  return TRY(tokens(std::array{entry_of(room, measure)})).front();
}

Status Entries::drop_measure_token(RoomId room, MeasureId measure) {
  const Entry entry = entry_of(room, measure);
  Status dropped = database_.write([&](Connection& db) {
    return db.execute("DELETE FROM entry WHERE room = ? AND kind = ? AND group_number = ?", entry.room, static_cast<int>(entry.kind), entry.group);
  });
  known_.forget_if([&](const Entry& known) { return known == entry; });
  return dropped;
}

}  // namespace knippe::store
