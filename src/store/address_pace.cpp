#include "store/address_pace.h"

#include <algorithm>

#include "store/wrong_tries.h"

namespace knippe::store {

Pace AddressPace::note(RoomId room, std::string_view address) {
  const Instant now = clock_.now();
  std::string key = address_key(address);
  const std::scoped_lock lock(mutex_);
  while (!recent_.empty() && (recent_.front().at.plus_ms(window_ms) <= now || recent_.size() >= remembered_max)) recent_.pop_front();
  const auto from_here = static_cast<std::size_t>(std::ranges::count_if(recent_, [&](const Seen& each) { return each.room == room && each.key == key; }));
  if (from_here >= flood_from) return Pace::flood;
  recent_.push_back({now, room, std::move(key)});
  return from_here >= unread_from ? Pace::unread : Pace::usual;
}

}  // namespace knippe::store
