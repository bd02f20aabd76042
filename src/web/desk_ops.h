#pragma once
// The desk's and the type-in page's buttons, as commands.

#include <optional>

#include "domain/workshop/commands.h"
#include "web/call.h"

namespace knippe::web {

/// The command behind `op` on the desk, given the present state; nothing when the op is unknown.
std::optional<domain::Command> desk_command(const Call& call, const domain::Workshop& workshop);
/// The command behind `op` on the page where a group is typed in.
std::optional<domain::Command> type_in_command(const Call& call, const domain::Workshop& workshop, GroupNumber group);

}  // namespace knippe::web
