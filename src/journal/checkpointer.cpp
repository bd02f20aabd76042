#include "journal/checkpointer.h"

#include <chrono>
#include <utility>

namespace knippe::journal {
namespace {

constexpr auto retry_pause = std::chrono::milliseconds(100);

}  // namespace

Checkpointer::Checkpointer(Database database, std::function<void(const std::string&)> on_failure)
    : database_(std::move(database)), on_failure_(std::move(on_failure)), thread_([this] { work(); }) {}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
  checkpoint(database_.get(), SQLITE_CHECKPOINT_TRUNCATE);
}

void Checkpointer::log_has(int pages) {
  if (pages >= pages_max) return move_pages();
  const std::lock_guard lock(mutex_);
  if (pages < pages_at_last_pass_) pages_at_last_pass_ = 0;
  if (pages - pages_at_last_pass_ < pages_worth_moving) return;
  pages_at_last_pass_ = pages;
  due_ = true;
  wake_.notify_one();
}

void Checkpointer::empty_log() {
  if (try_to_empty()) return;
  const std::lock_guard lock(mutex_);
  must_empty_ = true;
  wake_.notify_one();
}

void Checkpointer::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto woken = [this] { return due_ || stopping_; };
    if (must_empty_) {
      wake_.wait_for(lock, retry_pause, woken);
    } else {
      wake_.wait(lock, [&] { return woken() || must_empty_; });
    }
    if (stopping_) return;
    const bool due = std::exchange(due_, false);
    const bool must_empty = std::exchange(must_empty_, false);
    lock.unlock();
    if (due) move_pages();
    const bool emptied = !must_empty || try_to_empty();
    lock.lock();
    if (!emptied) must_empty_ = true;
  }
}

void Checkpointer::move_pages() {
  const std::lock_guard lock(passing_);
  int pages = 0;
  const bool moved = judge(checkpoint(database_.get(), SQLITE_CHECKPOINT_PASSIVE, &pages));
  // A writer that never rests keeps PASSIVE from finishing; once little is left, RESTART holds it up only shortly.
  if (moved && pages >= pages_worth_a_pause) judge(checkpoint(database_.get(), SQLITE_CHECKPOINT_RESTART));
}

bool Checkpointer::try_to_empty() {
  const std::lock_guard lock(passing_);
  return judge(checkpoint(database_.get(), SQLITE_CHECKPOINT_TRUNCATE));
}

/// True when all went well. A full disk or a busy reader passes; anything else is the disk itself.
bool Checkpointer::judge(int code) {
  const int primary = code & 0xff;
  if (primary != SQLITE_OK && primary != SQLITE_BUSY && primary != SQLITE_LOCKED && primary != SQLITE_FULL)
    on_failure_(sqlite3_errmsg(database_.get()));
  return code == SQLITE_OK;
}

}  // namespace knippe::journal
