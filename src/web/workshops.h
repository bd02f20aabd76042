#pragma once
// A workshop is a stream in the journal and an entry in the list of rooms; these keep the two together.

#include "domain/workshop/commands.h"
#include "web/call.h"

namespace knippe::web {

/// Which room a form makes: the same for a repeated press of it (`repeated`: there already), a fresh one for a tool.
struct NewRoom { RoomId id; engine::CommandId cause; bool repeated = false; };
NewRoom new_room(const Call& call);
/// Lists the room, then stores its first events; takes it off the list again when that fails.
Result<RoomId> make_workshop(const Call& call, domain::CreateWorkshop command);
/// Makes the list agree with the room after a change of title, phase or publishing, and its code and links with its phase.
Status bring_up_to_date(const Call& call, RoomId room);

}  // namespace knippe::web
