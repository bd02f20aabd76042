#pragma once
// The desk's definitions, for the one translation unit per set of rules that instantiates it:
//   template class knippe::engine::Desk<MyRules>;

#include "engine/desk_load.h"
#include "engine/desk_snapshots.h"
#include "engine/desk_write.h"

namespace knippe::engine {

template <Rules R>
Desk<R>::Desk(journal::Journal& journal, DeskLimits limits)
    : journal_(journal), limits_(limits), writer_([this] { write(); }), snapshotter_([this] { write_snapshots(); }) {}

template <Rules R>
Desk<R>::~Desk() {
  stop();
}

template <Rules R>
void Desk<R>::stop() {
  {
    const std::lock_guard lock(queue_mutex_);
    stopping_ = true;
    queue_filled_.notify_all();
  }
  if (writer_.joinable()) writer_.join();
  {
    const std::lock_guard lock(snapshots_mutex_);
    snapshots_stopping_ = true;
    snapshots_filled_.notify_all();
  }
  if (snapshotter_.joinable()) snapshotter_.join();
}

template <Rules R>
Result<Receipt> Desk<R>::submit(RoomId room, Command command, Context context, CommandId cause) {
  TRY(find(room));
  return enqueue_and_wait({Item::Kind::submit, room, std::move(command), std::move(context), cause, {}, {}, 0});
}

template <Rules R>
Result<Receipt> Desk<R>::create(RoomId room, Command command, Context context, CommandId cause) {
  return enqueue_and_wait({Item::Kind::create, room, std::move(command), std::move(context), cause, {}, {}, 0});
}

template <Rules R>
void Desk<R>::post(RoomId room, Command command, Context context, CommandId cause, Answer answer) {
  if (auto found = find(room); !found) return answer(std::unexpected(std::move(found).error()));
  enqueue({Item::Kind::submit, room, std::move(command), std::move(context), cause, std::move(answer), {}, 0});
}

template <Rules R>
Status Desk<R>::erase(RoomId room, std::vector<Seq> records) {
  TRY(enqueue_and_wait({Item::Kind::erase, room, std::nullopt, Context{}, {}, {}, std::move(records), 0}));
  return erase_listener_ ? erase_listener_(room) : Status{};
}

template <Rules R>
Status Desk<R>::past(RoomId room, const std::function<void(const Past&)>& visit) {
  Status unreadable;
  TRY_STATUS(journal_.read(room, Seq{}, [&](const journal::Event& record) {
    const auto event = R::decode(record.kind, record.body);
    if (event) {
      visit({record.seq, record.time, record.actor, *event, record.commitment, !record.body});
    } else {
      unreadable = std::unexpected(event.error());
    }
    return bool(unreadable);
  }));
  return unreadable;
}

template <Rules R>
Result<Seq> Desk<R>::head(RoomId room) {
  return read(room, [](const State&, Seq seq) { return seq; });
}

template <Rules R>
Result<std::optional<std::string>> Desk<R>::ballot(RoomId id, const std::string& pseudonym) {
  const RoomPtr room = TRY(find(id));
  const std::lock_guard lock(room->durable_box_mutex);
  const auto found = room->durable_box.find(pseudonym);
  return found == room->durable_box.end() ? std::nullopt : std::optional(found->second);
}

template <Rules R>
void Desk<R>::enqueue(Item item) {
  const char* refusal = nullptr;
  {
    const std::lock_guard lock(queue_mutex_);
    if (stopping_) {
      refusal = "desk.stopping";
    } else if (queue_.size() >= limits_.queue) {
      refusal = "desk.busy";
    } else {
      queue_.push_back(std::move(item));
    }
  }
  queue_filled_.notify_one();
  if (refusal) item.answer(fail(ErrorKind::unavailable, refusal));
}

template <Rules R>
Result<Receipt> Desk<R>::enqueue_and_wait(Item item) {
  struct Waiting {
    std::mutex mutex;
    std::condition_variable answered;
    std::optional<Result<Receipt>> result;
  };
  const auto waiting = std::make_shared<Waiting>();
  item.answer = [waiting](Result<Receipt> result) {
    {
      const std::lock_guard lock(waiting->mutex);
      waiting->result = std::move(result);
    }
    waiting->answered.notify_one();
  };
  enqueue(std::move(item));
  std::unique_lock lock(waiting->mutex);
  waiting->answered.wait(lock, [&] { return waiting->result.has_value(); });
  return std::move(*waiting->result);
}

}  // namespace knippe::engine
