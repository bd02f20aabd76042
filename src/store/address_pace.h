#pragma once
// How many contributions came to a case from one address lately, so that throwing cookies away does not make a new person. A library or a
// hall of two hundred shares an address, so that few are refused: from `unread_from` on they are held to be read first, whatever the
// case's policy, and only far above that, a flood, they are refused. In memory: a start begins anew.

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace knippe::store {

enum class Pace { usual, unread, flood };

class AddressPace {
 public:
  static constexpr std::int64_t window_ms = 10 * 60 * 1000;
  static constexpr std::size_t unread_from = 20;
  static constexpr std::size_t flood_from = 600;
  static constexpr std::size_t remembered_max = 50'000;

  explicit AddressPace(const Clock& clock) : clock_(clock) {}
  /// Notes one more from this address, unless it is a flood; what it is in the last ten minutes.
  Pace note(RoomId room, std::string_view address);

 private:
  struct Seen {
    Instant at;
    RoomId room;
    std::string key;
  };
  const Clock& clock_;
  std::mutex mutex_;
  std::deque<Seen> recent_;
};

}  // namespace knippe::store
