#pragma once
// The one writing connection to the journal's tables. For one thread at a time.

#include <memory>

#include "base/random.h"
#include "journal/database.h"
#include "journal/journal.h"
#include "journal/tree.h"

namespace knippe::journal {

class SqliteWriter {
 public:
  /// Migrates first if needed.
  static Result<std::unique_ptr<SqliteWriter>> open(const std::string& path, const char* vfs, int busy_wait_ms);

  /// As Journal::append(). An outcome `in_doubt` means that the disk failed: see failure().
  std::vector<Outcome> append(std::span<const Proposal> proposals);
  Status erase(RoomId room, std::span<const Seq> records);
  Status save_snapshot(RoomId room, const Snapshot& snapshot);
  /// What the disk said when it failed; empty while all is well.
  const std::string& failure() const { return failure_; }
  sqlite3* database() const { return database_.get(); }

 private:
  int append_one(const Proposal& proposal, Outcome& outcome);
  int load_tree(RoomId room, CompactRange& tree);
  int insert(const Event& event);
  int change_box(RoomId room, const BoxChange& change);
  int save_head(RoomId room, const CompactRange& tree);
  int erase_body(RoomId room, Seq seq);
  int finish(int code);
  Outcome outcome_of(int code);
  Status status_of(int code, const char* message_key);

  Database database_;
  Statement begin_, commit_, rollback_, head_, event_, body_, save_head_, lay_ballot_, empty_box_, position_, erase_body_, erase_snapshot_,
      save_snapshot_;
  SystemRandom random_;
  std::vector<Salt> salts_;
  std::size_t salts_used_ = 0;
  std::string failure_;
};

}  // namespace knippe::journal
