#include "journal/sqlite_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "journal/schema.h"

namespace knippe::journal {
namespace {

constexpr int no_such_record = SQLITE_NOTFOUND;

}  // namespace

Result<std::unique_ptr<SqliteWriter>> SqliteWriter::open(const std::string& path, const char* vfs, int busy_wait_ms) {
  auto writer = std::make_unique<SqliteWriter>();
  writer->database_ = TRY(open_database(path, vfs, busy_wait_ms));
  sqlite3* database = writer->database_.get();
  TRY_STATUS(check_not_newer(database, schema_steps()));
  TRY_STATUS(set_pragmas(database));
  TRY_STATUS(migrate(database, path, schema_steps()));
  const std::pair<Statement&, const char*> statements[] = {
      {writer->begin_, "BEGIN IMMEDIATE"},
      {writer->commit_, "COMMIT"},
      {writer->rollback_, "ROLLBACK"},
      {writer->head_, "SELECT seq, range FROM room_head WHERE room = ?1"},
      {writer->event_,
       "INSERT INTO event (room, seq, kind, time, actor, cause, commitment) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"},
      {writer->body_, "INSERT INTO event_body (pos, salt, body) VALUES (?1, ?2, ?3)"},
      {writer->save_head_, "INSERT OR REPLACE INTO room_head (room, seq, root, range) VALUES (?1, ?2, ?3, ?4)"},
      {writer->lay_ballot_, "INSERT OR REPLACE INTO ballot_box (room, pseudonym, ballot) VALUES (?1, ?2, ?3)"},
      {writer->empty_box_, "DELETE FROM ballot_box WHERE room = ?1"},
      {writer->position_, "SELECT pos FROM event WHERE room = ?1 AND seq = ?2"},
      {writer->erase_body_, "DELETE FROM event_body WHERE pos = ?1"},
      {writer->erase_snapshot_, "DELETE FROM snapshot WHERE room = ?1"},
      {writer->save_snapshot_,
       "INSERT OR REPLACE INTO snapshot (room, seq, fold_version, digest, state) VALUES (?1, ?2, ?3, ?4, ?5)"}};
  for (const auto& [statement, sql] : statements) statement = TRY(Statement::prepare(database, sql));
  return writer;
}

std::vector<Outcome> SqliteWriter::append(std::span<const Proposal> proposals) {
  std::vector<Outcome> outcomes(proposals.size(), Outcome::stored);
  std::size_t drafts = 0;
  for (const Proposal& proposal : proposals) drafts += proposal.drafts.size();
  salts_.resize(drafts);
  salts_used_ = 0;
  random_.fill(std::as_writable_bytes(std::span(salts_)));

  int code = run(begin_);
  if (code != SQLITE_DONE) return std::vector(proposals.size(), outcome_of(code));
  for (std::size_t i = 0; i < proposals.size() && code == SQLITE_DONE; ++i)
    code = append_one(proposals[i], outcomes[i]);
  code = finish(code);
  if (code != SQLITE_DONE) return std::vector(proposals.size(), outcome_of(code));
  return outcomes;
}

int SqliteWriter::append_one(const Proposal& proposal, Outcome& outcome) {
  CompactRange tree;
  if (const int code = load_tree(proposal.room, tree); code != SQLITE_DONE) return code;
  if (proposal.expected.value != tree.size()) {
    outcome = Outcome::overtaken;
    return SQLITE_DONE;
  }
  Event event;
  event.room = proposal.room;
  for (const Draft& draft : proposal.drafts) {
    CHECK(check_draft(draft));
    event.seq = Seq{tree.size() + 1};
    event.kind = draft.kind;
    event.time = draft.time;
    event.actor = draft.actor;
    event.cause = draft.cause;
    event.body = draft.body;
    event.salt = salts_[salts_used_++];
    event.commitment = commitment(*event.salt, draft.body);
    if (const int code = insert(event); code != SQLITE_DONE) return code;
    tree.add(leaf_hash(event));
  }
  for (const BoxChange& change : proposal.box)
    if (const int code = change_box(proposal.room, change); code != SQLITE_DONE) return code;
  return proposal.drafts.empty() ? SQLITE_DONE : save_head(proposal.room, tree);
}

int SqliteWriter::change_box(RoomId room, const BoxChange& change) {
  const auto* laid = std::get_if<LayBallot>(&change);
  Statement& statement = laid ? lay_ballot_ : empty_box_;
  statement.bind(1, static_cast<std::int64_t>(room.value));
  if (laid) {
    statement.bind_text(2, laid->pseudonym);
    statement.bind_blob(3, laid->ballot);
  }
  return run(statement);
}

int SqliteWriter::load_tree(RoomId room, CompactRange& tree) {
  head_.bind(1, static_cast<std::int64_t>(room.value));
  int code = head_.step();
  if (code == SQLITE_ROW) {
    auto loaded = CompactRange::from(static_cast<std::uint64_t>(head_.number(0)), head_.bytes(1));
    code = loaded ? SQLITE_DONE : SQLITE_CORRUPT;
    if (loaded) tree = std::move(*loaded);
  }
  head_.reset();
  return code;
}

int SqliteWriter::insert(const Event& event) {
  event_.bind(1, static_cast<std::int64_t>(event.room.value));
  event_.bind(2, static_cast<std::int64_t>(event.seq.value));
  event_.bind_text(3, event.kind);
  event_.bind(4, event.time.ms);
  event_.bind_text(5, event.actor);
  event_.bind_blob(6, as_text(event.cause));
  event_.bind_blob(7, as_text(event.commitment));
  if (const int code = run(event_); code != SQLITE_DONE) return code;
  body_.bind(1, sqlite3_last_insert_rowid(database_.get()));
  body_.bind_blob(2, as_text(*event.salt));
  body_.bind_blob(3, *event.body);
  return run(body_);
}

int SqliteWriter::save_head(RoomId room, const CompactRange& tree) {
  const Digest root = tree.root();
  save_head_.bind(1, static_cast<std::int64_t>(room.value));
  save_head_.bind(2, static_cast<std::int64_t>(tree.size()));
  save_head_.bind_blob(3, as_text(root));
  save_head_.bind_blob(4, tree.bytes());
  return run(save_head_);
}

Status SqliteWriter::erase(RoomId room, std::span<const Seq> records) {
  int code = run(begin_);
  if (code != SQLITE_DONE) return status_of(code, "journal.cannot_erase");
  for (std::size_t i = 0; i < records.size() && code == SQLITE_DONE; ++i) code = erase_body(room, records[i]);
  if (code == SQLITE_DONE) {
    erase_snapshot_.bind(1, static_cast<std::int64_t>(room.value));
    code = run(erase_snapshot_);
  }
  code = finish(code);
  if (code == no_such_record) return fail(ErrorKind::not_found, "journal.no_such_record");
  return status_of(code, "journal.cannot_erase");
}

int SqliteWriter::erase_body(RoomId room, Seq seq) {
  position_.bind(1, static_cast<std::int64_t>(room.value));
  position_.bind(2, static_cast<std::int64_t>(seq.value));
  const int code = position_.step();
  const std::int64_t position = code == SQLITE_ROW ? position_.number(0) : 0;
  position_.reset();
  if (code == SQLITE_DONE) return no_such_record;
  if (code != SQLITE_ROW) return code;
  erase_body_.bind(1, position);
  return run(erase_body_);
}

Status SqliteWriter::save_snapshot(RoomId room, const Snapshot& snapshot) {
  const Digest digest = sha256(snapshot.bytes);
  int code = run(begin_);
  if (code != SQLITE_DONE) return status_of(code, "journal.cannot_save_snapshot");
  save_snapshot_.bind(1, static_cast<std::int64_t>(room.value));
  save_snapshot_.bind(2, static_cast<std::int64_t>(snapshot.seq.value));
  save_snapshot_.bind(3, snapshot.fold_version);
  save_snapshot_.bind_blob(4, as_text(digest));
  save_snapshot_.bind_blob(5, snapshot.bytes);
  code = run(save_snapshot_);
  return status_of(finish(code), "journal.cannot_save_snapshot");
}

/// Commits when all went well so far, else rolls back; either way no transaction is open afterwards.
int SqliteWriter::finish(int code) {
  if (code == SQLITE_DONE) code = run(commit_);
  if (code != SQLITE_DONE && sqlite3_get_autocommit(database_.get()) == 0) run(rollback_);
  return code;
}

Outcome SqliteWriter::outcome_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return Outcome::refused_no_space;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Outcome::refused_busy;
    default:
      failure_ = fmt::format("{} ({})", sqlite3_errstr(code), code);
      return Outcome::in_doubt;
  }
}

Status SqliteWriter::status_of(int code, const char* message_key) {
  if (code == SQLITE_DONE) return {};
  const bool passes = outcome_of(code) != Outcome::in_doubt;
  return fail(passes ? ErrorKind::unavailable : ErrorKind::in_doubt, message_key, sqlite3_errstr(code));
}

}  // namespace knippe::journal
