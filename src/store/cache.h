#pragma once
// A bounded memory of what the database said. Two generations approximate least-recently-used. A value read while
// something was forgotten is not kept: it may be older than the forgetting.

#include <cstdint>
#include <cstring>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/digest.h"

namespace knippe::store {

struct KeyHash {
  std::size_t operator()(const Digest& digest) const noexcept {
    std::size_t head = 0;
    std::memcpy(&head, digest.data(), sizeof head);
    return head;
  }
  template <class K>
  std::size_t operator()(const K& key) const noexcept {
    return std::hash<K>{}(key);
  }
};

template <class K, class V>
class Cache {
 public:
  /// Keeps between `capacity` / 2 and `capacity` of the values last used.
  explicit Cache(std::size_t capacity) : half_(capacity / 2) {}

  std::optional<V> get(const K& key) {
    const std::scoped_lock lock(mutex_);
    if (const auto found = young_.find(key); found != young_.end()) return found->second;
    auto moved = old_.extract(key);
    if (moved.empty()) return std::nullopt;
    V value = moved.mapped();
    make_room();
    young_.insert(std::move(moved));
    return value;
  }
  /// Take before reading the database; put() keeps the value only if nothing was forgotten since.
  std::uint64_t epoch() const {
    const std::scoped_lock lock(mutex_);
    return epoch_;
  }
  void put(const K& key, V value, std::uint64_t epoch) {
    const std::scoped_lock lock(mutex_);
    if (epoch != epoch_) return;
    make_room();
    old_.erase(key);
    young_.insert_or_assign(key, std::move(value));
  }
  void forget(const K& key) {
    const std::scoped_lock lock(mutex_);
    ++epoch_;
    young_.erase(key);
    old_.erase(key);
  }
  template <class Predicate>
  void forget_if(Predicate predicate) {
    const std::scoped_lock lock(mutex_);
    ++epoch_;
    const auto hit = [&](const auto& pair) { return predicate(pair.second); };
    std::erase_if(young_, hit);
    std::erase_if(old_, hit);
  }

 private:
  using Map = std::unordered_map<K, V, KeyHash>;
  void make_room() {
    if (young_.size() < half_) return;
    old_ = std::exchange(young_, {});
  }

  const std::size_t half_;
  mutable std::mutex mutex_;
  std::uint64_t epoch_ = 0;
  Map young_;
  Map old_;
};

}  // namespace knippe::store
