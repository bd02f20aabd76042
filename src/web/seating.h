#pragma once
// The list of people for mixed tables, and when it goes.

#include "web/site.h"

namespace knippe::web {

/// Takes the list out of every file. Erasing what is not there is no error.
Status erase_seating(const Site& site, RoomId room);
/// The same, unless there is a reason to keep it.
Status erase_seating_at_close(const Site& site, RoomId room);
/// What a crash at the close left behind. To be called once, before the first request.
Status erase_forgotten_seatings(const Site& site);

}  // namespace knippe::web
