#pragma once
// One writer, many readers, two copies of a value. The writer changes the back while readers see the front, flips, and
// brings the other side up to date once its last reader has left (Ramalhete and Correia, "Left-Right", 2015). Readers
// never make the writer wait for newcomers, and no reader sees a half-made or uncommitted value.

#include <atomic>
#include <mutex>
#include <shared_mutex>
#include <utility>

namespace knippe::engine {

template <class T>
class TwoSided {
 public:
  /// Calls f(const T&) on the published value. Must not be nested in itself on one thread.
  template <class F>
  decltype(auto) read(F&& f) const {
    for (;;) {
      const unsigned side = front_.load(std::memory_order_acquire);
      const std::shared_lock lock(locks_[side]);
      if (front_.load(std::memory_order_acquire) == side) return std::forward<F>(f)(values_[side]);
    }
  }

  /// Sets both sides, before anybody reads.
  void set_both(const T& value) { values_[0] = values_[1] = value; }

  /// The writer's copy. Only the writer calls this and what follows.
  T& back() { return values_[1 - front_.load(std::memory_order_relaxed)]; }
  const T& front() const { return values_[front_.load(std::memory_order_relaxed)]; }
  /// Publishes the back.
  void flip() { front_.store(1 - front_.load(std::memory_order_relaxed), std::memory_order_release); }
  /// Waits until nobody reads the back any more; needed once after each flip, before the back is touched.
  void drain() { const std::unique_lock lock(locks_[1 - front_.load(std::memory_order_relaxed)]); }

 private:
  T values_[2];
  std::atomic<unsigned> front_{0};
  mutable std::shared_mutex locks_[2];
};

}  // namespace knippe::engine
