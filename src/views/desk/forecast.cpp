#include "views/desk/forecast.h"

#include <algorithm>
#include <cstdlib>

#include "domain/workshop/rank_alone.h"
#include "views/lang.h"

namespace knippe::views::desk {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t same_meeting_ms_max = 3 * 60 * minute_ms;

std::int64_t ms_left(const domain::Workshop& workshop, Instant now) {
  std::int64_t left = std::max<std::int64_t>(0, workshop.clock.left_at(now));
  if (workshop.open_alone()) left += domain::together_minutes(workshop) * minute_ms;
  for (const domain::StagePlan& plan : workshop.settings.stages)
    if (plan.stage > workshop.stage) left += plan.minutes * minute_ms;
  return left;
}

Instant start_of_plan(const domain::Workshop& workshop) {
  const auto planned = planned_start(workshop);
  const bool same_meeting = planned && std::abs(planned->ms - workshop.started_at.ms) <= same_meeting_ms_max;
  return same_meeting ? *planned : workshop.started_at;
}

}  // namespace

int planned_minutes(const domain::Workshop& workshop) {
  int sum = 0;
  for (const domain::StagePlan& plan : workshop.settings.stages) sum += plan.minutes;
  return sum;
}

std::optional<Instant> planned_start(const domain::Workshop& workshop) {
  const domain::Description& about = workshop.about;
  if (about.date.empty() || about.starts.empty()) return std::nullopt;
  return instant_of(about.date, about.starts, workshop.settings.time_zone);
}

Forecast forecast(const domain::Workshop& workshop, Instant now) {
  const Instant ends = now.plus_ms(ms_left(workshop, now));
  const Instant planned = start_of_plan(workshop).plus_ms(planned_minutes(workshop) * minute_ms);
  const std::int64_t late_ms = ends.ms - planned.ms;
  const std::int64_t half = late_ms < 0 ? -minute_ms / 2 : minute_ms / 2;
  return {ends, planned, static_cast<int>((late_ms + half) / minute_ms)};
}

}  // namespace knippe::views::desk
