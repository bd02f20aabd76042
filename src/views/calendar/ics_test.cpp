#include "views/calendar/ics.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace knippe::views {
namespace {

std::vector<std::string> rows_of(std::string_view file) {
  std::vector<std::string> rows;
  while (!file.empty()) {
    const auto end = file.find("\r\n");
    if (end == std::string_view::npos) ADD_FAILURE() << "a row without CRLF";
    rows.emplace_back(file.substr(0, end));
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 2);
  }
  return rows;
}

std::string unfolded(std::string file) {
  for (auto at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ")) file.erase(at, 3);
  return file;
}

CalendarEvent meeting() {
  CalendarEvent event;
  event.uid = "fase-1.abc@nokkelknippe";
  event.changed_at = Instant{1'800'000'000'000};
  event.starts = event.last_day = "2027-01-20";
  event.zone = "Europe/Oslo";
  event.summary = "Folkemøte";
  return event;
}

bool holds(const CalendarEvent& event, std::string_view row) {
  const CalendarEvent one[] = {event};
  return ics_file("Saker", one).find("\r\n" + std::string(row) + "\r\n") != std::string::npos;
}

TEST(Ics, TextIsEscapedAndControlCharactersGo) {
  EXPECT_EQ(ics_text("a\\b;c,d\ne\"f:g"), "a\\\\b\\;c\\,d\\ne\"f:g");
  EXPECT_EQ(ics_text("x\r\ny\x01\x7Fz"), "x\\nyz");
}

TEST(Ics, ALineOf75OctetsStandsAndOneOf76IsFolded) {
  EXPECT_EQ(ics_line(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
  EXPECT_EQ(ics_line(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
}

TEST(Ics, FoldingKeepsEveryCharacterWholeAtEveryOffset) {
  for (std::size_t before = 0; before < 80; ++before)
    for (const std::string letter : {"ø", "€", "🔑"}) {
      std::string text = std::string(before, 'x');
      for (int n = 0; n < 80; ++n) text += letter;
      const std::string folded = ics_line(text);
      for (const std::string& row : rows_of(folded)) {
        EXPECT_LE(row.size(), 75u);
        EXPECT_TRUE(is_valid_utf8(row));
      }
      EXPECT_EQ(unfolded(folded), text + "\r\n");
    }
}

TEST(Ics, AWholeDayEndsTheDayAfterAlsoOverTheYear) {
  CalendarEvent event = meeting();
  EXPECT_TRUE(holds(event, "DTSTART;VALUE=DATE:20270120"));
  EXPECT_TRUE(holds(event, "DTEND;VALUE=DATE:20270121"));
  event.last_day = "2027-12-31";
  EXPECT_TRUE(holds(event, "DTEND;VALUE=DATE:20280101"));
}

TEST(Ics, ATimeIsOfTheCasesZoneInWinterAndSummer) {
  CalendarEvent event = meeting();
  event.from = "18:00";
  event.until = "20:30";
  EXPECT_TRUE(holds(event, "DTSTART:20270120T170000Z"));
  EXPECT_TRUE(holds(event, "DTEND:20270120T193000Z"));
  event.starts = event.last_day = "2027-06-20";
  EXPECT_TRUE(holds(event, "DTSTART:20270620T160000Z"));
  event.until.clear();
  EXPECT_FALSE(holds(event, "DTEND:20270620T183000Z"));
}

TEST(Ics, AWithdrawnOneIsCancelledUnderTheSameUid) {
  CalendarEvent event = meeting();
  EXPECT_TRUE(holds(event, "STATUS:CONFIRMED"));
  event.cancelled = true;
  event.sequence = 3;
  for (const char* row : {"STATUS:CANCELLED", "SEQUENCE:3", "UID:fase-1.abc@nokkelknippe", "DTSTAMP:20270115T080000Z"}) EXPECT_TRUE(holds(event, row)) << row;
}

TEST(Ics, HostileTextOpensNoPropertyOfItsOwn) {
  CalendarEvent event = meeting();
  event.summary = "x\r\nATTACH:http://evil.example\nEND:VEVENT";
  const CalendarEvent one[] = {event};
  const std::string file = ics_file("a\nBEGIN:VALARM", one);
  for (const std::string& row : rows_of(file)) {
    EXPECT_FALSE(row.starts_with("ATTACH"));
    EXPECT_NE(row, "BEGIN:VALARM");
  }
  EXPECT_EQ(file.find("\r\nEND:VEVENT\r\n"), file.rfind("\r\nEND:VEVENT\r\n"));
}

using namespace domain::involvement;

/// A case with one step that stands, one withdrawn after it opened and one withdrawn before.
Involvement with_steps() {
  Involvement i;
  i.phase = Phase::open;
  i.title = "Torget";
  i.opened_at = Instant{1'800'000'000'000};
  for (std::uint32_t n = 1; n <= 3; ++n) {
    Step step{.id = StepId{n}, .kind = StepKind::event, .starts = "2027-01-20"};
    step.withdrawn = n > 1;
    step.changed_at = Instant{1'800'000'000'000 + (n == 2 ? 1000 : -1000)};
    i.steps.push_back(step);
  }
  return i;
}

TEST(CaseCalendar, OnlyWhatThePublicSawIsCancelled) {
  const Words w(Lang::nb);
  Involvement i = with_steps();
  const auto events = calendar_events(w, i, RoomId{7}, "https://fjordvik.example");
  ASSERT_EQ(events.size(), 2u);
  EXPECT_FALSE(events[0].cancelled);
  EXPECT_TRUE(events[1].cancelled);
  EXPECT_TRUE(calendar_event(w, i, RoomId{7}, StepId{3}, "").empty());
  EXPECT_TRUE(calendar_event(w, i, RoomId{7}, StepId{4}, "").empty());
  i.phase = Phase::draft;
  EXPECT_TRUE(calendar_events(w, i, RoomId{7}, "").empty());
}

}  // namespace
}  // namespace knippe::views
