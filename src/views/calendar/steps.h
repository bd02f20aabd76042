#pragma once
// When the steps of cases are, in words; and the calendar across the open cases.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "views/calendar/ics.h"
#include "views/view.h"

namespace knippe::views {

/// "20. januar 2027 kl. 18:00–20:00", "1. februar 2027 – 20. mars 2027".
std::string when_of(const Words& w, const domain::involvement::Step& step);
/// The same of a change's value, "2027-01-20T18:00/2027-01-20T20:00".
std::string when_of(const Words& w, std::string_view value);

/// An open case with steps, in the calendar.
struct CalendarCase {
  RoomId room;
  std::string title, language, zone;
  std::vector<domain::involvement::Step> steps;  ///< that stand, by date; at least one
};

/// GET /kalender.
std::string calendar_page(const View& view, std::span<const CalendarCase> cases);

}  // namespace knippe::views
