#include "app/tally/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace knippe::app {
namespace {

constexpr std::size_t width = 24, block = 6;
constexpr auto beat = std::chrono::milliseconds(250);

/// Back and forth: 0 1 … n n-1 … 0.
std::size_t swinging(std::size_t tick, std::size_t n) {
  const std::size_t at = tick % (2 * n);
  return at <= n ? at : 2 * n - at;
}

}  // namespace

Progress::Progress() : is_shown_(isatty(STDERR_FILENO) == 1) {
  if (is_shown_) drawing_ = std::thread([this] { draw_until_stopped(); });
}

Progress::~Progress() {
  if (!is_shown_) return;
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  woken_.notify_all();
  drawing_.join();
  if (is_drawn_) fmt::print(stderr, "\r\033[K");
}

void Progress::doing(std::string_view what, std::size_t done, std::size_t of) {
  const std::lock_guard lock(mutex_);
  what_ = what;
  done_ = done;
  of_ = of;
}

std::string Progress::line() const {
  const std::size_t before = of_ > 1 ? 0 : swinging(tick_, width - block);
  const std::size_t filled = of_ > 1 ? width * done_ / of_ : block;
  return fmt::format("[{:{}}{:#<{}}{:{}}] {}", "", before, "", filled, "", width - before - filled, what_);
}

void Progress::draw_until_stopped() {
  std::unique_lock lock(mutex_);
  while (!woken_.wait_for(lock, beat, [&] { return is_over_; })) {
    fmt::print(stderr, "\r\033[K{}", line());
    std::fflush(stderr);
    is_drawn_ = true;
    ++tick_;
  }
}

}  // namespace knippe::app
