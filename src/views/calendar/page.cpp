// The calendar across all open cases: a bar for each over six months, and the same as a plain list, day by day.

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/encoding.h"
#include "views/calendar/steps.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;

namespace {

constexpr int months_shown = 6;
constexpr int columns_per_month = 4;

/// Months since year 0, of "YYYY-MM-DD".
int month_of(std::string_view iso) { return std::atoi(std::string(iso.substr(0, 4)).c_str()) * 12 + std::atoi(std::string(iso.substr(5, 2)).c_str()) - 1; }

/// The column of a day, from 1; outside the months shown it is below 1 or above the last.
int column_of(std::string_view iso, int first_month) {
  const int day = std::atoi(std::string(iso.substr(8, 2)).c_str());
  return (month_of(iso) - first_month) * columns_per_month + std::min((day - 1) / 8, columns_per_month - 1) + 1;
}

struct Shown {
  const View& view;
  const Words& w;
  std::string today;
  int first_month;

  Attribute spoken_in(const CalendarCase& c) const { return when(c.language != code(w.lang()), attr::lang(c.language)); }
};

const std::string& last_day_of(const CalendarCase& c) { return std::ranges::max_element(c.steps, {}, &Step::last_day)->last_day(); }

bool hearing_too_short(const Step& step) { return step.kind == StepKind::hearing && is_short_hearing(days_of(step.starts, step.last_day())); }

void bar(Writer& h, const Shown& s, const CalendarCase& c) {
  constexpr int last_column = months_shown * columns_per_month;
  const int from = std::max(1, column_of(c.steps.front().starts, s.first_month));
  const int to = std::min(last_column, column_of(last_day_of(c), s.first_month));
  const std::string start = "fra-" + std::to_string(from), end = "til-" + std::to_string(to + 1), now = "fra-" + std::to_string(column_of(s.today, s.first_month));
  const std::string kind = std::ranges::any_of(c.steps, hearing_too_short) ? "kb--fare" : c.steps.front().starts > s.today ? "kb--plan" : "kb--aapen";
  const std::string bar_class = "kb " + kind + " " + start;
  h.div({cls("kal__spor"), aria_hidden()}, [&] {
    h.span({cls("kal__naa", now)}, "");
    if (from <= last_column && to >= 1) h.span({cls(bar_class, end)}, "");
  });
}

void month_names(Writer& h, const Shown& s) {
  h.div({cls("kal__hode"), aria_hidden()}, [&] {
    h.span("");
    h.div({cls("kal__mnd")}, [&] {
      for (int n = 0; n < months_shown; ++n) h.span(s.w.find("steps.month_" + std::to_string((s.first_month + n) % 12 + 1)).value_or(""));
    });
  });
}

void bars(Writer& h, const Shown& s, std::span<const CalendarCase> cases) {
  h.section({cls("pseksjon"), aria_labelledby("ka-h")}, [&] {
    h.h2({id("ka-h")}, s.w("steps.by_case"));
    h.div({cls("panel kal")}, [&] {
      month_names(h, s);
      h.ol({cls("kal__rader"), role("list")}, [&] {
        for (const CalendarCase& c : cases)
          h.li([&] {
            h.p({cls("kal__navn")}, [&] {
              h.a({id("kal-" + to_base32(c.room.value)), href(sak::public_url(c.room)), s.spoken_in(c)}, c.title);
              h.span(s.w.plain_date(c.steps.front().starts), " – ", s.w.plain_date(last_day_of(c)));
              if (std::ranges::any_of(c.steps, hearing_too_short)) h.span([&] { icon(h, Icon::exclamationmark_triangle); h.text(s.w("involvement.short_hearing")); });
            });
            bar(h, s, c);
          });
      });
    });
  });
}

struct Line {
  const CalendarCase* from;
  const Step* step;
};

/// What is not over, by date.
std::vector<Line> coming(const Shown& s, std::span<const CalendarCase> cases) {
  std::vector<Line> lines;
  for (const CalendarCase& c : cases)
    for (const Step& step : c.steps)
      if (step.last_day() >= s.today) lines.push_back({&c, &step});
  std::ranges::stable_sort(lines, {}, [](const Line& line) { return std::tie(line.step->starts, line.step->from); });
  return lines;
}

void line_item(Writer& h, const Shown& s, const Line& line) {
  const std::string room = to_base32(line.from->room.value), number = std::to_string(line.step->id.value), id = "linje-" + room + "-" + number;
  const std::string title = step_title(s.w, *line.step);
  h.li({cls("kalinje")}, [&] {
    h.p({cls("kalinje__naar")}, when_of(s.w, *line.step));
    h.div([&] {
      h.h3({s.spoken_in(*line.from)}, title);
      h.p([&] { h.a({cls("ds-link"), attr::id(id), href(sak::public_url(line.from->room)), s.spoken_in(*line.from)}, line.from->title); });
      if (!line.step->title.empty() || !line.step->place.empty())
        h.p({cls("liten")}, [&] {
          if (!line.step->title.empty()) h.text(name_of(s.w, line.step->kind));
          if (!line.step->title.empty() && !line.step->place.empty()) h.text(" · ");
          if (!line.step->place.empty()) h.span({s.spoken_in(*line.from)}, line.step->place);
        });
    });
    h.p([&] {
      h.a({cls("ds-link"), attr::id(id + "-ics"), href(sak::public_url(line.from->room, "fase/" + number + "/kalender.ics"))}, [&] {
        h.text(s.w("steps.add_one"));
        h.span({cls("ds-sr-only")}, ": ", title);
      });
    });
  });
}

void list(Writer& h, const Shown& s, std::span<const CalendarCase> cases) {
  const std::vector<Line> lines = coming(s, cases);
  h.section({cls("pseksjon"), aria_labelledby("dager-h")}, [&] {
    h.h2({id("dager-h")}, s.w("steps.day_by_day"));
    if (lines.empty()) h.p({cls("pingress")}, s.w("steps.nothing_coming"));
    else h.ol({cls("kalinjer panel"), role("list")}, [&] {
      for (const Line& line : lines) line_item(h, s, line);
    });
  });
}

void subscribe(Writer& h, const Shown& s) {
  h.section({cls("pseksjon"), aria_labelledby("abonner-h")}, [&] {
    h.h2({id("abonner-h")}, s.w("steps.subscribe"));
    h.p({cls("pingress")}, s.w("steps.subscribe_text"));
    h.p([&] { h.a({cls("ds-link"), id("alle-ics"), href("/kalender.ics")}, s.view.base_url + "/kalender.ics"); });
  });
}

}  // namespace

std::string calendar_page(const View& view, std::span<const CalendarCase> cases) {
  const Words& w = view.words;
  const std::string today = iso_date(view.now, "Europe/Oslo");
  const Shown shown{view, w, today, month_of(today)};
  Frame frame{.w = w, .title = std::string(w("steps.calendar")), .surface = Surface::open_web, .command = view.form_token, .cases = true,
              .style = "calendar.css", .warning = view.warning, .indexable = true, .sender = view.sender.get()};
  frame.alternates = {{"text/calendar", std::string(w("steps.calendar")), Url("/kalender.ics")}};
  return sak::public_page(
      frame,
      [&](Writer& h) {
        h.div({cls("sakhode")}, [&] {
          h.h1(w("steps.calendar"));
          h.p({cls("sakhode__ingress")}, w("steps.calendar_text"));
        });
        h.div({cls("pkol")}, [&] {
          if (!cases.empty()) bars(h, shown, cases);
          list(h, shown, cases);
          subscribe(h, shown);
        });
      });
}

}  // namespace knippe::views
