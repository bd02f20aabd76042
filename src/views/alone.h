#pragma once
// What may be published of each person's own ranking (docs/decisions/0008-ballot-box.md): the ballots of the whole room, without owners,
// and only where Workshop::may_show() says so.

#include <vector>

#include "domain/workshop/workshop.h"
#include "tally/positional.h"

namespace knippe::views {

/// The rounds whose box has been opened, in order.
std::vector<const domain::AloneRound*> opened_boxes(const domain::Workshop& workshop);
/// Counted by the workshop's own rule, best first; option = key number - 1. Makes the result only where the set-up says so.
std::vector<tally::Row> count_persons(const domain::Workshop& workshop, const domain::AloneRound& alone);

}  // namespace knippe::views
