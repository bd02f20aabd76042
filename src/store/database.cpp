#include "store/database.h"

namespace knippe::store {

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Fatal on_fatal) {
  auto writer = TRY(Connection::open(file, Connection::Use::write));
  auto reader = TRY(Connection::open(file, Connection::Use::read));
  return std::make_unique<Database>(std::move(writer), std::move(reader), std::move(on_fatal));
}

Database::Database(std::unique_ptr<Connection> writer, std::unique_ptr<Connection> reader, Fatal on_fatal)
    : writer_(std::move(writer)), reader_(std::move(reader)), on_fatal_(std::move(on_fatal)) {}

Database::~Database() {
  reader_.reset();
  writer_.reset();  // the last to close empties the write-ahead log, so it must be able to write
}

Status Database::carry_out(const Work& work) {
  Waiting mine{work, std::nullopt};
  std::unique_lock lock(queue_mutex_);
  queue_.push_back(&mine);
  while (!mine.answer) {
    if (committing_) {
      carried_out_.wait(lock);
      continue;
    }
    committing_ = true;
    const auto batch = std::exchange(queue_, {});
    lock.unlock();
    commit_together(batch);
    lock.lock();
    committing_ = false;
    carried_out_.notify_all();
  }
  return std::move(*mine.answer);
}

std::size_t Database::waiting() {
  const std::scoped_lock lock(queue_mutex_);
  return queue_.size();
}

void Database::commit_together(const std::vector<Waiting*>& batch) {
  std::vector<Status> answers(batch.size());
  Status shared =
      broken_ ? Status(fail(ErrorKind::unavailable, "store.disk_failed")) : writer_->execute("BEGIN IMMEDIATE");
  for (std::size_t i = 0; shared && i < batch.size(); ++i) {
    answers[i] = try_one(batch[i]->work);
    if (!writer_->in_transaction()) shared = answers[i];
  }
  if (shared) shared = commit();
  const std::scoped_lock lock(queue_mutex_);
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i]->answer = shared ? std::move(answers[i]) : shared;
}

Status Database::try_one(const Work& work) {
  TRY_STATUS(writer_->execute("SAVEPOINT one"));
  Status outcome = work(*writer_);
  if (!writer_->in_transaction()) return outcome ? Status(fail(ErrorKind::unavailable, "store.failed")) : outcome;
  if (!outcome) TRY_STATUS(writer_->execute("ROLLBACK TO one"));
  TRY_STATUS(writer_->execute("RELEASE one"));
  return outcome;
}

Status Database::commit() {
  ++commits_;
  Status outcome = writer_->execute("COMMIT");
  if (outcome) return outcome;
  if (writer_->in_transaction()) (void)writer_->execute("ROLLBACK");
  if (outcome.error().kind == ErrorKind::unavailable) return outcome;
  broken_ = true;
  if (on_fatal_) on_fatal_(outcome.error().detail);
  return fail(ErrorKind::in_doubt, "store.in_doubt", outcome.error().detail);
}

}  // namespace knippe::store
