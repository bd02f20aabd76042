// The register on a database at rest: a restored backup, or a copy that an upgrade left. The only place outside journal/ that touches
// the journal's tables, since a copy may be of any version and must stay it.

#include "store/account_rows.h"
#include "store/connection.h"
#include "store/erasures.h"
#include "store/schema.h"

namespace knippe::store {
namespace {

using Digests = std::vector<std::string>;

/// The rows that `condition` finds go; gives the files they named.
template <class... Args>
Status drop_pictures(Connection& db, const std::string& condition, Digests& files, const Args&... args) {
  auto rows = db.run("SELECT display, thumbnail FROM photo WHERE " + condition, args...);
  while (rows.next()) files.insert(files.end(), {rows.text(0), rows.text(1)});
  TRY_STATUS(rows.end());
  return db.execute("DELETE FROM photo WHERE " + condition, args...);
}

/// The records that name a picture.
constexpr std::string_view named_pictures = "('PhotoAdded', 'ContributionPhotoAdded')";

/// A picture's record keeps its body, which holds no word and no picture.
Status erase_record(Connection& db, const Erasure& each, bool pictures, Digests& files) {
  if (pictures)
    TRY_STATUS(drop_pictures(db,
                             "(room, commitment) IN (SELECT e.room, json_extract(CAST(b.body AS TEXT), '$.commitment') FROM event e"
                             " JOIN event_body b USING (pos) WHERE e.room = ? AND e.seq = ? AND e.commitment = ? AND e.kind IN " + std::string(named_pictures) + ")",
                             files, each.room, each.seq, each.commitment));
  return db.execute("DELETE FROM event_body WHERE pos = (SELECT pos FROM event WHERE room = ? AND seq = ? AND commitment = ? AND"
                    " kind NOT IN " + std::string(named_pictures) + ")",
                    each.room, each.seq, each.commitment);
}

/// Of a deleted room the first record stays for now, so that the next start can close it and leave its tombstone.
Status erase_room(Connection& db, RoomId room, bool pictures, Digests& files) {
  if (pictures) TRY_STATUS(drop_pictures(db, "room = ?", files, room));
  TRY_STATUS(db.execute("DELETE FROM event_body WHERE pos IN (SELECT pos FROM event WHERE room = ? AND kind NOT IN ('WorkshopCreated', 'InvolvementCreated', 'RoomClosed'))",
                        room));
  TRY_STATUS(db.execute("UPDATE room SET title = '', date = '' WHERE id = ?", room));
  if (TRY(has_table(db, "seating"))) TRY_STATUS(db.execute("DELETE FROM seating WHERE room = ?", room));
  if (TRY(has_table(db, "deletion")))
    TRY_STATUS(db.execute("INSERT OR IGNORE INTO deletion SELECT id FROM room WHERE id = ?", room));
  return {};
}

/// Another account may have its number in a restored installation.
Status erase_account(Connection& db, const Erasure& each) {
  if (!TRY(has_table(db, "account"))) return {};
  const AccountId id{each.seq.value};
  auto rows = db.run("SELECT created FROM account WHERE id = ?", id);
  const bool same = rows.next() && mark_of_account(id, rows.time(0)) == each.commitment;
  TRY_STATUS(rows.end());
  return same ? erase_account_rows(db, id) : Status();
}

Status erase_one(Connection& db, const Erasure& each, bool pictures, Digests& files) {
  if (each.room == accounts_room) return erase_account(db, each);
  return each.seq ? erase_record(db, each, pictures, files) : erase_room(db, each.room, pictures, files);
}

Status carry_out(Connection& db, std::span<const Erasure> erasures, Digests& files) {
  const bool pictures = TRY(has_table(db, "photo")), entered = TRY(has_table(db, "erasure"));
  for (const Erasure& each : erasures) {
    TRY_STATUS(erase_one(db, each, pictures, files));
    TRY_STATUS(db.execute("DELETE FROM snapshot WHERE room = ?", each.room));
    if (!entered) continue;
    TRY_STATUS(db.execute("INSERT OR IGNORE INTO erasure (room, seq, commitment, time) VALUES (?, ?, ?, ?)", each.room, each.seq,
                          each.commitment, each.time));
    TRY_STATUS(db.execute("INSERT OR IGNORE INTO erasure_begun VALUES (?)", each.room));
  }
  return {};
}

Result<Digests> unused(Connection& db, const Digests& files) {
  Digests gone;
  for (const std::string& file : files) {
    auto rows = db.run("SELECT 1 FROM photo WHERE display = ?1 OR thumbnail = ?1", file);
    if (!rows.next()) gone.push_back(file);
    TRY_STATUS(rows.end());
  }
  return gone;
}

}  // namespace

Status make_register(const std::filesystem::path& database) {
  auto db = TRY(Connection::open(database, Connection::Use::write));
  return db->script(register_tables());
}

Result<std::vector<std::string>> apply_register(const std::filesystem::path& database, std::span<const Erasure> erasures) {
  auto db = TRY(Connection::open(database, Connection::Use::write));
  if (!TRY(has_table(*db, "event_body"))) return Digests{};
  Digests files;
  TRY_STATUS(db->execute("BEGIN IMMEDIATE"));
  Status done = carry_out(*db, erasures, files);
  if (done) done = db->execute("COMMIT");
  if (!done && db->in_transaction()) (void)db->execute("ROLLBACK");
  TRY_STATUS(std::move(done));
  Digests gone;
  if (!files.empty()) gone = TRY(unused(*db, files));
  TRY_STATUS(db->script("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;"));
  return gone;
}

}  // namespace knippe::store
