#pragma once
// Desk, part 3: snapshots. Included by desk_impl.h only.

#include <algorithm>

#include "engine/desk.h"
#include "engine/snapshot.h"

namespace knippe::engine {

/// Snapshot bytes one record may cost on average.
constexpr std::uint64_t snapshot_bytes_per_record = 512;
constexpr std::size_t snapshots_waiting_max = 8;

template <Rules R>
bool Desk<R>::snapshot_due(const Room& room, Seq seq) const {
  const std::uint64_t interval = std::max(limits_.snapshot_every, room.snapshot_bytes / snapshot_bytes_per_record);
  return seq.value - room.snapshot_seq.value >= interval;
}

template <Rules R>
void Desk<R>::hand_over_snapshot(RoomId id, const RoomPtr& room, const Side& side, std::uint64_t erasures) {
  const std::lock_guard lock(snapshots_mutex_);
  if (snapshots_.size() >= snapshots_waiting_max) return;  // stays due
  snapshots_.push_back({id, room, side, room->answered.encode(), erasures});
  room->snapshot_seq = side.seq;
  snapshots_filled_.notify_one();
}

template <Rules R>
void Desk<R>::write_snapshots() {
  std::unique_lock lock(snapshots_mutex_);
  for (;;) {
    snapshots_filled_.wait(lock, [this] { return !snapshots_.empty() || snapshots_stopping_; });
    if (snapshots_.empty()) return;
    const PendingSnapshot pending = std::move(snapshots_.front());
    snapshots_.pop_front();
    lock.unlock();
    write_snapshot(pending);
    lock.lock();
  }
}

/// Failing is allowed: the room is folded from older records then. A state made before an erasure must not come back
/// after it.
template <Rules R>
void Desk<R>::write_snapshot(const PendingSnapshot& pending) {
  const journal::Snapshot snapshot{pending.side.seq, R::fold_version,
                                   join_snapshot({pending.answered, R::encode_state(pending.side.state)})};
  pending.room->snapshot_bytes = snapshot.bytes.size();
  const std::lock_guard lock(saving_);
  if (pending.erasures == erasures_) static_cast<void>(journal_.save_snapshot(pending.id, snapshot));
}

}  // namespace knippe::engine
