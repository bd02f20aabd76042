#pragma once
// One reading connection to the journal's tables. For one thread at a time.

#include <functional>
#include <memory>

#include "journal/database.h"
#include "journal/journal.h"

namespace knippe::journal {

class SqliteReader {
 public:
  static Result<std::unique_ptr<SqliteReader>> open(const std::string& path, const char* vfs, int busy_wait_ms);
  /// For looking only: changes nothing, also while a server works with the file. Refuses data of another version
  /// (`journal.newer_data`, `journal.older_data`).
  static Result<std::unique_ptr<SqliteReader>> open_unchanged(const std::string& path);

  Status read(RoomId room, Seq after, const std::function<bool(const Event&)>& visit);
  Result<BallotBox> read_box(RoomId room);
  Result<Head> head(RoomId room);
  Result<std::vector<RoomId>> rooms();
  Result<std::optional<Snapshot>> load_snapshot(RoomId room, int fold_version);
  /// There is a snapshot, and its digest is not that of its state.
  Result<bool> snapshot_is_damaged(RoomId room);

 private:
  static Result<std::unique_ptr<SqliteReader>> prepare(Database database);
  std::unexpected<Error> cannot_read() const { return database_error(database_.get(), "journal.cannot_read"); }

  Database database_;
  Statement events_, box_, head_, rooms_, snapshot_;
};

}  // namespace knippe::journal
