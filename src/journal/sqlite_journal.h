#pragma once
// The journal in SQLite: WAL, synchronous=FULL, one writing connection, checkpoints on a thread of their own. The
// database file is shared with store/, which has its own connection and its own tables.

#include <functional>
#include <memory>
#include <string>

#include "journal/journal.h"

namespace knippe::journal {

struct SqliteOptions {
  /// Called at most once, on the thread that met it, when the disk failed in a way after which nothing may be
  /// acknowledged (an fsync error, an unknown commit). The journal refuses everything from then on; the process should
  /// end and replay.
  std::function<void(const std::string& what)> on_fatal = {};
  /// Longest wait for another connection's write transaction.
  int busy_wait_ms = 10'000;
  /// SQLite VFS to use; nullptr is the platform's. Tests put a failing disk here.
  const char* vfs = nullptr;
};

/// Opens or creates the journal in the database file `path`, migrating an older one after a backup beside it
/// (`<path>.journal-v<N>.backup`). Refuses data of a newer program (`journal.newer_data`).
Result<std::unique_ptr<Journal>> open_sqlite_journal(const std::string& path, SqliteOptions options = {});

}  // namespace knippe::journal
