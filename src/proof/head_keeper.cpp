#include "proof/head_keeper.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/encoding.h"
#include "proof/receipt.h"

namespace knippe::proof {
namespace {

struct Fresh {
  KeptHead kept;
  Digest root{};
  bool opened = false;     ///< among the records since the head before
  bool closed = false;
  bool published = false;
  bool is_public = false;
};

Fresh fresh_head(const Log& log, RoomId room, std::uint64_t after, const Keyring& keys, Instant now) {
  const std::uint64_t size = log.tree.size();
  Fresh fresh{.kept = {room, size, now, {}, {}}, .root = log.tree.root(), .is_public = log.is_public()};
  fresh.kept.note = keys.sign(room, size, fresh.root);
  for (const Mark& mark : log.marks) {
    if (mark.seq.value <= after) continue;
    if (gets_receipt(mark.kind)) fresh.kept.receipts.push_back({receipt_code(log.leaf(mark.seq)), mark.seq});
    fresh.opened = fresh.opened || is_opening(mark.kind);
    fresh.closed = fresh.closed || mark.kind == "WorkshopClosed" || mark.kind == "InvolvementClosed";
    fresh.published = fresh.published || mark.kind == "ReportPublished";
  }
  return fresh;
}

const char* why_noted(const Fresh& fresh, const std::optional<KeptHead>& before) {
  if (!fresh.is_public) return nullptr;
  if (fresh.published) return "published";
  if (fresh.closed) return "closed";
  if (fresh.opened || !before) return "first";
  return utc_date(before->time) != utc_date(fresh.kept.time) ? "day" : nullptr;
}

}  // namespace

HeadKeeper::HeadKeeper(journal::Journal& journal, Logbook& logbook, const Keyring& keys, const Clock& clock, HeadShelf shelf,
                       SystemNotes& notes, int pause_ms)
    : journal_(journal), logbook_(logbook), keys_(keys), clock_(clock), shelf_(std::move(shelf)), notes_(notes), pause_ms_(pause_ms) {}

void HeadKeeper::start() {
  thread_ = std::thread([this] { work(); });
}

void HeadKeeper::changed(RoomId room) {
  const std::lock_guard lock(mutex_);
  changed_.insert(room);
  woken_.notify_one();
}

void HeadKeeper::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    woken_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

Status HeadKeeper::catch_up() {
  for (const RoomId room : TRY(journal_.rooms())) {
    const journal::Head head = TRY(journal_.head(room));
    const auto newest = TRY(shelf_.newest(room));
    if (!newest || newest->size < head.seq.value) TRY_STATUS(keep_head(room));
  }
  return {};
}

/// What fails (a full disk) is tried again in the next round or at the next start: the head is computed from the log.
void HeadKeeper::work() {
  (void)catch_up();
  for (;;) {
    std::set<RoomId> rooms;
    bool last = false;
    {
      std::unique_lock lock(mutex_);
      woken_.wait(lock, [this] { return stopping_ || !changed_.empty(); });
      rooms.swap(changed_);
      last = stopping_;
    }
    for (const RoomId room : rooms)
      if (!keep_head(room) && !last) changed(room);
    std::unique_lock lock(mutex_);
    if (last && changed_.empty()) return;
    woken_.wait_for(lock, std::chrono::milliseconds(pause_ms_), [this] { return stopping_; });
  }
}

Status HeadKeeper::keep_head(RoomId room) {
  const auto before = TRY(shelf_.newest(room));
  const std::uint64_t after = before ? before->size : 0;
  const Fresh fresh = TRY(logbook_.read(room, [&](const Log& log) -> Result<Fresh> {
    return fresh_head(log, room, after, keys_, clock_.now());
  }));
  if (fresh.kept.size <= after) return {};
  const char* why = room == system_room ? nullptr : why_noted(fresh, before);
  if (why) TRY_STATUS(note_in_system_room(fresh.kept, fresh.root, why));
  TRY_STATUS(shelf_.keep(fresh.kept));
  return why ? keep_head(system_room) : Status{};
}

/// Before the head is kept: a kept head is not looked at again, and its note would be lost with a full disk.
Status HeadKeeper::note_in_system_room(const KeptHead& kept, const Digest& root, const char* why) {
  std::uint64_t& noted = noted_[kept.room];
  if (noted == kept.size) return {};
  TRY_STATUS(notes_.note("RoomHeadNoted", fmt::format(R"({{"room":"{}","size":{},"root":"{}","why":"{}"}})", to_base32(kept.room.value), kept.size,
                                                      to_hex(root), why), kept.time));
  noted = kept.size;
  return {};
}

}  // namespace knippe::proof
