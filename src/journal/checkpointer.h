#pragma once
// Moves the write-ahead log into the database on a thread and connection of its own, so that no commit pays for it.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "journal/database.h"

namespace knippe::journal {

class Checkpointer {
 public:
  /// `on_failure` is called on the checkpointing thread when the disk failed.
  Checkpointer(Database database, std::function<void(const std::string&)> on_failure);
  /// Empties the log if nobody holds it, then ends.
  ~Checkpointer();
  /// To be told after each commit, by the writer, how many pages the log has. Holds the writer up only when the log has
  /// outgrown the thread.
  void log_has(int pages);
  /// The log holds text that was erased: empties it now, or as soon as no reader needs it, however long that takes.
  void empty_log();

 private:
  void work();
  void move_pages();
  bool try_to_empty();
  bool judge(int code);

  static constexpr int pages_worth_moving = 1'000;
  static constexpr int pages_worth_a_pause = 4'000;
  static constexpr int pages_max = 16'000;

  std::mutex passing_;  // guards database_
  Database database_;
  std::function<void(const std::string&)> on_failure_;
  std::mutex mutex_;  // guards what follows
  std::condition_variable wake_;
  bool stopping_ = false;
  bool due_ = false;
  int pages_at_last_pass_ = 0;
  bool must_empty_ = false;
  std::thread thread_;
};

}  // namespace knippe::journal
