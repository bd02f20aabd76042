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

  Status read(RoomId room, Seq after, const std::function<bool(const Event&)>& visit);
  Result<BallotBox> read_box(RoomId room);
  Result<Head> head(RoomId room);
  Result<std::vector<RoomId>> rooms();
  Result<std::optional<Snapshot>> load_snapshot(RoomId room, int fold_version);

 private:
  std::unexpected<Error> cannot_read() const { return database_error(database_.get(), "journal.cannot_read"); }

  Database database_;
  Statement events_, box_, head_, rooms_, snapshot_;
};

}  // namespace knippe::journal
