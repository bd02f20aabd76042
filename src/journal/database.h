#pragma once
// The journal's thin hold on SQLite: connections and statements that close themselves, result codes as SQLite gives
// them.

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace knippe::journal {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// An error with SQLite's own words as detail; a full disk or a locked file is `unavailable`, the rest `internal`.
std::unexpected<Error> database_error(sqlite3* database, std::string message_key);

/// Opens or creates the file; waits up to `busy_wait_ms` for other writers.
Result<Database> open_database(const std::string& path, const char* vfs, int busy_wait_ms);
/// Reads only, and makes no files beside the database.
Result<Database> open_for_looking(const std::string& path);
/// WAL, durable commits, erased content overwritten, no checkpoints inside a commit.
Status set_pragmas(sqlite3* database);
/// Runs statements without results; gives SQLite's extended result code.
int run(sqlite3* database, const char* sql);
/// Checkpoints; gives the result code and, in `pages_left`, how many pages of the log are not in the database yet.
int checkpoint(sqlite3* database, int mode, int* pages_in_log = nullptr, int* pages_left = nullptr);

class Statement {
 public:
  Statement() = default;
  static Result<Statement> prepare(sqlite3* database, const char* sql);

  void bind(int at, std::int64_t value) { sqlite3_bind_int64(handle_.get(), at, value); }
  /// The text or bytes must live until the next reset().
  void bind_text(int at, std::string_view text);
  void bind_blob(int at, std::string_view bytes);
  /// SQLITE_ROW, SQLITE_DONE, or an extended error code.
  int step() { return sqlite3_step(handle_.get()); }
  void reset() { sqlite3_reset(handle_.get()); }
  std::int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  bool is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }
  /// Text or blob; lives until the next step() or reset().
  std::string_view bytes(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// Steps once and resets.
int run(Statement& statement);

}  // namespace knippe::journal
