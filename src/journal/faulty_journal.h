#pragma once
// A journal that fails on command, around another one. For tests and simulation.

#include <atomic>
#include <functional>

#include "journal/journal.h"

namespace knippe::journal {

class FaultyJournal final : public Journal {
 public:
  enum class Fault {
    none,
    lost,        ///< in doubt, and not stored
    unanswered,  ///< in doubt, but stored
    no_space,    ///< refused
    unreadable   ///< reading fails; appending works
  };

  explicit FaultyJournal(Journal& inner) : inner_(inner) {}
  /// What the next calls do, until changed.
  void set(Fault fault) { fault_ = fault; }
  /// Called before each append, on the appending thread.
  void before_append(std::function<void()> hook) { before_append_ = std::move(hook); }

  std::vector<Outcome> append(std::span<const Proposal> proposals) override {
    if (before_append_) before_append_();
    const Fault fault = fault_;
    if (fault == Fault::lost) return std::vector<Outcome>(proposals.size(), Outcome::in_doubt);
    if (fault == Fault::no_space) return std::vector<Outcome>(proposals.size(), Outcome::refused_no_space);
    auto outcomes = inner_.append(proposals);
    if (fault == Fault::unanswered) outcomes.assign(proposals.size(), Outcome::in_doubt);
    return outcomes;
  }
  Status read(RoomId room, Seq after, const std::function<bool(const Event&)>& visit) override {
    if (fault_ == Fault::unreadable) return fail(ErrorKind::internal, "journal.cannot_read");
    return inner_.read(room, after, visit);
  }
  Result<BallotBox> read_box(RoomId room) override {
    if (fault_ == Fault::unreadable) return fail(ErrorKind::internal, "journal.cannot_read");
    return inner_.read_box(room);
  }
  Result<Head> head(RoomId room) override { return inner_.head(room); }
  Result<std::vector<RoomId>> rooms() override { return inner_.rooms(); }
  Status erase(RoomId room, std::span<const Seq> records) override { return inner_.erase(room, records); }
  Status save_snapshot(RoomId room, const Snapshot& snapshot) override { return inner_.save_snapshot(room, snapshot); }
  Result<std::optional<Snapshot>> load_snapshot(RoomId room, int fold_version) override {
    return inner_.load_snapshot(room, fold_version);
  }

 private:
  Journal& inner_;
  std::atomic<Fault> fault_{Fault::none};
  std::function<void()> before_append_;
};

}  // namespace knippe::journal
