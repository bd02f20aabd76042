// The running order and the present stage with its clock.

#include <algorithm>

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/icon.h"

namespace knippe::views {
namespace {

using domain::Phase;
using domain::Stage;

constexpr std::int64_t minute_ms = 60'000;

bool is_done(const DeskScene& s, Stage stage) { return s.workshop.phase == Phase::closed || (s.workshop.has_visited(stage) && stage < s.workshop.stage); }

void stage_button(Writer& h, const DeskScene& s, Stage stage) {
  const Words& w = s.w;
  const bool here = s.workshop.phase == Phase::open && s.workshop.stage == stage;
  const bool done = is_done(s, stage);
  const std::string value = std::string("steg:") + boost::describe::enum_to_string(stage, "");
  h.li({cls(here ? "naa" : done ? "ferdig" : "")}, [&] {
    h.button({cls("stegnav__knapp"), id("steg-", stage_number(stage)), type("submit"), name("op"), attr::value(value),
              when(here, aria_current("step")), aria_disabled(s.workshop.phase != Phase::open || here)},
             [&] {
               h.span({cls("stegnav__nr"), aria_hidden()}, [&] {
                 if (done) icon(h, Icon::checkmark_heavy);
                 else h.text(stage_number(stage));
               });
               h.span({cls("stegnav__t")}, [&] {
                 h.text(stage_name(w, stage));
                 if (done) h.span({cls("ds-sr-only")}, " ", w("desk.stage_done"));
               });
               h.span({cls("stegnav__min")}, w.format("desk.min", s.workshop.minutes_of(stage)));
             });
  });
}

/// When the workshop will end if every coming stage takes its minutes.
Instant heading_for(const DeskScene& s) {
  std::int64_t left = std::max<std::int64_t>(0, s.workshop.clock.left_at(s.view.now));
  for (const domain::StagePlan& plan : s.workshop.settings.stages)
    if (plan.stage > s.workshop.stage) left += plan.minutes * minute_ms;
  return s.view.now.plus_ms(left);
}

std::int64_t planned_ms(const DeskScene& s) {
  std::int64_t sum = 0;
  for (const domain::StagePlan& plan : s.workshop.settings.stages) sum += plan.minutes * minute_ms;
  return sum;
}

void end_line(Writer& h, const DeskScene& s) {
  if (s.workshop.phase != Phase::open || planned_ms(s) == 0) return;
  const Instant end = heading_for(s);
  const std::int64_t late = (end.ms - s.workshop.started_at.ms - planned_ms(s)) / minute_ms;
  h.p({cls("stegnav__sum")}, [&] {
    h.span(s.w("desk.heading_for"));
    h.b(s.w.clock_time(end, s.zone()));
    if (late > 0) h.span({cls("stegnav__avvik")}, s.w.plural("desk.minutes_late", late));
    else if (late < 0) h.span({cls("stegnav__avvik stegnav__avvik--foran")}, s.w.plural("desk.minutes_early", -late));
    else h.span({cls("stegnav__avvik stegnav__avvik--foran")}, s.w("desk.on_time"));
  });
}

void stage_clock(Writer& h, const DeskScene& s) {
  const domain::Countdown& clock = s.workshop.clock;
  if (clock.planned_ms == 0) {
    h.p({cls("ktid ktid--uten")}, s.w("desk.no_clock"));
    return;
  }
  h.div({cls("ktid")}, [&] {
    timer(h, s.w, {.clock = clock, .now = s.view.now, .zone = s.zone(), .css_class = "ktid__klokke", .id = "klokke", .with_icon = false});
    h.small(s.w.plural("desk.left_of", clock.planned_ms / minute_ms));
  });
}

void clock_buttons(Writer& h, const DeskScene& s) {
  const Words& w = s.w;
  const domain::Countdown& clock = s.workshop.clock;
  op_form(h, s, "kknapper", [&](Writer&) {
    if (clock.planned_ms > 0) {
      if (clock.is_paused()) button(h, {.label = w("desk.resume"), .id = "fortsett", .name = "op", .value = "fortsett", .variant = Variant::secondary, .icon = Icon::play_fill});
      else button(h, {.label = w("desk.pause"), .id = "pause", .name = "op", .value = "pause", .variant = Variant::secondary, .icon = Icon::pause_fill});
    }
    button(h, {.label = w("desk.two_more"), .id = "pluss", .name = "op", .value = "pluss:2", .variant = Variant::secondary});
    if (s.workshop.stage == Stage::result) return;
    const auto next = static_cast<Stage>(static_cast<int>(s.workshop.stage) + 1);
    // The stage by name, so that a press on a stale page never skips one.
    const std::string value = std::string("steg:") + boost::describe::enum_to_string(next, "");
    button(h, {.label = w.format("desk.next", stage_name(w, next)), .id = "neste", .name = "op", .value = value, .icon = Icon::arrow_right});
  });
}

void open_stage(Writer& h, const DeskScene& s) {
  const Words& w = s.w;
  h.div({cls("naasteg__tekst")}, [&] {
    h.p({cls("overlinje")}, [&] {
      h.text(w.format("stage.position", stage_number(s.workshop.stage), domain::stage_count));
      if (s.workshop.stage == Stage::rank && s.workshop.round > 1) h.text(" · " + w.format("desk.round", s.workshop.round));
    });
    h.h1({id("naa-h")}, stage_name(w, s.workshop.stage));
    h.p({cls("naasteg__ingress")}, stage_line(w, s.workshop.stage));
  });
  stage_clock(h, s);
  clock_buttons(h, s);
  const domain::Countdown& clock = s.workshop.clock;
  if (clock.planned_ms > 0) {
    const std::int64_t used = clock.planned_ms - clock.left_at(s.view.now);
    h.div({cls("ktidlinje"), aria_hidden()}, [&] { h.span({data("pct", std::clamp<std::int64_t>(used * 100 / clock.planned_ms, 0, 100))}); });
  }
}

void draft_stage(Writer& h, const DeskScene& s) {
  const Words& w = s.w;
  h.div({cls("naasteg__tekst")}, [&] {
    h.p({cls("overlinje")}, w("desk.draft"));
    h.h1({id("naa-h")}, w("desk.ready"));
    h.p({cls("naasteg__ingress")}, w("desk.ready_text"));
  });
  h.div({cls("kknapper")}, [&] {
    link_button(h, {.label = w("desk.edit_set_up"), .id = "rediger-oppsett", .variant = Variant::secondary, .icon = Icon::pencil}, desk_url(s.extras.room, "oppsett"));
    op_form(h, s, "", [&](Writer&) { button(h, {.label = w("desk.open"), .id = "apne", .name = "op", .value = "apne", .icon = Icon::door_open}); });
  });
}

void closed_stage(Writer& h, const DeskScene& s) {
  h.div({cls("naasteg__tekst")}, [&] {
    h.p({cls("overlinje")}, s.w.date_and_time(s.workshop.closed_at, s.zone()));
    h.h1({id("naa-h")}, s.w("desk.is_closed"));
    h.p({cls("naasteg__ingress")}, s.w("desk.is_closed_text"));
  });
}

}  // namespace

void running_order(Writer& h, const DeskScene& s) {
  h.nav({id("desk-steg"), cls("stegnav"), aria_label(s.w("desk.stages")), data("seq", s.view.seq)}, [&] {
    h.h2({cls("stegnav__h")}, s.w("desk.running_order"));
    op_form(h, s, "stegnav__skjema", [&](Writer&) {
      h.ol([&] {
        for (int i = 0; i < domain::stage_count; ++i) stage_button(h, s, static_cast<Stage>(i));
      });
    });
    end_line(h, s);
  });
}

void present_stage(Writer& h, const DeskScene& s) {
  h.section({id("desk-naa"), cls("naasteg"), aria_labelledby("naa-h"), data("seq", s.view.seq)}, [&] {
    switch (s.workshop.phase) {
      case Phase::draft: return draft_stage(h, s);
      case Phase::open: return open_stage(h, s);
      case Phase::closed: return closed_stage(h, s);
    }
  });
}

}  // namespace knippe::views
