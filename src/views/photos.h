#pragma once
// Pictures of a group's poster: sending, describing, deleting them, and (at the desk) choosing those for the report. The same wall
// stands on the group's own page and on the desk's page about the group.

#include <string>
#include <string_view>

#include "domain/workshop/workshop.h"
#include "views/html.h"
#include "views/view.h"

namespace knippe::views {

struct PhotoWall {
  const View& view;
  const domain::Workshop& workshop;
  GroupNumber group;
  std::string pictures;    ///< "/rom/…/bilde": a picture is at /N and its thumbnail at /N/liten
  std::string form_to;     ///< where the forms go
  bool may_change = false;
  bool may_choose = false; ///< the facilitator
  const Kept& kept;
};
/// The form and the pictures. Kept forms: "last-opp", "beskriv:ID" and "vis:ID" (field "alt").
void photo_wall(Writer& h, const PhotoWall& wall);
/// The id of the input that a refusal belongs to; empty when it is not about pictures.
std::string photo_input(const Kept& kept);
/// "Bilde av plakaten", or "Bilde av plakaten (2)".
std::string photo_count(const Words& w, const domain::Workshop& workshop, GroupNumber group);

}  // namespace knippe::views
