#pragma once
// The stage's clock, shared by those who start one.

#include "domain/workshop/workshop.h"

namespace knippe::domain {

/// Running from `now`; no clock for 0 minutes.
Countdown started(int minutes, Instant now);

}  // namespace knippe::domain
