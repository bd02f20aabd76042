#pragma once
// Tables that a program plays in a rehearsal, so that whoever practises sees the projector move. They only do what the present stage
// asks of tables; stages, acceptance and the rest are the facilitator's. Nothing is kept outside the room: a start forgets who plays.

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "domain/workshop/commands.h"
#include "views/lang.h"
#include "web/site.h"

namespace knippe::web {

/// What the played tables do next; nothing when they wait for the facilitator. Tables that have phones are left alone.
std::optional<domain::Command> next_move(const domain::Workshop& workshop, const views::Words& words);

class PlayedTables {
 public:
  static constexpr std::size_t rooms_max = 4;
  static constexpr std::chrono::minutes longest{20};

  ~PlayedTables() { end(); }
  /// Begins to play, in a thread of its own; the site must live until end().
  void begin(const Site& site);
  void end();

  /// For twenty minutes, or until stopped or the workshop is over. Refused: `rehearsal.not_one`, `rehearsal.busy`.
  Status start(const Site& site, RoomId room);
  void stop(RoomId room);
  bool plays(RoomId room) const;

 private:
  using Steady = std::chrono::steady_clock;
  void run(const std::stop_token& stop, const Site& site);
  /// False when there is nothing more to play in this room.
  static bool move(const Site& site, RoomId room);

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::map<RoomId, Steady::time_point> until_;
  std::jthread thread_;
};

}  // namespace knippe::web
