#pragma once
// The store's two connections: one that writes, one that reads. Writes that come while a commit is under way are taken
// together into the next one (each in a savepoint of its own, so one refusal does not undo its neighbours), because a
// commit costs an fsync whatever its size. A commit whose outcome is unknown is fatal: on_fatal is called and later
// writes are refused.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <vector>

#include "store/connection.h"

namespace knippe::store {

class Database {
 public:
  using Fatal = std::function<void(const std::string& what)>;

  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Fatal on_fatal = {});
  Database(std::unique_ptr<Connection> writer, std::unique_ptr<Connection> reader, Fatal on_fatal);
  ~Database();

  /// Calls f(Connection&), which gives a Result or Status; durable when that comes back without error, undone when with
  /// one.
  template <class F>
  auto write(F&& f) -> std::invoke_result_t<F, Connection&> {
    using Given = std::invoke_result_t<F, Connection&>;
    std::optional<Given> given;
    Status outcome = carry_out([&](Connection& connection) -> Status {
      given.emplace(f(connection));
      if (!*given) return std::unexpected(given->error());
      return {};
    });
    if (!outcome) return std::unexpected(std::move(outcome).error());
    return std::move(*given);
  }
  /// Calls f(Connection&) on the last committed state.
  template <class F>
  auto read(F&& f) -> std::invoke_result_t<F, Connection&> {
    const std::scoped_lock lock(reader_mutex_);
    return f(*reader_);
  }

  /// Commits made so far, and writes waiting for the next one.
  std::uint64_t commits() const { return commits_; }
  std::size_t waiting();

 private:
  using Work = std::function<Status(Connection&)>;
  struct Waiting {
    const Work& work;
    std::optional<Status> answer;
  };

  Status carry_out(const Work& work);
  void commit_together(const std::vector<Waiting*>& batch);
  Status commit();
  Status try_one(const Work& work);

  std::unique_ptr<Connection> writer_;
  std::unique_ptr<Connection> reader_;
  Fatal on_fatal_;
  std::mutex reader_mutex_;

  std::mutex queue_mutex_;
  std::condition_variable carried_out_;
  std::vector<Waiting*> queue_;
  bool committing_ = false;
  std::atomic<bool> broken_{false};
  std::atomic<std::uint64_t> commits_{0};
};

}  // namespace knippe::store
