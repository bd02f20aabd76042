#pragma once
// One SQLite connection and its statements. For use inside store/ only; sqlite3.h stays in connection.cpp.
//
//   auto rows = connection.run("SELECT name FROM organisation WHERE id = ?", id);
//   while (rows.next()) names.push_back(rows.text(0));
//   TRY_STATUS(rows.end());
//
// A statement keeps its first error; next() is false after it and end() gives it.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/digest.h"
#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace knippe::store {

/// One statement under way. Text and bytes given as arguments must outlive it.
class Rows {
 public:
  Rows(sqlite3* database, sqlite3_stmt* statement);
  Rows(Rows&& other) noexcept;
  ~Rows();

  bool next();
  /// Runs what is left and gives the first error.
  Status end();

  std::int64_t number(int column) const;
  std::string text(int column) const;
  /// A 32-byte value.
  Digest digest(int column) const;
  bool is_null(int column) const;
  bool flag(int column) const { return number(column) != 0; }
  Instant time(int column) const { return {number(column)}; }
  std::optional<Instant> optional_time(int column) const;
  template <class IdType>
  IdType id(int column) const {
    return IdType{static_cast<typename IdType::value_type>(number(column))};
  }

  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view value);
  void bind(int index, const Digest& value);
  void bind(int index, std::nullopt_t);
  void bind(int index, Instant value) { bind(index, value.ms); }
  void bind(int index, int value) { bind(index, std::int64_t{value}); }
  void bind(int index, std::uint32_t value) { bind(index, std::int64_t{value}); }
  void bind(int index, bool value) { bind(index, std::int64_t{value}); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  template <class Tag, class Value>
  void bind(int index, Id<Tag, Value> value) {
    bind(index, static_cast<std::int64_t>(value.value));
  }
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    value ? bind(index, *value) : bind(index, std::nullopt);
  }

 private:
  void note(int code);

  sqlite3* database_;
  sqlite3_stmt* statement_;
  Status first_;
  bool ended_ = false;
};

class Connection {
 public:
  /// look: changes nothing, not even files beside the database. projection: written like the rest, but a power cut may take the last of it.
  enum class Use { write, read, copy, look, projection };
  static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file, Use use);
  ~Connection();
  Connection(const Connection&) = delete;

  /// Prepares (once per text), binds and starts a statement. At most one of the same text at a time.
  template <class... Args>
  Rows run(std::string_view sql, const Args&... args) {
    Rows rows(database_, prepared(sql));
    int index = 0;
    (rows.bind(++index, args), ...);
    return rows;
  }
  template <class... Args>
  Status execute(std::string_view sql, const Args&... args) {
    return run(sql, args...).end();
  }
  /// Several statements without arguments, separated by semicolons.
  Status script(const char* sql);
  std::int64_t last_row() const;
  /// Rows the last statement changed.
  int changed() const;
  bool in_transaction() const;

  /// Copies the whole database as of now into `file` (absent or empty), a single file without a write-ahead log.
  Status copy_to(const std::filesystem::path& file);
  /// internal `store.damaged` unless SQLite finds the file and its references whole.
  Status check_integrity();

 private:
  explicit Connection(sqlite3* database) : database_(database) {}
  sqlite3_stmt* prepared(std::string_view sql);

  sqlite3* database_;
  std::unordered_map<std::string, sqlite3_stmt*> statements_;
};

}  // namespace knippe::store
