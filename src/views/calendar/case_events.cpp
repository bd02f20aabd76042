// A case's steps as events of a calendar.

#include "base/encoding.h"
#include "views/calendar/ics.h"
#include "views/involvement/naming.h"

namespace knippe::views {

using namespace involvement;

namespace {

/// Withdrawn while the case was a draft: nobody has it in a calendar.
bool was_public(const Involvement& i, const Step& step) { return i.phase != Phase::draft && (!step.withdrawn || step.changed_at >= i.opened_at); }

CalendarEvent event_of(const Words& w, const Involvement& i, RoomId room, const Step& step, std::string_view base_url) {
  const std::string id = to_base32(room.value), title = step_title(w, step);
  CalendarEvent event;
  event.uid = "fase-" + std::to_string(step.id.value) + "." + id + "@nokkelknippe";
  event.sequence = step.revision;
  event.changed_at = std::max(step.changed_at, i.opened_at);
  event.cancelled = step.withdrawn;
  event.starts = step.starts;
  event.last_day = step.last_day();
  event.from = step.from;
  event.until = step.until;
  event.zone = i.time_zone;
  event.summary = w.format("steps.event_title", title, i.title);
  event.description = step.title.empty() ? i.title : w.format("steps.event_text", name_of(w, step.kind), i.title);
  event.place = step.place;
  event.url = std::string(base_url) + "/saker/" + id;
  return event;
}

}  // namespace

std::string step_title(const Words& w, const Step& step) { return step.title.empty() ? std::string(name_of(w, step.kind)) : step.title; }

std::vector<CalendarEvent> calendar_events(const Words& w, const Involvement& i, RoomId room, std::string_view base_url) {
  std::vector<CalendarEvent> events;
  for (const Step& step : i.steps)
    if (was_public(i, step)) events.push_back(event_of(w, i, room, step, base_url));
  return events;
}

std::vector<CalendarEvent> calendar_event(const Words& w, const Involvement& i, RoomId room, StepId id, std::string_view base_url) {
  const Step* step = i.find_step(id);
  if (!step || !was_public(i, *step)) return {};
  return {event_of(w, i, room, *step, base_url)};
}

}  // namespace knippe::views
