#pragma once
// When the workshop will end if the coming stages keep their minutes, and how that agrees with the plan.

#include <optional>

#include "domain/workshop/workshop.h"

namespace knippe::views::desk {

struct Forecast {
  Instant ends;
  Instant planned;       ///< the end by the plan
  int minutes_late = 0;  ///< negative: ahead of the plan
};

/// The sum of all planned minutes.
int planned_minutes(const domain::Workshop& workshop);
/// When it was to begin, by the set-up; nothing without a date and a time.
std::optional<Instant> planned_start(const domain::Workshop& workshop);
/// For an open workshop. What is left of the present stage's clock (nothing in overtime), then the stages after it. The
/// plan counts from the planned start, or from the opening when the two lie hours apart (a rehearsal) or none was set.
Forecast forecast(const domain::Workshop& workshop, Instant now);

}  // namespace knippe::views::desk
