#pragma once
// The optional question of key 18, kept apart from everything that a resident writes.

#include "base/digest.h"
#include "store/expectations.h"
#include "views/involvement/involvement.h"
#include "web/call.h"

namespace knippe::web {

/// Whether to ask this browser: `wanted`, or nothing when it has answered.
views::Ask to_ask(const Call& call, views::Ask wanted);
/// The sums as they are now.
Result<domain::involvement::Expectations> expectations_of(const Call& call);

}  // namespace knippe::web
