#pragma once
// Desk, part 1: rooms come into memory. Included by desk_impl.h only.

#include "engine/desk.h"
#include "engine/snapshot.h"

namespace knippe::engine {

template <Rules R>
auto Desk<R>::in_memory(RoomId id) -> RoomPtr {
  const std::shared_lock lock(rooms_mutex_);
  const auto found = rooms_.find(id);
  return found == rooms_.end() ? nullptr : found->second;
}

/// One that was put out of memory while it was being read may hold what the newer one has stored and not yet published:
/// who saw it would then go back in time.
template <Rules R>
auto Desk<R>::find(RoomId id) -> Result<RoomPtr> {
  for (;;) {
    RoomPtr room = in_memory(id);
    if (!room) {
      // Ids come from addresses that anybody can type: an unknown one must not take a place in memory.
      const journal::Head head = TRY(journal_.head(id));
      if (!head.seq) return fail(ErrorKind::not_found, "room.not_found");
      room = slot(id);
    }
    room->last_used.store(++uses_, std::memory_order_relaxed);
    if (room->loaded.load(std::memory_order_acquire)) return room;
    TRY_STATUS(load(id, room));
    if (in_memory(id) == room) return room;
  }
}

template <Rules R>
auto Desk<R>::slot(RoomId id) -> RoomPtr {
  std::size_t rooms = 0;
  RoomPtr room;
  {
    const std::unique_lock lock(rooms_mutex_);
    RoomPtr& place = rooms_[id];
    if (!place) place = std::make_shared<Room>(limits_.answers_per_room);
    place->last_used.store(++uses_, std::memory_order_relaxed);
    room = place;
    rooms = rooms_.size();
  }
  if (rooms > limits_.rooms) {
    const std::lock_guard lock(queue_mutex_);
    crowded_ = true;
    queue_filled_.notify_one();
  }
  return room;
}

template <Rules R>
Status Desk<R>::load(RoomId id, const RoomPtr& room) {
  if (room->loaded.load(std::memory_order_acquire)) return {};
  const std::lock_guard lock(room->loading);
  if (room->loaded.load(std::memory_order_relaxed)) return {};
  const std::uint64_t erasures = erasures_;
  Side side;
  TRY_STATUS(restore(id, *room, side));
  TRY_STATUS(replay(id, *room, side));
  room->box = TRY(journal_.read_box(id));
  {
    const std::lock_guard box_lock(room->durable_box_mutex);
    room->durable_box = room->box;
  }
  room->sides.set_both(side);
  if (snapshot_due(*room, side.seq)) hand_over_snapshot(id, room, side, erasures);
  room->loaded.store(true, std::memory_order_release);
  return {};
}

template <Rules R>
Status Desk<R>::restore(RoomId id, Room& room, Side& side) {
  room.answered = Answered(limits_.answers_per_room);
  room.snapshot_seq = Seq{};
  const auto snapshot = TRY(journal_.load_snapshot(id, R::fold_version));
  const auto parts = snapshot ? split_snapshot(snapshot->bytes) : std::nullopt;
  if (!parts) return {};
  auto state = R::decode_state(parts->state);
  auto answered = Answered::decode(parts->answered, limits_.answers_per_room);
  if (!state || !answered)
    return {};  // a snapshot is a convenience: without it the room is folded from its first record
  side = Side{std::move(*state), snapshot->seq};
  room.answered = std::move(*answered);
  room.snapshot_seq = snapshot->seq;
  room.snapshot_bytes = snapshot->bytes.size();
  return {};
}

template <Rules R>
Status Desk<R>::replay(RoomId id, Room& room, Side& side) {
  Status readable;
  TRY_STATUS(journal_.read(id, side.seq, [&](const journal::Event& record) {
    if (record.seq == Seq{1} && !R::begins(record.kind)) {  // another kind of room: not of this desk
      readable = fail(ErrorKind::not_found, "room.not_found");
      return false;
    }
    auto event = R::decode(record.kind, record.body);
    if (!event) {
      readable = std::unexpected(std::move(event).error());
      return false;
    }
    R::apply(side.state, *event, typename R::Recorded{record.seq, record.time});
    room.answered.remember_record(record.cause, record.seq);
    side.seq = record.seq;
    return true;
  }));
  return readable;
}

}  // namespace knippe::engine
