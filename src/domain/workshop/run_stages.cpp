// Opening and closing the workshop, moving between stages, the stage's clock.

#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"
#include "domain/workshop/rank_alone.h"
#include "domain/workshop/run_stages.h"

namespace knippe::domain {

Countdown started(int minutes, Instant now) {
  if (minutes == 0) return {};
  const std::int64_t planned = std::int64_t{minutes} * 60'000;
  return {.planned_ms = planned, .ends_at = now.plus_ms(planned), .left_ms = 0};
}

namespace {

StageOpened opening(const Workshop& workshop, Stage stage, Instant now) {
  const bool new_round = stage == Stage::rank;
  const bool alone = new_round && workshop.settings.alone_first;
  const int minutes = alone ? alone_minutes(workshop) : workshop.minutes_of(stage);
  return {stage, workshop.round + (new_round ? 1 : 0), started(minutes, now), alone};
}

/// Before the first pitch everyone queues up in the order of their numbers.
void queue_everyone(const Workshop& workshop, Events& events) {
  const Pitches& pitches = workshop.pitches;
  if (!pitches.queue.empty() || !pitches.held.empty() || pitches.current || !pitches.skipped.empty()) return;
  PitchesQueued queued;
  for (const Group& group : workshop.groups) queued.queue.push_back(group.number);
  if (!queued.queue.empty()) events.emplace_back(std::move(queued));
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const OpenWorkshop&, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (workshop.phase == Phase::open) return Events{};
  if (workshop.phase == Phase::closed) return refuse("workshop.closed");
  return Events{WorkshopOpened{}, opening(workshop, Stage::welcome, context.now)};
}

Result<Events> decide(const Workshop& workshop, const CloseWorkshop&, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (workshop.phase == Phase::closed) return Events{};
  Events events;
  open_box(workshop, context, events);
  if (workshop.pitches.current) events.emplace_back(PitchEnded{workshop.pitches.current, false});
  events.emplace_back(WorkshopClosed{});
  return events;
}

Result<Events> decide(const Workshop& workshop, const OpenStage& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  if (workshop.stage == command.stage) return Events{};
  Events events;
  open_box(workshop, context, events);
  if (workshop.pitches.current) events.emplace_back(PitchEnded{workshop.pitches.current, false});
  events.emplace_back(opening(workshop, command.stage, context.now));
  if (command.stage == Stage::pitch) queue_everyone(workshop, events);
  return events;
}

Result<Events> decide(const Workshop& workshop, const PauseClock&, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  Countdown clock = workshop.clock;
  if (clock.planned_ms == 0 || clock.is_paused()) return Events{};
  clock.left_ms = clock.left_at(context.now);
  clock.ends_at = {};
  return Events{ClockSet{clock}};
}

Result<Events> decide(const Workshop& workshop, const ResumeClock&, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  Countdown clock = workshop.clock;
  if (!clock.is_paused()) return Events{};
  clock.ends_at = context.now.plus_ms(clock.left_ms);
  clock.left_ms = 0;
  return Events{ClockSet{clock}};
}

Result<Events> decide(const Workshop& workshop, const ExtendClock& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  if (command.minutes < -limits::minutes || command.minutes > limits::minutes || command.minutes == 0)
    return bad_input("workshop.bad_minutes");
  const std::int64_t delta = std::int64_t{command.minutes} * 60'000;
  Countdown clock = workshop.clock;
  if (clock.planned_ms == 0) {
    if (delta < 0) return refuse("clock.none");
    return Events{ClockSet{started(command.minutes, context.now)}};
  }
  // In overtime the new minutes count from now, so that "+2 min" always gives two minutes.
  const std::int64_t left = clock.left_at(context.now);
  const std::int64_t base = left < 0 && delta > 0 ? 0 : left;
  clock.planned_ms += delta + (base - left);
  if (clock.planned_ms <= 0) return refuse("clock.none");
  if (clock.is_paused())
    clock.left_ms = base + delta;
  else
    clock.ends_at = context.now.plus_ms(base + delta);
  return Events{ClockSet{clock}};
}

}  // namespace knippe::domain
