#pragma once
// How long a workshop's names and texts are kept.

#include <optional>
#include <string>

#include "views/desk/desk.h"

namespace knippe::views {

struct RetentionLook {
  bool decided = false;
  std::string what = "all";  ///< "all", "names", "nothing": what goes
  int days = 365;
  std::string reason;
  std::optional<Instant> due;
};
/// GET /styring/{room}/lagring. Kept form "lagring".
std::string retention_page(const View& view, const domain::Workshop& workshop, RoomId room, const RetentionLook& look, const Kept& kept = {});

}  // namespace knippe::views
