#pragma once
// Desk, part 2: the writer thread. Included by desk_impl.h only.

#include <algorithm>

#include "base/check.h"
#include "engine/desk.h"

namespace knippe::engine {

constexpr int attempts_max = 8;

template <Rules R>
void Desk<R>::write() {
  std::vector<Item> batch;
  while (next_batch(batch)) {
    if (batch.size() == 1 && batch.front().kind == Item::Kind::erase) {
      carry_out_erase(std::move(batch.front()));
    } else {
      carry_out(std::move(batch));
    }
  }
}

/// Whatever has queued, up to the bound; an erasure stands alone; empty when only tidying is due. False when stopped
/// and all is answered.
template <Rules R>
bool Desk<R>::next_batch(std::vector<Item>& batch) {
  batch.clear();
  std::unique_lock lock(queue_mutex_);
  queue_filled_.wait(lock, [this] { return !queue_.empty() || stopping_ || crowded_; });
  if (queue_.empty() && stopping_) return false;
  crowded_ = false;
  while (!queue_.empty() && batch.size() < limits_.batch) {
    const bool erases = queue_.front().kind == Item::Kind::erase;
    if (erases && !batch.empty()) break;
    batch.push_back(std::move(queue_.front()));
    queue_.pop_front();
    if (erases) break;
  }
  return true;
}

template <Rules R>
void Desk<R>::carry_out(std::vector<Item> batch) {
  std::vector<Share> shares = decide_all(std::move(batch));
  const auto outcomes = commit(shares);
  for (std::size_t i = 0; i < shares.size(); ++i) settle(shares[i], outcomes[i]);
  tidy(shares);
}

template <Rules R>
auto Desk<R>::decide_all(std::vector<Item> batch) -> std::vector<Share> {
  std::vector<Share> shares;
  std::unordered_map<RoomId, std::size_t> places;
  for (Item& item : batch) {
    const auto [place, is_new] = places.try_emplace(item.room, shares.size());
    if (is_new) shares.push_back(open_share(item.room));
    Share& share = shares[place->second];
    Result<Receipt> result = share.usable ? decide(share, item) : std::unexpected(share.usable.error());
    share.decided.push_back({std::move(item), std::move(result)});
  }
  return shares;
}

template <Rules R>
auto Desk<R>::open_share(RoomId id) -> Share {
  Share share{id, slot(id), {}, {}, {}, {}, {id, {}}};
  Room& room = *share.room;
  room.last_used.store(++uses_, std::memory_order_relaxed);
  share.usable = load(id, share.room);
  if (!share.usable) return share;
  if (!room.missed.empty()) {
    room.sides.drain();
    Side& behind = room.sides.back();
    for (const Happened& happened : room.missed) {
      ++behind.seq.value;
      R::apply(behind.state, happened.event, typename R::Recorded{behind.seq, happened.time});
    }
    room.missed.clear();
  }
  share.proposal.expected = room.sides.back().seq;
  return share;
}

template <Rules R>
Result<Receipt> Desk<R>::decide(Share& share, const Item& item) {
  const Side& side = share.room->sides.back();
  if (const auto span = share.room->answered.find(item.cause)) return Receipt{span->first, span->last, true};
  if (item.kind == Item::Kind::create && side.seq) return refuse("room.exists");
  if (item.kind == Item::Kind::submit && !side.seq) return fail(ErrorKind::not_found, "room.not_found");
  return record(share, item, TRY(R::decide(side.state, *item.command, item.context, share.room->box)));
}

template <Rules R>
Receipt Desk<R>::record(Share& share, const Item& item, std::vector<typename R::Event> events) {
  Side& side = share.room->sides.back();
  const Seq first{side.seq.value + 1};
  const Instant time = item.context.now;
  for (auto& event : events) {
    if (auto change = R::box_change(event)) {
      change_box(share.room->box, *change);
      share.box_changes.push_back(*std::move(change));
    }
    if (!R::is_recorded(event)) continue;
    ++side.seq.value;
    R::apply(side.state, event, typename R::Recorded{side.seq, time});
    share.proposal.drafts.push_back(
        {std::string(R::kind(event)), time, item.context.actor_text(), item.cause, R::encode(event)});
    share.happened.push_back({std::move(event), time});
  }
  share.room->answered.remember(item.cause, {first, side.seq});
  return {first, side.seq, false};
}

/// One outcome per share; a share without records and ballots needs no storing.
template <Rules R>
std::vector<journal::Outcome> Desk<R>::commit(std::vector<Share>& shares) {
  std::vector<journal::Proposal> proposals;
  std::vector<std::size_t> owners;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i].happened.empty() && shares[i].box_changes.empty()) continue;
    shares[i].proposal.box = shares[i].box_changes;
    proposals.push_back(std::move(shares[i].proposal));
    owners.push_back(i);
  }
  std::vector outcomes(shares.size(), journal::Outcome::stored);
  if (proposals.empty()) return outcomes;
  const auto given = journal_.append(proposals);
  CHECK(given.size() == proposals.size());
  for (std::size_t i = 0; i < given.size(); ++i) outcomes[owners[i]] = given[i];
  return outcomes;
}

inline Error error_of(journal::Outcome outcome) {
  using enum journal::Outcome;
  switch (outcome) {
    case refused_no_space:
      return {ErrorKind::unavailable, "desk.no_space", {}};
    case in_doubt:
      return {ErrorKind::in_doubt, "desk.in_doubt", {}};
    case refused_busy:
    case overtaken:
    case stored:
      break;
  }
  return {ErrorKind::unavailable, "desk.busy", {}};
}

template <Rules R>
void Desk<R>::settle(Share& share, journal::Outcome outcome) {
  if (outcome == journal::Outcome::stored) {
    const bool changed = !share.happened.empty();
    if (changed) {
      share.room->missed = std::move(share.happened);
      share.room->sides.flip();
    }
    if (!share.box_changes.empty()) {
      const std::lock_guard lock(share.room->durable_box_mutex);
      for (const BoxChange& change : share.box_changes) change_box(share.room->durable_box, change);
    }
    for (Decided& decided : share.decided) decided.item.answer(std::move(decided.result));
    const Seq seq = share.room->sides.front().seq;
    if (changed && listener_) listener_(share.id, seq);
    if (changed && snapshot_due(*share.room, seq))
      hand_over_snapshot(share.id, share.room, share.room->sides.front(), erasures_);
    return;
  }
  // The back and the answered ids run ahead of what is stored, and so do answers that were decided on them.
  forget(share.id);
  if (outcome == journal::Outcome::overtaken) return try_again(share);
  for (Decided& decided : share.decided) decided.item.answer(std::unexpected(error_of(outcome)));
}

/// Back to the front of the queue, in order, to be decided on what is there now.
template <Rules R>
void Desk<R>::try_again(Share& share) {
  for (auto decided = share.decided.rbegin(); decided != share.decided.rend(); ++decided) {
    Item& item = decided->item;
    if (++item.attempts >= attempts_max) {
      item.answer(std::unexpected(error_of(journal::Outcome::overtaken)));
    } else {
      const std::lock_guard lock(queue_mutex_);
      queue_.push_front(std::move(item));
    }
  }
}

template <Rules R>
void Desk<R>::carry_out_erase(Item item) {
  Status erased;
  {
    const std::lock_guard lock(saving_);
    ++erasures_;
    erased = journal_.erase(item.room, item.records);
  }
  forget(item.room);
  if (!erased) return item.answer(std::unexpected(std::move(erased).error()));
  item.answer(Receipt{});
  const auto now = head(item.room);
  if (now && listener_) listener_(item.room, *now);
}

template <Rules R>
void Desk<R>::forget(RoomId id) {
  const std::unique_lock lock(rooms_mutex_);
  rooms_.erase(id);
}

template <Rules R>
void Desk<R>::tidy(const std::vector<Share>& shares) {
  for (const Share& share : shares)
    if (!share.usable || !share.room->sides.front().seq) forget(share.id);
  evict_longest_unused();
}

template <Rules R>
void Desk<R>::evict_longest_unused() {
  const std::unique_lock lock(rooms_mutex_);
  if (rooms_.size() <= limits_.rooms) return;
  std::vector<std::pair<std::uint64_t, RoomId>> by_use;
  for (const auto& [id, room] : rooms_) by_use.emplace_back(room->last_used.load(std::memory_order_relaxed), id);
  const auto surplus = by_use.begin() + static_cast<std::ptrdiff_t>(rooms_.size() - limits_.rooms);
  std::ranges::nth_element(by_use, surplus);
  for (auto unused = by_use.begin(); unused != surplus; ++unused) rooms_.erase(unused->second);
}

}  // namespace knippe::engine
