#pragma once
// How long a workshop's names and texts are kept.

#include <optional>
#include <string>

#include "views/html.h"
#include "views/desk/desk.h"

namespace knippe::views {

struct RetentionLook {
  bool decided = false;
  std::string what = "all";  ///< "all", "names", "nothing": what goes
  int days = 365;
  std::string reason;
  std::optional<Instant> due;
};
/// What the form needs, of a workshop or a case.
struct Keeping {
  const View& view;
  const Kept& kept;
  const std::string& zone;
  Url action;
  bool of_case = false;
};
/// What is decided, and when it happens.
std::string retention_standing(const Keeping& keeping, const RetentionLook& look);
/// The same in public, with the reason in the language of the room (`spoken`: its lang attribute).
void retention_said(Writer& h, const Keeping& keeping, const RetentionLook& look, Attribute spoken);
void retention_form(Writer& h, const Keeping& keeping, const RetentionLook& look);
/// GET /styring/{room}/lagring. Kept form "lagring".
std::string retention_page(const View& view, const domain::Workshop& workshop, RoomId room, const RetentionLook& look, const Kept& kept = {});

}  // namespace knippe::views
