#pragma once
// Work that is due every hour, on a thread of its own that ends at once when asked (docs/decisions: retention). It holds no state: what it
// does must also be right when it is done twice, late, or at the next start.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace knippe::app {

class Hourly {
 public:
  explicit Hourly(std::function<void()> work) : thread_([this, work = std::move(work)](const std::stop_token& stop) { run(stop, work); }) {}

 private:
  void run(const std::stop_token& stop, const std::function<void()>& work) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      asked_to_stop_.wait_for(lock, stop, std::chrono::hours(1), [] { return false; });
      if (!stop.stop_requested()) work();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any asked_to_stop_;
  std::jthread thread_;  // last: it uses the others
};

}  // namespace knippe::app
