#pragma once
// Signs the heads of rooms that changed, at most once a second each, on a thread of its own, and notes some of them in the system room
// (docs/formats/checkpoint.md). Nobody who writes waits for it; what it has not come to when the process ends, it signs at the next start.

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "base/time.h"
#include "proof/keyring.h"
#include "proof/logbook.h"
#include "proof/system_notes.h"

namespace knippe::proof {

struct KeptHead {
  RoomId room;
  std::uint64_t size = 0;
  Instant time;
  std::string note;
  struct Receipt {
    std::string code;
    Seq seq;
  };
  std::vector<Receipt> receipts;  ///< of the records since the head before
};

/// Where kept heads lie.
struct HeadShelf {
  std::function<Status(const KeptHead&)> keep;
  /// The newest one of a room, without its receipts; nothing when there is none.
  std::function<Result<std::optional<KeptHead>>(RoomId)> newest;
};

class HeadKeeper {
 public:
  /// All must outlive the keeper. `pause_ms`: between two rounds.
  HeadKeeper(journal::Journal& journal, Logbook& logbook, const Keyring& keys, const Clock& clock, HeadShelf shelf, SystemNotes& notes,
             int pause_ms = 1000);
  ~HeadKeeper() { stop(); }
  HeadKeeper(const HeadKeeper&) = delete;

  /// Starts the thread; rooms whose newest head is behind their log are signed first.
  void start();
  /// Never waits.
  void changed(RoomId room);
  /// Signs what is left and ends the thread.
  void stop();
  /// One round by hand, for tests: every room that is behind.
  Status catch_up();

 private:
  void work();
  Status keep_head(RoomId room);
  Status note_in_system_room(const KeptHead& kept, const Digest& root, const char* why);

  journal::Journal& journal_;
  Logbook& logbook_;
  const Keyring& keys_;
  const Clock& clock_;
  const HeadShelf shelf_;
  SystemNotes& notes_;
  const int pause_ms_;
  std::mutex mutex_;
  std::condition_variable woken_;
  std::set<RoomId> changed_;
  bool stopping_ = false;
  std::map<RoomId, std::uint64_t> noted_;  ///< heads noted by this process, so that a retry does not note them twice
  std::thread thread_;
};

}  // namespace knippe::proof
