#pragma once
// How many connections are open, in all and from one neighbourhood.

#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "http/address.h"

namespace knippe::http {

class Visitors {
 public:
  /// Counts one open connection for as long as it lives.
  class Place {
   public:
    Place() = default;
    Place(Place&& other) noexcept;
    Place& operator=(Place&& other) noexcept;
    ~Place();

   private:
    friend class Visitors;
    Place(Visitors* home, std::optional<Address> counted) : home_(home), counted_(counted) {}
    Visitors* home_ = nullptr;
    std::optional<Address> counted_;
  };

  Visitors(std::size_t total_max, std::size_t per_address_max) : total_max_(total_max), per_address_max_(per_address_max) {}
  void limit(std::size_t total_max, std::size_t per_address_max);
  /// Nothing when the house is full. A trusted proxy counts only in the total.
  std::optional<Place> enter(const Address& peer, bool trusted);
  std::size_t total() const;

 private:
  void leave(const std::optional<Address>& counted);

  mutable std::mutex mutex_;
  std::size_t total_max_, per_address_max_, total_ = 0;
  std::unordered_map<Address, std::size_t> by_address_;
};

}  // namespace knippe::http
