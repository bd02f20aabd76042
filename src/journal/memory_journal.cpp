#include "journal/memory_journal.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "base/check.h"
#include "journal/tree.h"

namespace knippe::journal {
namespace {

class MemoryJournal final : public Journal {
 public:
  explicit MemoryJournal(Random& random) : random_(random) {}

  std::vector<Outcome> append(std::span<const Proposal> proposals) override {
    const std::lock_guard lock(mutex_);
    std::vector<Outcome> outcomes;
    for (const Proposal& proposal : proposals) outcomes.push_back(append_one(proposal));
    return outcomes;
  }

  Status read(RoomId room, Seq after, const std::function<bool(const Event&)>& visit) override {
    for (const Event& event : copy_after(room, after))
      if (!visit(event)) break;
    return {};
  }

  Result<BallotBox> read_box(RoomId room) override {
    const std::lock_guard lock(mutex_);
    return streams_[room].box;
  }

  Result<Head> head(RoomId room) override {
    const std::lock_guard lock(mutex_);
    const auto found = streams_.find(room);
    const CompactRange tree = found == streams_.end() ? CompactRange{} : found->second.tree;
    return Head{Seq{tree.size()}, tree.root()};
  }

  Result<std::vector<RoomId>> rooms() override {
    const std::lock_guard lock(mutex_);
    std::vector<RoomId> ids;
    for (const auto& [id, stream] : streams_)
      if (!stream.events.empty()) ids.push_back(id);
    return ids;
  }

  Status erase(RoomId room, std::span<const Seq> records) override {
    const std::lock_guard lock(mutex_);
    Stream& stream = streams_[room];
    for (const Seq seq : records)
      if (!seq || seq.value > stream.events.size()) return fail(ErrorKind::not_found, "journal.no_such_record");
    for (const Seq seq : records) {
      stream.events[seq.value - 1].body.reset();
      stream.events[seq.value - 1].salt.reset();
    }
    stream.snapshot.reset();
    return {};
  }

  Status save_snapshot(RoomId room, const Snapshot& snapshot) override {
    const std::lock_guard lock(mutex_);
    streams_[room].snapshot = snapshot;
    return {};
  }

  Result<std::optional<Snapshot>> load_snapshot(RoomId room, int fold_version) override {
    const std::lock_guard lock(mutex_);
    const auto& snapshot = streams_[room].snapshot;
    return snapshot && snapshot->fold_version == fold_version ? snapshot : std::nullopt;
  }

 private:
  struct Stream {
    std::vector<Event> events;
    CompactRange tree;
    std::optional<Snapshot> snapshot;
    BallotBox box;
  };

  Outcome append_one(const Proposal& proposal) {
    Stream& stream = streams_[proposal.room];
    if (proposal.expected.value != stream.events.size()) return Outcome::overtaken;
    for (const Draft& draft : proposal.drafts) {
      CHECK(check_draft(draft));
      const Salt salt = random_.bytes<32>();
      Event event{proposal.room, Seq{stream.events.size() + 1}, draft.kind, draft.time, draft.actor,
                  draft.cause,   commitment(salt, draft.body),  draft.body, salt};
      stream.tree.add(leaf_hash(event));
      stream.events.push_back(std::move(event));
    }
    for (const BoxChange& change : proposal.box) change_box(stream.box, change);
    return Outcome::stored;
  }

  std::vector<Event> copy_after(RoomId room, Seq after) {
    const std::lock_guard lock(mutex_);
    const auto found = streams_.find(room);
    if (found == streams_.end() || after.value >= found->second.events.size()) return {};
    const auto& events = found->second.events;
    return {events.begin() + static_cast<std::ptrdiff_t>(after.value), events.end()};
  }

  Random& random_;
  std::mutex mutex_;
  std::map<RoomId, Stream> streams_;
};

}  // namespace

std::unique_ptr<Journal> make_memory_journal(Random& random) { return std::make_unique<MemoryJournal>(random); }

}  // namespace knippe::journal
