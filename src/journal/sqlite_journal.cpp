#include "journal/sqlite_journal.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "journal/checkpointer.h"
#include "journal/sqlite_reader.h"
#include "journal/sqlite_writer.h"

namespace knippe::journal {
namespace {

/// A checkpoint that must wait for readers keeps writers out meanwhile, so it gives up soon and is tried again.
constexpr int checkpoint_busy_wait_ms = 50;

bool empties_box(const Proposal& proposal) {
  return std::ranges::any_of(proposal.box, [](const BoxChange& change) { return std::holds_alternative<EmptyBox>(change); });
}

class SqliteJournal final : public Journal {
 public:
  SqliteJournal(std::string path, SqliteOptions options, std::unique_ptr<SqliteWriter> writer, Database for_checkpoints)
      : path_(std::move(path)),
        options_(std::move(options)),
        checkpointer_(std::move(for_checkpoints), [this](const std::string& what) { give_up("checkpoint: " + what); }),
        writer_(std::move(writer)) {
    sqlite3_wal_hook(writer_->database(), after_commit, &pages_in_log_);
    checkpointer_.empty_log();  // of what a killed process had erased, but not yet from the log
  }

  std::vector<Outcome> append(std::span<const Proposal> proposals) override {
    const std::lock_guard lock(writing_);
    if (failed_) return std::vector(proposals.size(), Outcome::refused_busy);
    auto outcomes = writer_->append(proposals);
    if (std::ranges::any_of(proposals, empties_box)) checkpointer_.empty_log();
    look_after_disk();
    return outcomes;
  }

  Status erase(RoomId room, std::span<const Seq> records) override {
    return writing([&](SqliteWriter& writer) {
      Status erased = writer.erase(room, records);
      if (erased) checkpointer_.empty_log();
      return erased;
    });
  }

  Status save_snapshot(RoomId room, const Snapshot& snapshot) override {
    return writing([&](SqliteWriter& writer) { return writer.save_snapshot(room, snapshot); });
  }

  Status read(RoomId room, Seq after, const std::function<bool(const Event&)>& visit) override {
    return reading([&](SqliteReader& reader) { return reader.read(room, after, visit); });
  }
  Result<BallotBox> read_box(RoomId room) override {
    return reading([&](SqliteReader& reader) { return reader.read_box(room); });
  }
  Result<Head> head(RoomId room) override {
    return reading([&](SqliteReader& reader) { return reader.head(room); });
  }
  Result<std::vector<RoomId>> rooms() override {
    return reading([](SqliteReader& reader) { return reader.rooms(); });
  }
  Result<std::optional<Snapshot>> load_snapshot(RoomId room, int fold_version) override {
    return reading([&](SqliteReader& reader) { return reader.load_snapshot(room, fold_version); });
  }

 private:
  static int after_commit(void* pages_in_log, sqlite3*, const char*, int pages) {
    *static_cast<int*>(pages_in_log) = pages;
    return SQLITE_OK;
  }

  void look_after_disk() {
    if (!writer_->failure().empty()) give_up(writer_->failure());
    checkpointer_.log_has(pages_in_log_);
  }

  template <class F>
  Status writing(F&& f) {
    const std::lock_guard lock(writing_);
    if (failed_) return fail(ErrorKind::unavailable, "journal.failed");
    Status status = f(*writer_);
    look_after_disk();
    return status;
  }

  template <class F>
  auto reading(F&& f) -> decltype(f(std::declval<SqliteReader&>())) {
    if (failed_) return fail(ErrorKind::unavailable, "journal.failed");
    auto reader = TRY(borrow_reader());
    auto result = f(*reader);
    const std::lock_guard lock(idle_mutex_);
    idle_.push_back(std::move(reader));
    return result;
  }

  Result<std::unique_ptr<SqliteReader>> borrow_reader() {
    {
      const std::lock_guard lock(idle_mutex_);
      if (!idle_.empty()) {
        auto reader = std::move(idle_.back());
        idle_.pop_back();
        return reader;
      }
    }
    return SqliteReader::open(path_, options_.vfs, options_.busy_wait_ms);
  }

  void give_up(const std::string& what) {
    if (!failed_.exchange(true) && options_.on_fatal) options_.on_fatal(what);
  }

  const std::string path_;
  const SqliteOptions options_;
  std::atomic<bool> failed_{false};
  Checkpointer checkpointer_;  // outlives the other connections, so that it closes the file last and leaves no log
  std::mutex writing_;         // guards the writer and the next
  std::unique_ptr<SqliteWriter> writer_;
  int pages_in_log_ = 0;
  std::mutex idle_mutex_;
  std::vector<std::unique_ptr<SqliteReader>> idle_;
};

}  // namespace

Result<std::unique_ptr<Journal>> open_sqlite_journal(const std::string& path, SqliteOptions options) {
  auto writer = TRY(SqliteWriter::open(path, options.vfs, options.busy_wait_ms));
  auto for_checkpoints = TRY(open_database(path, options.vfs, checkpoint_busy_wait_ms));
  TRY_STATUS(set_pragmas(for_checkpoints.get()));
  return std::make_unique<SqliteJournal>(path, std::move(options), std::move(writer), std::move(for_checkpoints));
}

}  // namespace knippe::journal
