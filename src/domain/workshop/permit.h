#pragma once
// The questions that many decisions ask first.

#include "base/result.h"
#include "domain/actor.h"
#include "domain/workshop/workshop.h"

namespace knippe::domain {

/// `workshop.not_open` unless people can work in it.
Status require_open(const Workshop& workshop);
/// `actor.not_facilitator` for a phone.
Status require_facilitator(const Context& context);
/// The group, if the actor may act for it: `group.unknown`, `group.not_yours`.
Result<const Group*> group_for(const Workshop& workshop, GroupNumber number, const Context& context);
/// For contributions: the group as above, and the stage is the present one (phone) or has been opened (facilitator): `stage.closed`.
Result<const Group*> contributing_group(const Workshop& workshop, GroupNumber number, Stage stage, const Context& context);
/// `key.unknown` unless 0 or an existing key.
Status require_key_or_none(const Workshop& workshop, KeyId key);

}  // namespace knippe::domain
