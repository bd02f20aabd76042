#pragma once
// A workshop is deleted in steps that can be repeated: the intent in the store, RoomClosed in the log (from then on nobody sees
// anything), everything of it in the store, then every other body in the log. What a crash interrupts, the next start finishes.

#include "domain/actor.h"
#include "web/site.h"

namespace knippe::web {

Status delete_room(const Site& site, RoomId room, domain::Actor actor);
/// To be called once, before the first request.
Status finish_deletions(const Site& site);

}  // namespace knippe::web
