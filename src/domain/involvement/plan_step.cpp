// The steps of a case with their dates. After opening a step may be added at any time; another date, kind or an end to it is a
// public change with a reason, as with other promises.

#include <algorithm>

#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {
namespace {

bool is_clock_time(const std::string& time) {
  const auto below = [&](std::size_t at, int limit) {
    const char tens = time[at], ones = time[at + 1];
    return tens >= '0' && tens <= '9' && ones >= '0' && ones <= '9' && (tens - '0') * 10 + (ones - '0') < limit;
  };
  return time.size() == 5 && time[2] == ':' && below(0, 24) && below(3, 60);
}

Status require_when(const Step& step) {
  if (step.starts.empty()) return bad_input("involvement.step_date");
  TRY_STATUS(require_date(step.starts));
  TRY_STATUS(require_date(step.ends));
  if (step.last_day() < step.starts) return bad_input("involvement.backwards");
  for (const std::string& time : {step.from, step.until})
    if (!time.empty() && !is_clock_time(time)) return bad_input("step.bad_time", time.substr(0, 40));
  if (step.from.empty() && !step.until.empty()) return bad_input("step.half_time");
  if (!step.from.empty() && step.last_day() != step.starts) return bad_input("step.time_many_days");
  if (!step.until.empty() && step.until <= step.from) return bad_input("step.time_backwards");
  return {};
}

bool same_promise(const Step& old, const StepPlaced& placed) {
  return old.kind == placed.kind && old.starts == placed.starts && old.ends == placed.ends && old.from == placed.from && old.until == placed.until;
}

/// A workshop that is a step of the case belongs to the case; taking the step back does not take the workshop out of it.
Status belongs(const Involvement& involvement, RoomId workshop, Events& events) {
  if (!workshop || std::ranges::binary_search(involvement.workshops, workshop)) return {};
  if (involvement.workshops.size() >= bounds::workshops) return refuse("workshop.too_many_tied", std::to_string(bounds::workshops));
  events.emplace_back(WorkshopTied{workshop, true});
  return {};
}

}  // namespace

Result<Events> decide(const Involvement& involvement, const PlaceStep& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  const Step& wanted = command.step;
  const Step* old = involvement.find_step(wanted.id);
  if (wanted.id && (!old || old->withdrawn)) return fail(ErrorKind::not_found, "step.unknown");
  TRY_STATUS(require_when(wanted));
  if (!old && involvement.steps_in_order().size() >= bounds::phases) return refuse("involvement.too_many_steps", std::to_string(bounds::phases));
  if (!old && involvement.steps.size() >= bounds::phases_ever) return refuse("involvement.too_many_steps", std::to_string(bounds::phases));
  const StepId id = old ? old->id : StepId{static_cast<std::uint32_t>(involvement.steps.size() + 1)};
  StepPlaced placed{id, wanted.kind, wanted.starts, wanted.ends == wanted.starts ? "" : wanted.ends, wanted.from, wanted.until,
                    wanted.kind == StepKind::workshop ? wanted.workshop : RoomId{}};
  StepWorded worded{id, TRY(any_line(wanted.title, bounds::line)), TRY(any_line(wanted.place, bounds::place))};
  const bool breaks = old && !same_promise(*old, placed), reworded = old ? old->title != worded.title || old->place != worded.place : !worded.title.empty() || !worded.place.empty();
  Events events;
  TRY_STATUS(belongs(involvement, placed.workshop, events));
  if (!old || breaks || old->workshop != placed.workshop) events.emplace_back(std::move(placed));
  if (reworded) events.emplace_back(std::move(worded));
  return breaks ? changed(involvement, Part::steps, command.change, std::move(events), context) : Result<Events>(std::move(events));
}

Result<Events> decide(const Involvement& involvement, const WithdrawStep& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  const Step* step = involvement.find_step(command.step);
  if (!step) return fail(ErrorKind::not_found, "step.unknown");
  if (step->withdrawn) return Events{};
  return changed(involvement, Part::steps, command.change, Events{StepWithdrawn{command.step}}, context);
}

}  // namespace knippe::domain::involvement
