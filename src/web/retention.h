#pragma once
// The form about how long names and texts are kept, of a workshop or a case.

#include <optional>

#include "store/store.h"
#include "views/erasure/retention_page.h"
#include "web/call.h"

namespace knippe::web {

views::RetentionLook look_of(const std::optional<store::Retention>& retention);
/// Of the room that is asked for; nullopt when it cannot be read.
std::optional<views::RetentionLook> keeping_of(const Call& call);
/// What was typed; bad_input when it makes no sense.
Result<store::Retention> typed_retention(const Call& call);

}  // namespace knippe::web
