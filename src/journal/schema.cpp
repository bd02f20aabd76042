#include "journal/schema.h"

#include <fmt/format.h>

#include <filesystem>

namespace knippe::journal {
namespace {

constexpr const char* version_1 = R"sql(
CREATE TABLE event (
  pos        INTEGER PRIMARY KEY,
  room       INTEGER NOT NULL,
  seq        INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  time       INTEGER NOT NULL,
  actor      TEXT    NOT NULL,
  cause      BLOB    NOT NULL,
  commitment BLOB    NOT NULL,
  UNIQUE (room, seq)
) STRICT;
CREATE TABLE event_body (
  pos  INTEGER PRIMARY KEY,
  salt BLOB NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE TABLE room_head (
  room  INTEGER PRIMARY KEY,
  seq   INTEGER NOT NULL,
  root  BLOB    NOT NULL,
  range BLOB    NOT NULL
) STRICT;
CREATE TABLE snapshot (
  room         INTEGER PRIMARY KEY,
  seq          INTEGER NOT NULL,
  fold_version INTEGER NOT NULL,
  digest       BLOB    NOT NULL,
  state        BLOB    NOT NULL
) STRICT;
)sql";

constexpr const char* version_2 = R"sql(
CREATE TABLE ballot_box (
  room      INTEGER NOT NULL,
  pseudonym TEXT    NOT NULL,
  ballot    BLOB    NOT NULL,
  PRIMARY KEY (room, pseudonym)
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* steps_so_far[] = {version_1, version_2};

Status try_run(sqlite3* database, const char* sql) {
  if (run(database, sql) != SQLITE_OK) return database_error(database, "journal.cannot_migrate");
  return {};
}

/// Written under another name first, so that a backup with the right name is a whole one.
Status back_up(sqlite3* database, const std::string& destination) {
  const std::string unfinished = destination + ".unfinished";
  std::error_code error;
  std::filesystem::remove(unfinished, error);
  Statement vacuum = TRY(Statement::prepare(database, "VACUUM INTO ?1"));
  vacuum.bind_text(1, unfinished);
  if (run(vacuum) != SQLITE_DONE) return database_error(database, "journal.cannot_back_up");
  std::filesystem::rename(unfinished, destination, error);
  if (error) return fail(ErrorKind::internal, "journal.cannot_back_up", error.message());
  return {};
}

Status take_steps(sqlite3* database, int from, std::span<const char* const> steps) {
  if (from == 0) {
    TRY_STATUS(try_run(database,
                       "CREATE TABLE journal_version (version INTEGER NOT NULL);"
                       "INSERT INTO journal_version VALUES (0);"));
  }
  for (const char* step : steps.subspan(static_cast<std::size_t>(from))) TRY_STATUS(try_run(database, step));
  const std::string set_version = fmt::format("UPDATE journal_version SET version = {}", steps.size());
  TRY_STATUS(try_run(database, set_version.c_str()));
  return try_run(database, "COMMIT");
}

}  // namespace

std::span<const char* const> schema_steps() { return steps_so_far; }

Result<int> schema_version(sqlite3* database) {
  Statement table = TRY(Statement::prepare(database, "SELECT 1 FROM sqlite_schema WHERE name = 'journal_version'"));
  const int code = run(table);
  if (code == SQLITE_DONE) return 0;
  if (code != SQLITE_ROW) return database_error(database, "journal.cannot_open");
  Statement version = TRY(Statement::prepare(database, "SELECT version FROM journal_version"));
  if (version.step() != SQLITE_ROW) return database_error(database, "journal.cannot_open");
  return static_cast<int>(version.number(0));
}

Status check_not_newer(sqlite3* database, std::span<const char* const> steps) {
  const int version = TRY(schema_version(database));
  if (version <= static_cast<int>(steps.size())) return {};
  return fail(ErrorKind::internal, "journal.newer_data",
              fmt::format("journal version {}, known {}", version, steps.size()));
}

Status migrate(sqlite3* database, const std::string& path, std::span<const char* const> steps) {
  const int version = TRY(schema_version(database));
  if (version == static_cast<int>(steps.size())) return {};
  if (version > 0) TRY_STATUS(back_up(database, fmt::format("{}.journal-v{}.backup", path, version)));
  TRY_STATUS(try_run(database, "BEGIN IMMEDIATE"));
  const Status taken = take_steps(database, version, steps);
  if (!taken) run(database, "ROLLBACK");
  return taken;
}

}  // namespace knippe::journal
