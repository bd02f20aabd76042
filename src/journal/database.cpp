#include "journal/database.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "base/read_only_uri.h"

namespace knippe::journal {
namespace {

constexpr auto busy_pause = std::chrono::microseconds(250);

/// SQLite's own handler pauses up to 100 ms between looks; a commit elsewhere takes well under one.
int wait_while_busy(void* looks_max, int looks) {
  if (looks >= static_cast<int>(reinterpret_cast<std::intptr_t>(looks_max))) return 0;
  std::this_thread::sleep_for(busy_pause);
  return 1;
}

ErrorKind kind_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorKind::unavailable;
    default:
      return ErrorKind::internal;
  }
}

}  // namespace

std::unexpected<Error> database_error(sqlite3* database, std::string message_key) {
  if (!database) return fail(ErrorKind::internal, std::move(message_key), "out of memory");
  const int code = sqlite3_extended_errcode(database);
  return fail(kind_of(code), std::move(message_key), fmt::format("{} ({})", sqlite3_errmsg(database), code));
}

Result<Database> open_database(const std::string& path, const char* vfs, int busy_wait_ms) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, vfs);
  Database database(handle);
  if (code != SQLITE_OK) return database_error(database.get(), "journal.cannot_open");
  sqlite3_extended_result_codes(database.get(), 1);
  const std::intptr_t looks_max = std::intptr_t{busy_wait_ms} * 4;
  sqlite3_busy_handler(database.get(), wait_while_busy, reinterpret_cast<void*>(looks_max));
  return database;
}

Result<Database> open_for_looking(const std::string& path) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(read_only_uri(path).c_str(), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) return database_error(database.get(), "journal.cannot_open");
  sqlite3_extended_result_codes(database.get(), 1);
  return database;
}

Status set_pragmas(sqlite3* database) {
  constexpr const char* pragmas =
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=0;"
      "PRAGMA journal_size_limit=16777216; PRAGMA temp_store=MEMORY;";
  if (run(database, pragmas) != SQLITE_OK) return database_error(database, "journal.cannot_open");
  return {};
}

int run(sqlite3* database, const char* sql) {
  const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? SQLITE_OK : sqlite3_extended_errcode(database);
}

int checkpoint(sqlite3* database, int mode, int* pages_in_log, int* pages_left) {
  int in_log = 0;
  int moved = 0;
  const int code = sqlite3_wal_checkpoint_v2(database, nullptr, mode, &in_log, &moved);
  if (pages_in_log) *pages_in_log = in_log;
  if (pages_left) *pages_left = in_log - moved;
  return code == SQLITE_OK ? SQLITE_OK : sqlite3_extended_errcode(database);
}

Result<Statement> Statement::prepare(sqlite3* database, const char* sql) {
  Statement statement;
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  statement.handle_.reset(handle);
  if (code != SQLITE_OK) return database_error(database, "journal.cannot_open");
  return statement;
}

void Statement::bind_text(int at, std::string_view text) {
  sqlite3_bind_text64(handle_.get(), at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind_blob(int at, std::string_view bytes) {
  if (bytes.empty()) {
    sqlite3_bind_zeroblob(handle_.get(), at, 0);
  } else {
    sqlite3_bind_blob64(handle_.get(), at, bytes.data(), bytes.size(), SQLITE_STATIC);
  }
}

std::string_view Statement::bytes(int column) const {
  const auto* start = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  return {start, start ? static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column)) : 0};
}

int run(Statement& statement) {
  const int code = statement.step();
  statement.reset();
  return code;
}

}  // namespace knippe::journal
