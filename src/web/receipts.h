#pragma once
// What a receipt says, worked out from the log and the present state.

#include <optional>
#include <string>

#include "base/result.h"
#include "proof/logbook.h"
#include "proof/receipt.h"
#include "views/proof/proof.h"
#include "web/call.h"

namespace knippe::web {

/// The room whose log holds the record with this code (twelve characters); not_found `receipt.unknown`.
Result<RoomId> room_of_receipt(const Call& call, const std::string& code);
/// Where a contribution's or a support's receipt with this code is shown, if it is of a case that anybody can see.
std::optional<std::string> case_receipt_path(const Call& call, const std::string& code);
/// The facts behind a code in `room`; not_found `receipt.unknown`.
Result<views::ReceiptFacts> receipt_facts(const Call& call, RoomId room, const std::string& code);
/// The whole receipt over the newest head.
Result<proof::WholeReceipt> whole_receipt(const Call& call, RoomId room, const std::string& code);
/// The code of the last ranking that `group` handed in in `round` (0: any); nothing when there is none.
std::optional<std::string> last_code(const proof::Log& log, GroupNumber group, int round);

/// The code of this phone's newest mark of its own; nothing when it has not handed in alone.
std::optional<std::string> own_mark(const proof::Log& log, PhoneId phone);

}  // namespace knippe::web
