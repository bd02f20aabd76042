#pragma once
// The desk's and the type-in page's buttons, as commands.

#include <optional>

#include "domain/workshop/commands.h"
#include "web/call.h"

namespace knippe::web {

/// The command behind `op` on the desk, given the present state; nothing when the op is unknown.
std::optional<domain::Command> desk_command(const Call& call, const domain::Workshop& workshop);
/// "1 3 7 2 A": keys by their labels, in order. Refused `ranking.unknown_label` (detail: the label).
Result<std::vector<KeyId>> keys_by_label(const domain::Workshop& workshop, std::string_view text);
/// The command behind `op` on the page where a group is typed in; `form.unknown_op` when it is none.
Result<domain::Command> type_in_command(const Call& call, const domain::Workshop& workshop, GroupNumber group);

}  // namespace knippe::web
