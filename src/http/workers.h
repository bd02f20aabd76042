#pragma once
// A bounded pool for handlers that may wait for the disk. It has as many threads as were once needed at the same time.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace knippe::http {

class Workers {
 public:
  using Job = std::move_only_function<void()>;
  Workers(std::size_t threads_max, std::size_t queue_max);
  ~Workers();

  /// False when the queue is full or the pool is stopping; the job is then untouched.
  bool submit(Job&& job);
  /// Drops what waits, lets what runs finish.
  void stop();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  const std::size_t threads_max_, queue_max_;
  std::size_t busy_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace knippe::http
