#pragma once
// Where the web says that somebody should be told something. What was done stands also when its message cannot be written.

#include "store/outbox.h"
#include "web/call.h"

namespace knippe::web {

/// In the language of whoever does it; the recipient's own is not known.
void tell(const Call& call, store::Message message);

}  // namespace knippe::web
