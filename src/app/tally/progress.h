#pragma once
// A line on standard error while long work goes on and a person looks on; nothing at all where standard error is no terminal.

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace knippe::app {

class Progress {
 public:
  Progress();
  /// Wipes the line.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// What is being done now. `done` of `of` steps are behind us; of one step nothing is known, so the bar only moves.
  void doing(std::string_view what, std::size_t done = 0, std::size_t of = 1);

 private:
  void draw_until_stopped();
  std::string line() const;

  bool is_shown_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool is_over_ = false, is_drawn_ = false;
  std::string what_;
  std::size_t done_ = 0, of_ = 1, tick_ = 0;
  std::thread drawing_;
};

}  // namespace knippe::app
