#include "store/connection.h"

#include <sqlite3.h>

#include <cstring>

#include "base/check.h"
#include "base/read_only_uri.h"

namespace knippe::store {
namespace {

Error describe(sqlite3* database, int code) {
  std::string what = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorKind::unavailable, "store.no_space", std::move(what)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::unavailable, "store.busy", std::move(what)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorKind::internal, "store.damaged", std::move(what)};
    default:
      return {ErrorKind::internal, "store.failed", std::move(what)};
  }
}

Status status_of(sqlite3* database, int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return {};
  return std::unexpected(describe(database, code));
}

constexpr auto for_writing =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
    "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; PRAGMA trusted_schema=OFF;";
constexpr auto for_reading = "PRAGMA query_only=ON; PRAGMA trusted_schema=OFF;";
constexpr auto for_copying = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL;";

constexpr const char* for_looking = "";
constexpr auto for_projecting =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=16777216; PRAGMA trusted_schema=OFF;";

constexpr const char* settings_for(Connection::Use use) {
  switch (use) {
    case Connection::Use::write:
      return for_writing;
    case Connection::Use::read:
      return for_reading;
    case Connection::Use::copy:
      return for_copying;
    case Connection::Use::look:
      return for_looking;
    case Connection::Use::projection:
      return for_projecting;
  }
  return "";
}
constexpr int busy_wait_ms = 10'000;

}  // namespace

Rows::Rows(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {
  if (!statement_) first_ = std::unexpected(describe(database_, sqlite3_extended_errcode(database_)));
}

Rows::Rows(Rows&& other) noexcept
    : database_(other.database_),
      statement_(std::exchange(other.statement_, nullptr)),
      first_(std::move(other.first_)),
      ended_(other.ended_) {}

Rows::~Rows() {
  if (!statement_) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Rows::note(int code) {
  if (first_) first_ = status_of(database_, code);
}

bool Rows::next() {
  if (!first_ || ended_) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  ended_ = true;
  note(code);
  return false;
}

Status Rows::end() {
  while (next()) {
  }
  return first_;
}

std::int64_t Rows::number(int column) const { return sqlite3_column_int64(statement_, column); }
bool Rows::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::string Rows::text(int column) const {
  const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return start ? std::string(start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}

Digest Rows::digest(int column) const {
  Digest value{};
  const void* start = sqlite3_column_blob(statement_, column);
  if (start && sqlite3_column_bytes(statement_, column) == int{sizeof value})
    std::memcpy(value.data(), start, sizeof value);
  return value;
}

std::optional<Instant> Rows::optional_time(int column) const {
  if (is_null(column)) return std::nullopt;
  return time(column);
}

void Rows::bind(int index, std::int64_t value) {
  if (statement_) note(sqlite3_bind_int64(statement_, index, value));
}
void Rows::bind(int index, std::string_view value) {
  const char* start = value.data() ? value.data() : "";
  if (statement_) note(sqlite3_bind_text64(statement_, index, start, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}
void Rows::bind(int index, const Digest& value) {
  if (statement_) note(sqlite3_bind_blob64(statement_, index, value.data(), value.size(), SQLITE_STATIC));
}
void Rows::bind(int index, std::nullopt_t) {
  if (statement_) note(sqlite3_bind_null(statement_, index));
}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file, Use use) {
  sqlite3* database = nullptr;
  if (use == Use::look) {
    const int looked = sqlite3_open_v2(read_only_uri(file).c_str(), &database,
                                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    std::unique_ptr<Connection> connection(new Connection(database));
    TRY_STATUS(status_of(database, looked));
    return connection;
  }
  const int code = sqlite3_open_v2(
      file.c_str(), &database,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (use == Use::read ? 0 : SQLITE_OPEN_CREATE),
      nullptr);
  std::unique_ptr<Connection> connection(new Connection(database));
  TRY_STATUS(status_of(database, code));
  sqlite3_busy_timeout(database, busy_wait_ms);
  TRY_STATUS(connection->script(settings_for(use)));
  return connection;
}

Connection::~Connection() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  CHECK(sqlite3_close(database_) == SQLITE_OK);
}

sqlite3_stmt* Connection::prepared(std::string_view sql) {
  auto [place, fresh] = statements_.try_emplace(std::string(sql), nullptr);
  if (place->second) {
    CHECK(!sqlite3_stmt_busy(place->second));
    return place->second;
  }
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                     nullptr);
  if (statement)
    place->second = statement;
  else
    statements_.erase(place);
  return statement;
}

Status Connection::script(const char* sql) {
  return status_of(database_, sqlite3_exec(database_, sql, nullptr, nullptr, nullptr));
}
std::int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(database_); }
int Connection::changed() const { return sqlite3_changes(database_); }
bool Connection::in_transaction() const { return sqlite3_get_autocommit(database_) == 0; }

Status Connection::copy_to(const std::filesystem::path& file) {
  auto copy = TRY(open(file, Use::copy));
  sqlite3_backup* backup = sqlite3_backup_init(copy->database_, "main", database_, "main");
  if (!backup) return std::unexpected(describe(copy->database_, sqlite3_extended_errcode(copy->database_)));
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) return std::unexpected(describe(copy->database_, stepped));
  TRY_STATUS(status_of(copy->database_, finished));
  return copy->script(for_copying);  // the copied header says WAL
}

Status Connection::check_integrity() {
  auto found = run("PRAGMA integrity_check(1)");
  if (found.next() && found.text(0) != "ok") return fail(ErrorKind::internal, "store.damaged", found.text(0));
  TRY_STATUS(found.end());
  auto orphans = run("PRAGMA foreign_key_check");
  if (orphans.next())
    return fail(ErrorKind::internal, "store.damaged", "a reference without its row in " + orphans.text(0));
  return orphans.end();
}

}  // namespace knippe::store
