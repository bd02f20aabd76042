#include "store/heads.h"

#include "store/database.h"

namespace knippe::store {
namespace {

SignedHead head_of(const Rows& rows) {
  return {rows.id<RoomId>(0), static_cast<std::uint64_t>(rows.number(1)), rows.time(2), rows.text(3)};
}

Result<std::vector<SignedHead>> all_of(Rows rows) {
  std::vector<SignedHead> found;
  while (rows.next()) found.push_back(head_of(rows));
  TRY_STATUS(rows.end());
  return found;
}

}  // namespace

Status Heads::keep(const SignedHead& head, const std::vector<ReceiptPlace>& receipts) {
  return database_.write([&](Connection& db) -> Status {
    TRY_STATUS(db.execute("INSERT OR REPLACE INTO signed_head (room, size, time, note) VALUES (?, ?, ?, ?)", head.room,
                          static_cast<std::int64_t>(head.size), head.time, head.note));
    for (const ReceiptPlace& each : receipts)
      TRY_STATUS(db.execute("INSERT OR IGNORE INTO receipt (code, room, seq) VALUES (?, ?, ?)", each.code, each.room, each.seq));
    return {};
  });
}

Status Heads::sign_again(const SignedHead& before, std::string_view note) {
  return database_.write([&](Connection& db) -> Status {
    const auto size = static_cast<std::int64_t>(before.size);
    const auto now = TRY(all_of(db.run("SELECT room, size, time, note FROM signed_head WHERE room = ? AND size = ?", before.room, size)));
    if (now.size() != 1 || now.front() != before) return refuse("head.changed");
    return db.execute("UPDATE signed_head SET note = ? WHERE room = ? AND size = ?", note, before.room, size);
  });
}

Result<std::optional<SignedHead>> Heads::newest(RoomId room) {
  return database_.read([&](Connection& db) -> Result<std::optional<SignedHead>> {
    auto found = TRY(all_of(db.run("SELECT room, size, time, note FROM signed_head WHERE room = ? ORDER BY size DESC LIMIT 1", room)));
    if (found.empty()) return std::optional<SignedHead>();
    return std::optional(std::move(found.front()));
  });
}

Result<std::vector<SignedHead>> Heads::of_room(RoomId room) {
  return database_.read([&](Connection& db) { return all_of(db.run("SELECT room, size, time, note FROM signed_head WHERE room = ? ORDER BY size", room)); });
}

Result<std::vector<SignedHead>> Heads::newest_of_all() {
  return database_.read([&](Connection& db) {
    return all_of(db.run("SELECT h.room, h.size, h.time, h.note FROM signed_head h JOIN (SELECT room, max(size) AS size FROM signed_head GROUP BY room)"
                         " USING (room, size) ORDER BY h.room"));
  });
}

Result<ReceiptPlace> Heads::find(std::string_view code) {
  return database_.read([&](Connection& db) -> Result<ReceiptPlace> {
    auto rows = db.run("SELECT code, room, seq FROM receipt WHERE code = ?", code);
    if (rows.next()) return ReceiptPlace{rows.text(0), rows.id<RoomId>(1), rows.id<Seq>(2)};
    TRY_STATUS(rows.end());
    return fail(ErrorKind::not_found, "receipt.unknown");
  });
}

}  // namespace knippe::store
