// Pitch: a queue of groups, sixty seconds each.

#include <algorithm>

#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

constexpr std::int64_t pitch_ms = 60'000;

Status require_pitch_stage(const Workshop& workshop) {
  TRY_STATUS(require_open(workshop));
  if (workshop.stage != Stage::pitch) return refuse("stage.closed");
  return {};
}

/// The clock and the end of a pitch are in the hands of the facilitator and of the group that has the floor.
Status require_floor(const Workshop& workshop, const Context& context) {
  TRY_STATUS(require_pitch_stage(workshop));
  if (!workshop.pitches.current) return refuse("pitch.nobody");
  TRY(group_for(workshop, workshop.pitches.current, context));
  return {};
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const QueuePitches& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  std::vector<GroupNumber> seen;
  for (const GroupNumber number : command.queue) {
    if (!workshop.find_group(number)) return fail(ErrorKind::not_found, "group.unknown");
    if (std::ranges::find(seen, number) != seen.end()) return bad_input("pitch.group_twice");
    seen.push_back(number);
  }
  if (command.queue == workshop.pitches.queue) return Events{};
  return Events{PitchesQueued{command.queue}};
}

Result<Events> decide(const Workshop& workshop, const StartPitch& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_pitch_stage(workshop));
  const Pitches& pitches = workshop.pitches;
  if (!command.group && pitches.queue.empty()) return refuse("pitch.queue_empty");
  const GroupNumber group = command.group ? command.group : pitches.queue.front();
  if (!workshop.find_group(group)) return fail(ErrorKind::not_found, "group.unknown");
  if (pitches.current == group) return Events{};
  Events events;
  if (pitches.current) events.emplace_back(PitchEnded{pitches.current, false});
  events.emplace_back(PitchStarted{group, {.planned_ms = pitch_ms, .ends_at = context.now.plus_ms(pitch_ms), .left_ms = 0}});
  return events;
}

Result<Events> decide(const Workshop& workshop, const PausePitch&, const Context& context) {
  TRY_STATUS(require_floor(workshop, context));
  Countdown clock = workshop.pitches.clock;
  if (clock.is_paused()) return Events{};
  clock.left_ms = clock.left_at(context.now);
  clock.ends_at = {};
  return Events{PitchClockSet{clock}};
}

Result<Events> decide(const Workshop& workshop, const ResumePitch&, const Context& context) {
  TRY_STATUS(require_floor(workshop, context));
  Countdown clock = workshop.pitches.clock;
  if (!clock.is_paused()) return Events{};
  clock.ends_at = context.now.plus_ms(clock.left_ms);
  clock.left_ms = 0;
  return Events{PitchClockSet{clock}};
}

Result<Events> decide(const Workshop& workshop, const EndPitch&, const Context& context) {
  TRY_STATUS(require_floor(workshop, context));
  return Events{PitchEnded{workshop.pitches.current, false}};
}

Result<Events> decide(const Workshop& workshop, const SkipPitch& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_pitch_stage(workshop));
  if (!workshop.find_group(command.group)) return fail(ErrorKind::not_found, "group.unknown");
  if (std::ranges::find(workshop.pitches.skipped, command.group) != workshop.pitches.skipped.end()) return Events{};
  return Events{PitchEnded{command.group, true}};
}

}  // namespace knippe::domain
