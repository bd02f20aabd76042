#pragma once
// Calendar files as other programs read them: iCalendar (RFC 5545), in UTC and whole days, so that no time zone table is needed. The
// same events give the same bytes.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "domain/involvement/involvement.h"
#include "views/lang.h"

namespace knippe::views {

/// What a calendar shows. Dates are "YYYY-MM-DD"; times "HH:MM" on the clocks of `zone`, or empty.
struct CalendarEvent {
  std::string uid;       ///< never changes
  int sequence = 0;      ///< rises with each change
  Instant changed_at;
  bool cancelled = false;
  std::string starts, last_day;
  std::string from, until;
  std::string zone;
  std::string summary, description, place, url;
};

/// The text of a property: backslash, semicolon, comma and line breaks escaped, other control characters left out (§3.3.11).
std::string ics_text(std::string_view text);
/// A content line of at most 75 octets a row, ended by CRLF; a character is never split (§3.1).
std::string ics_line(std::string_view name_and_value);
std::string ics_file(std::string_view name, std::span<const CalendarEvent> events);

/// A case's steps, in the words given: those that stand, and as cancelled those withdrawn after it opened. `base_url`: before paths.
std::vector<CalendarEvent> calendar_events(const Words& w, const domain::involvement::Involvement& involvement, RoomId room, std::string_view base_url);
/// The event of one step; nothing when the public never saw it.
std::vector<CalendarEvent> calendar_event(const Words& w, const domain::involvement::Involvement& involvement, RoomId room,
                                          domain::involvement::StepId step, std::string_view base_url);
/// A step's own title, or what its kind is called.
std::string step_title(const Words& w, const domain::involvement::Step& step);

}  // namespace knippe::views
