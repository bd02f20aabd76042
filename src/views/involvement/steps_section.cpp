// The dated steps of a case as everyone sees them, and the ways to follow it.

#include <algorithm>

#include "base/encoding.h"
#include "views/calendar/steps.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/parts.h"

namespace knippe::views::sak {

using namespace involvement;

namespace {

void workshop_link(Writer& h, const CaseLook& look, const Step& step) {
  const auto found = std::ranges::find(look.workshops, step.workshop, &CaseWorkshop::room);
  if (found == look.workshops.end() || !found->published) return;
  const std::string link = "verksted-" + std::to_string(step.id.value);
  h.p([&] { h.a({cls("ds-link"), id(link), href(Url::local("/resultater/" + to_base32(step.workshop.value)))}, look.view.words.format("steps.to_report", found->title)); });
}

void date_line(Writer& h, const Words& w, const Step& step, bool over, bool now) {
  h.p({cls("fase__dato")}, [&] {
    h.text(when_of(w, step));
    if (over) h.span({cls("ds-sr-only")}, " (", w("involvement.step_over"), ")");
    if (!now) return;
    h.text(" ");
    h.span({cls("naamerke")}, w("involvement.step_now"));
  });
}

void step_item(Writer& h, const CaseLook& look, const Step& step, const std::string& today) {
  const Words& w = look.view.words;
  const bool over = step.last_day() < today, now = !over && step.starts <= today;
  h.li({cls("fase", over ? "ferdig" : now ? "naa" : ""), when(now, aria_current("step"))}, [&] {
    h.span({cls("fase__pkt"), aria_hidden()}, [&] {
      if (over) icon(h, Icon::checkmark_heavy);
    });
    date_line(h, w, step, over, now);
    h.h3({when(!step.title.empty(), spoken(w, look.involvement))}, step_title(w, step));
    if (!step.title.empty()) h.p(name_of(w, step.kind));
    if (!step.place.empty()) h.p({spoken(w, look.involvement)}, step.place);
    if (step.kind == StepKind::hearing && is_short_hearing(days_of(step.starts, step.last_day()))) h.p(w("involvement.short_hearing"));
    workshop_link(h, look, step);
    if (look.involvement.phase == Phase::draft || over) return;
    const std::string number = std::to_string(step.id.value);
    h.p([&] {
      h.a({cls("ds-link"), id("fase-ics-" + number), href(public_url(look.room, "fase/" + number + "/kalender.ics"))}, [&] {
        h.text(w("steps.add_one"));
        h.span({cls("ds-sr-only")}, ": ", step_title(w, step));
      });
    });
  });
}

void ways_to_follow(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  if (look.involvement.phase == Phase::draft) return;
  h.ul({cls("folg"), role("list"), aria_label(w("steps.follow"))}, [&] {
    if (!look.involvement.steps_in_order().empty())
      h.li([&] { h.a({cls("ds-link"), id("sak-ics"), href(public_url(look.room, "kalender.ics"))}, w("steps.add_all")); });
    h.li([&] { h.a({cls("ds-link"), id("sak-endringer"), href(public_url(look.room, "endringer.atom"))}, w("steps.follow_changes")); });
    if (!look.involvement.information)
      h.li([&] { h.a({cls("ds-link"), id("sak-svar"), href(public_url(look.room, "svar.atom"))}, w("steps.follow_answers")); });
    h.li([&] { h.a({cls("ds-link"), id("sak-kalender"), href("/kalender")}, w("steps.all_cases")); });
  });
}

}  // namespace

void steps_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const std::vector<const Step*> steps = look.involvement.steps_in_order();
  const std::string today = iso_date(look.view.now, look.involvement.time_zone);
  h.section({cls("pseksjon"), aria_labelledby("faser-h")}, [&] {
    h.h2({id("faser-h")}, w("involvement.steps_heading"));
    if (steps.empty()) h.p({cls("pingress")}, w("steps.none_yet"));
    else h.ol({cls("faser"), role("list")}, [&] {
      for (const Step* step : steps) step_item(h, look, *step, today);
    });
    ways_to_follow(h, look);
  });
}

std::vector<Alternate> case_alternates(const CaseLook& look) {
  if (look.involvement.phase == Phase::draft) return {};
  const Words& w = look.view.words;
  const std::string& title = look.involvement.title;
  return {{"application/atom+xml", w.format("steps.feed_changes", title), public_url(look.room, "endringer.atom")},
          {"application/atom+xml", w.format("steps.feed_answers", title), public_url(look.room, "svar.atom")},
          {"application/atom+xml", w.format("casemeasure.feed", title), public_url(look.room, "tiltak.atom")},
          {"text/calendar", title, public_url(look.room, "kalender.ics")}};
}

}  // namespace knippe::views::sak
