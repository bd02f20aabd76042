#include "journal/sqlite_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "journal/schema.h"
#include "journal/tree.h"

namespace knippe::journal {
namespace {

struct ResetAtEnd {
  Statement& statement;
  ~ResetAtEnd() { statement.reset(); }
};

template <std::size_t N>
bool copy_exactly(std::string_view bytes, std::array<std::byte, N>& out) {
  if (bytes.size() != N) return false;
  std::memcpy(out.data(), bytes.data(), N);
  return true;
}

std::unexpected<Error> damaged(RoomId room, Seq seq) {
  return fail(ErrorKind::internal, "journal.damaged", fmt::format("room {} record {}", room.value, seq.value));
}

/// Columns seq, kind, time, actor, cause, commitment, salt, body. False when a fixed-size field has another size.
bool fill(Event& event, const Statement& row) {
  event.seq = Seq{static_cast<std::uint64_t>(row.number(0))};
  event.kind = row.bytes(1);
  event.time = Instant{row.number(2)};
  event.actor = row.bytes(3);
  if (!copy_exactly(row.bytes(4), event.cause) || !copy_exactly(row.bytes(5), event.commitment)) return false;
  event.salt.reset();
  event.body.reset();
  if (row.is_null(6)) return true;
  event.body = row.bytes(7);
  return copy_exactly(row.bytes(6), event.salt.emplace());
}

}  // namespace

Result<std::unique_ptr<SqliteReader>> SqliteReader::open(const std::string& path, const char* vfs, int busy_wait_ms) {
  return prepare(TRY(open_database(path, vfs, busy_wait_ms)));
}

Result<std::unique_ptr<SqliteReader>> SqliteReader::open_unchanged(const std::string& path) {
  Database database = TRY(open_for_looking(path));
  TRY_STATUS(check_not_newer(database.get(), schema_steps()));
  const int version = TRY(schema_version(database.get()));
  if (version != static_cast<int>(schema_steps().size()))
    return fail(ErrorKind::refused, "journal.older_data", fmt::format("{}", version));
  return prepare(std::move(database));
}

Result<std::unique_ptr<SqliteReader>> SqliteReader::prepare(Database opened) {
  auto reader = std::make_unique<SqliteReader>();
  reader->database_ = std::move(opened);
  sqlite3* database = reader->database_.get();
  if (run(database, "PRAGMA query_only=ON") != SQLITE_OK) return database_error(database, "journal.cannot_open");
  reader->events_ = TRY(Statement::prepare(
      database,
      "SELECT seq, kind, time, actor, cause, commitment, salt, body FROM event LEFT JOIN event_body USING (pos)"
      " WHERE room = ?1 AND seq > ?2 ORDER BY seq"));
  reader->box_ = TRY(Statement::prepare(database, "SELECT pseudonym, ballot FROM ballot_box WHERE room = ?1"));
  reader->head_ = TRY(Statement::prepare(database, "SELECT seq, root FROM room_head WHERE room = ?1"));
  reader->rooms_ = TRY(Statement::prepare(database, "SELECT room FROM room_head ORDER BY room"));
  reader->snapshot_ = TRY(
      Statement::prepare(database, "SELECT seq, state, digest FROM snapshot WHERE room = ?1 AND fold_version = ?2"));
  return reader;
}

Status SqliteReader::read(RoomId room, Seq after, const std::function<bool(const Event&)>& visit) {
  const ResetAtEnd reset{events_};
  events_.bind(1, static_cast<std::int64_t>(room.value));
  events_.bind(2, static_cast<std::int64_t>(after.value));
  Event event;
  event.room = room;
  Seq next{after.value + 1};
  int code = SQLITE_DONE;
  while ((code = events_.step()) == SQLITE_ROW) {
    if (!fill(event, events_) || event.seq != next) return damaged(room, next);
    if (!visit(event)) return {};
    ++next.value;
  }
  if (code != SQLITE_DONE) return cannot_read();
  return {};
}

Result<BallotBox> SqliteReader::read_box(RoomId room) {
  const ResetAtEnd reset{box_};
  box_.bind(1, static_cast<std::int64_t>(room.value));
  BallotBox box;
  int code = SQLITE_DONE;
  while ((code = box_.step()) == SQLITE_ROW) box.emplace(box_.bytes(0), box_.bytes(1));
  if (code != SQLITE_DONE) return cannot_read();
  return box;
}

Result<Head> SqliteReader::head(RoomId room) {
  const ResetAtEnd reset{head_};
  head_.bind(1, static_cast<std::int64_t>(room.value));
  const int code = head_.step();
  if (code == SQLITE_DONE) return Head{Seq{}, tree_root({})};
  if (code != SQLITE_ROW) return cannot_read();
  Head head{Seq{static_cast<std::uint64_t>(head_.number(0))}, {}};
  if (!copy_exactly(head_.bytes(1), head.root)) return damaged(room, head.seq);
  return head;
}

Result<std::vector<RoomId>> SqliteReader::rooms() {
  const ResetAtEnd reset{rooms_};
  std::vector<RoomId> rooms;
  int code = SQLITE_DONE;
  while ((code = rooms_.step()) == SQLITE_ROW) rooms.push_back(RoomId{static_cast<std::uint64_t>(rooms_.number(0))});
  if (code != SQLITE_DONE) return cannot_read();
  return rooms;
}

Result<std::optional<Snapshot>> SqliteReader::load_snapshot(RoomId room, int fold_version) {
  const ResetAtEnd reset{snapshot_};
  snapshot_.bind(1, static_cast<std::int64_t>(room.value));
  snapshot_.bind(2, fold_version);
  const int code = snapshot_.step();
  if (code == SQLITE_DONE) return std::nullopt;
  if (code != SQLITE_ROW) return cannot_read();
  const std::string_view state = snapshot_.bytes(1);
  if (as_text(sha256(state)) != snapshot_.bytes(2)) return std::nullopt;
  return Snapshot{Seq{static_cast<std::uint64_t>(snapshot_.number(0))}, fold_version, std::string(state)};
}

Result<bool> SqliteReader::snapshot_is_damaged(RoomId room) {
  Statement any = TRY(Statement::prepare(database_.get(), "SELECT state, digest FROM snapshot WHERE room = ?1"));
  any.bind(1, static_cast<std::int64_t>(room.value));
  const int code = any.step();
  if (code == SQLITE_DONE) return false;
  if (code != SQLITE_ROW) return cannot_read();
  return as_text(sha256(any.bytes(0))) != any.bytes(1);
}

}  // namespace knippe::journal
