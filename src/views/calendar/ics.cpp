#include "views/calendar/ics.h"

#include <fmt/format.h>

#include <chrono>

namespace knippe::views {
namespace {

constexpr std::size_t octets_per_row = 75;

std::string utc_stamp(Instant instant) {
  std::string stamp;
  for (const char c : to_rfc3339(instant))
    if (c != '-' && c != ':') stamp += c;
  return stamp;
}

std::string basic_date(std::string_view iso) {
  std::string date;
  for (const char c : iso)
    if (c != '-') date += c;
  return date;
}

/// DTEND of a whole day is the day after (§3.6.1).
std::string day_after(const std::string& iso) {
  const std::optional<Instant> noon = parse_rfc3339(iso + "T12:00:00Z");
  return noon ? utc_date(noon->plus_ms(24LL * 3'600'000)) : iso;
}

void append_when(std::string& out, const CalendarEvent& event) {
  const auto start = instant_of(event.starts, event.from, event.zone);
  if (!start) {
    out += ics_line("DTSTART;VALUE=DATE:" + basic_date(event.starts));
    out += ics_line("DTEND;VALUE=DATE:" + basic_date(day_after(event.last_day)));
    return;
  }
  out += ics_line("DTSTART:" + utc_stamp(*start));
  if (const auto end = instant_of(event.last_day, event.until, event.zone); end && *end > *start) out += ics_line("DTEND:" + utc_stamp(*end));
}

void append_event(std::string& out, const CalendarEvent& event) {
  out += ics_line("BEGIN:VEVENT");
  out += ics_line("UID:" + ics_text(event.uid));
  out += ics_line("DTSTAMP:" + utc_stamp(event.changed_at));
  out += ics_line("LAST-MODIFIED:" + utc_stamp(event.changed_at));
  out += ics_line(fmt::format("SEQUENCE:{}", event.sequence));
  append_when(out, event);
  out += ics_line(event.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  out += ics_line("SUMMARY:" + ics_text(event.summary));
  if (!event.description.empty()) out += ics_line("DESCRIPTION:" + ics_text(event.description));
  if (!event.place.empty()) out += ics_line("LOCATION:" + ics_text(event.place));
  if (!event.url.empty()) out += ics_line("URL:" + event.url);
  out += ics_line("TRANSP:TRANSPARENT");
  out += ics_line("END:VEVENT");
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string ics_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += "\\n";
    else if (c == '\\' || c == ';' || c == ',') (out += '\\') += c;
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  }
  return out;
}

std::string ics_line(std::string_view line) {
  std::string out;
  std::size_t room = octets_per_row;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && continues_character(line[cut])) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = octets_per_row - 1;
  }
  return out.append(line).append("\r\n");
}

std::string ics_file(std::string_view name, std::span<const CalendarEvent> events) {
  std::string out = ics_line("BEGIN:VCALENDAR") + ics_line("VERSION:2.0") + ics_line("PRODID:-//Nokkelknippe//Saker//NO") + ics_line("CALSCALE:GREGORIAN");
  out += ics_line("NAME:" + ics_text(name)) + ics_line("X-WR-CALNAME:" + ics_text(name));
  out += ics_line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
  for (const CalendarEvent& event : events) append_event(out, event);
  return out + ics_line("END:VCALENDAR");
}

}  // namespace knippe::views
