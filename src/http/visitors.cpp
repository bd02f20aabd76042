#include "http/visitors.h"

#include <utility>

namespace knippe::http {

Visitors::Place::Place(Place&& other) noexcept : home_(std::exchange(other.home_, nullptr)), counted_(other.counted_) {}

Visitors::Place& Visitors::Place::operator=(Place&& other) noexcept {
  std::swap(home_, other.home_);
  std::swap(counted_, other.counted_);
  return *this;
}

Visitors::Place::~Place() {
  if (home_) home_->leave(counted_);
}

void Visitors::limit(std::size_t total_max, std::size_t per_address_max) {
  const std::lock_guard lock(mutex_);
  total_max_ = total_max;
  per_address_max_ = per_address_max;
}

std::optional<Visitors::Place> Visitors::enter(const Address& peer, bool trusted) {
  const std::lock_guard lock(mutex_);
  if (total_ >= total_max_) return std::nullopt;
  if (trusted) {
    ++total_;
    return Place(this, std::nullopt);
  }
  const Address key = peer.neighbourhood();
  std::size_t& count = by_address_[key];
  if (count >= per_address_max_) return std::nullopt;
  ++count;
  ++total_;
  return Place(this, key);
}

std::size_t Visitors::total() const {
  const std::lock_guard lock(mutex_);
  return total_;
}

void Visitors::leave(const std::optional<Address>& counted) {
  const std::lock_guard lock(mutex_);
  --total_;
  if (!counted) return;
  const auto found = by_address_.find(*counted);
  if (--found->second == 0) by_address_.erase(found);
}

}  // namespace knippe::http
