#pragma once
// The seam to the append-only log: one gap-free stream of records per room, snapshots and a ballot box beside it. SqliteJournal is the
// product's, MemoryJournal the tests'; a PostgreSQL one must fit without a change here
// (docs/decisions/0003-journal.md). Every call is safe from several threads. Nothing here knows what a record means.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/ballot_box.h"
#include "journal/record.h"

namespace knippe::journal {

/// Records for one room, to stand directly after `expected`, and what happens to its ballot box at the same moment.
struct Proposal {
  RoomId room;
  Seq expected;
  std::vector<Draft> drafts = {};
  std::vector<BoxChange> box = {};  ///< in order; without drafts too
};

enum class Outcome {
  stored,            ///< durable: survives power loss from now on
  overtaken,         ///< the room's head is not `expected`; nothing of this proposal was stored
  in_doubt,          ///< may or may not be stored; read the room anew to learn it
  refused_no_space,  ///< nothing stored; works again when there is space
  refused_busy       ///< nothing stored; somebody else held the database for too long
};

/// Where a room's stream and tree stand. `root` is the RFC 6962 tree head over the first `seq` records.
struct Head {
  Seq seq;
  Digest root{};
  bool operator==(const Head&) const = default;
};

/// A folded state after record `seq`, made by fold `fold_version`. Always reproducible from the records.
struct Snapshot {
  Seq seq;
  int fold_version = 0;
  std::string bytes;
  bool operator==(const Snapshot&) const = default;
};

class Journal {
 public:
  virtual ~Journal() = default;

  /// Stores all proposals in one durable transaction, except those overtaken; one outcome each, in order. At most one
  /// proposal per room. Drafts must pass check_draft(). A box is emptied for good: soon after, no file holds its ballots.
  virtual std::vector<Outcome> append(std::span<const Proposal> proposals) = 0;
  /// Gives the records after `after` in order until `visit` returns false. The event lives only during the call.
  virtual Status read(RoomId room, Seq after, const std::function<bool(const Event&)>& visit) = 0;
  /// What lies in the room's ballot box.
  virtual Result<BallotBox> read_box(RoomId room) = 0;
  /// Seq 0 and the empty tree's root for a room without records.
  virtual Result<Head> head(RoomId room) = 0;
  /// Every room with at least one record, ascending.
  virtual Result<std::vector<RoomId>> rooms() = 0;
  /// Removes the bodies and salts of these records for good, and the room's snapshot with them; the records,
  /// commitments and tree stand. Erasing twice is no error; an unknown record is (`journal.no_such_record`), and then
  /// nothing is erased.
  virtual Status erase(RoomId room, std::span<const Seq> records) = 0;
  /// Replaces the room's snapshot.
  virtual Status save_snapshot(RoomId room, const Snapshot& snapshot) = 0;
  /// The room's snapshot, unless there is none, it is damaged, or another fold made it.
  virtual Result<std::optional<Snapshot>> load_snapshot(RoomId room, int fold_version) = 0;
};

}  // namespace knippe::journal
