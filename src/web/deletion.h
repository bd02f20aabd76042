#pragma once
// A workshop or case is deleted in steps that can be repeated: the intent in the store, RoomClosed in the log (from then on nobody sees
// anything), everything of it in the store, then every other body in the log. What a crash interrupts, the next start finishes.

#include "domain/actor.h"
#include "views/desk/keeping.h"
#include "web/site.h"

namespace knippe::web {

/// The head of a room's tree, as pages show it.
Result<views::TreeHead> tree_head(const Site& site, RoomId room);
/// A workshop or a case.
Status delete_room(const Site& site, RoomId room, domain::Actor actor);
/// To be called once, before the first request.
Status finish_deletions(const Site& site);

}  // namespace knippe::web
