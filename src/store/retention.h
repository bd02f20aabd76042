#pragma once
// How long a workshop's names and texts are kept after its end: an administrative choice with a reason, outside the log. What is due is
// written down when the workshop is closed, so that a sweep needs only look here.

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::store {

class Database;

enum class Goes {
  nothing,  ///< the archive duty keeps all; needs a reason
  names,    ///< names go, what was written stays; needs a reason
  all       ///< names, texts and pictures
};

struct Retention {
  Goes what = Goes::all;
  int days = 365;  ///< after the end
  std::string reason;
  std::optional<Instant> due;  ///< none: not over, nothing goes, or it is gone already
  bool operator==(const Retention&) const = default;
};

inline constexpr int retention_days_max = 3'650;

class Retentions {
 public:
  explicit Retentions(Database& database) : database_(database) {}

  /// nullopt: nothing was decided for this room, so nothing goes.
  Result<std::optional<Retention>> find(RoomId room);
  /// Decides anew. `closed_at`: of a workshop that is over. bad_input `retention.days`, `retention.reason_missing`.
  Status set(RoomId room, const Retention& retention, std::optional<Instant> closed_at);
  /// The workshop is over: the time runs from now on. Once only.
  Status start(RoomId room, Instant closed_at);
  /// What was due is gone.
  Status finish(RoomId room);
  Status drop(RoomId room);
  /// Rooms whose time is up at `now`.
  Result<std::vector<RoomId>> due(Instant now);

 private:
  Database& database_;
};

}  // namespace knippe::store
