#pragma once
// The one way into the system room: heads of rooms and administrative acts pass here, one after the other, each durable when note() comes
// back without error. Whoever else writes to the room meanwhile (a tool at the same data) overtakes, and the note is tried again.

#include <functional>
#include <mutex>
#include <string>

#include "base/time.h"
#include "journal/journal.h"

namespace knippe::proof {

class SystemNotes {
 public:
  /// The journal must outlive it.
  explicit SystemNotes(journal::Journal& journal) : journal_(journal) {}

  /// Appends one record. unavailable `desk.no_space` or `desk.busy`: nothing was stored.
  Status note(std::string kind, std::string body, Instant time);
  /// `listener` hears after each note, on the thread that wrote it. Set before the first.
  void on_note(std::function<void()> listener) { listener_ = std::move(listener); }

 private:
  /// True: stored; false: try again.
  Result<bool> try_once(const journal::Draft& draft);

  journal::Journal& journal_;
  std::mutex mutex_;
  std::function<void()> listener_;
};

}  // namespace knippe::proof
