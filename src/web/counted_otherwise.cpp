#include "web/counted_otherwise.h"

namespace knippe::web {

std::shared_ptr<const CountedOtherwise::Found> CountedOtherwise::of(RoomId room, Seq seq, const std::function<Found()>& work_out) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = rooms_.find(room); known != rooms_.end() && known->second.seq == seq) return known->second.found;
  }
  auto found = std::make_shared<const Found>(work_out());
  const std::lock_guard lock(mutex_);
  if (rooms_.size() >= most_rooms) rooms_.clear();
  rooms_[room] = {seq, found};
  return found;
}

}  // namespace knippe::web
