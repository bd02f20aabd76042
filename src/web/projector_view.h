#pragma once
// The projector's page with what it needs from outside the room's state.

#include <string>

#include "domain/workshop/workshop.h"
#include "views/html/url.h"
#include "views/projector/projector.h"
#include "web/site.h"

namespace knippe::web {

views::ProjectorLink projector_link(const Site& site, RoomId room, std::string_view token);
/// For the stream: the same without the address of the stream itself.
std::string projector_fragments_of(const Site& site, const views::View& view, const domain::Workshop& workshop, RoomId room);

}  // namespace knippe::web
