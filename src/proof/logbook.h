#pragma once
// The logs as proofs need them: per room the tree over all its records and the few records that are asked for by name. Read from the
// journal when asked, kept in memory while in use (64 bytes a record). Every call is safe from several threads.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/journal.h"
#include "proof/hash_tree.h"

namespace knippe::proof {

/// A record that a receipt was given for, or at which a head is worth noting (a room opened or closed, a report published). No body is
/// kept: what is erased from the journal is nowhere here.
struct Mark {
  Seq seq;
  std::string kind;
  Instant time;
  std::string actor;
  std::uint32_t group = 0;  ///< of a group's hand-in
  int round = 0;            ///< of a hand-in
};

/// Whether a room stops being its makers' own with a record of this kind.
bool is_opening(std::string_view kind);

/// A room's log as of its newest durable record.
struct Log {
  HashTree tree;
  std::vector<Mark> marks;  ///< ascending
  bool opened = false;      ///< the room has been open to others than those who made it
  bool rehearsal = false;

  /// Strangers may know that there is such a room.
  bool is_public() const { return opened && !rehearsal; }
  const Digest& leaf(Seq seq) const { return tree.leaf(seq.value - 1); }
  /// The mark whose receipt code this is, or nullptr.
  const Mark* find(std::string_view code) const;
};

class Logbook {
 public:
  /// The journal must outlive the logbook. More than `leaves_max` records in memory: the longest unused rooms go.
  explicit Logbook(journal::Journal& journal, std::uint64_t leaves_max = 4'000'000) : journal_(journal), leaves_max_(leaves_max) {}

  /// Calls f(const Log&) and gives what it gives (a Result). not_found `room.not_found` for a room without records.
  template <class F>
  auto read(RoomId room, F&& f) -> std::invoke_result_t<F, const Log&> {
    const auto entry = TRY(caught_up(room));
    const std::lock_guard lock(entry->mutex);
    return f(std::as_const(entry->log));
  }
  /// The rooms in memory whose log has this receipt; for codes too fresh to be listed.
  std::optional<RoomId> find_in_memory(std::string_view code);
  /// The records themselves, in order, up to number `last`.
  Status each_record(RoomId room, Seq last, const std::function<void(const journal::Event&)>& visit);
  /// The envelope of a record; not_found `room.not_found` when there is no such record.
  Result<std::string> envelope(RoomId room, Seq record);
  /// When a record was made; the same error.
  Result<Instant> time_of(RoomId room, Seq record);
  Result<std::vector<RoomId>> rooms() { return journal_.rooms(); }

 private:
  struct Entry {
    std::mutex mutex;
    Log log;
    std::uint64_t used = 0;  ///< guarded by the logbook's mutex
  };
  using EntryPtr = std::shared_ptr<Entry>;

  Result<EntryPtr> caught_up(RoomId room);
  EntryPtr entry_of(RoomId room);
  void make_room(RoomId keep);

  journal::Journal& journal_;
  const std::uint64_t leaves_max_;
  std::mutex mutex_;
  std::uint64_t uses_ = 0;
  std::unordered_map<RoomId, EntryPtr> entries_;
};

}  // namespace knippe::proof
