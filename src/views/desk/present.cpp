// The large panel: before the workshop what is ready, during it the stage with its clock, afterwards what is left to do.

#include <fmt/format.h>

#include <algorithm>

#include "views/components.h"
#include "views/desk/regions.h"

namespace knippe::views::desk {
namespace {

using domain::Stage;

void heading(Writer& h, std::string_view over, std::string_view title, std::string_view line) {
  h.div({cls("naasteg__tekst")}, [&] {
    if (!over.empty()) h.p({cls("overlinje")}, over);
    h.h1({id("desk-naa-h")}, title);
    if (!line.empty()) h.p({cls("naasteg__ingress")}, line);
  });
}

void paused(Writer& h, const Desk& d) {
  const std::int64_t seconds = std::max<std::int64_t>(0, d.workshop.clock.left_ms / 1000);
  h.span({data("tid"), id("desk-klokke")}, fmt::format("{:02}:{:02}", seconds / 60, seconds % 60));
  h.small(d.w("desk.clock_paused"));
}

void clock(Writer& h, const Desk& d) {
  const domain::Countdown& countdown = d.workshop.clock;
  if (countdown.planned_ms <= 0) return h.p({cls("ktid ktid--uten")}, d.w("desk.no_clock"));
  h.div({cls("ktid")}, [&] {
    if (countdown.is_paused()) return paused(h, d);
    timer(h, d.w, {.clock = countdown, .now = d.view.now, .zone = d.workshop.settings.time_zone, .css_class = "ktid__tid",
                   .id = "desk-klokke", .with_icon = false});
    h.small(d.w.format("desk.of_minutes", (countdown.planned_ms + 30'000) / 60'000));
  });
}

/// How much of the stage's time has gone, in percent.
int percent_gone(const Desk& d) {
  const domain::Countdown& countdown = d.workshop.clock;
  const std::int64_t gone = countdown.planned_ms - countdown.left_at(d.view.now);
  return static_cast<int>(std::clamp<std::int64_t>(gone * 100 / countdown.planned_ms, 0, 100));
}

/// While each person ranks alone, the next thing is the group's own ranking.
void together_button(Writer& h, const Desk& d) {
  h.button({cls("ds-button"), id("neste"), name("op"), value("alene-ferdig")}, [&] {
    h.text(d.w("alone.desk_end"));
    icon(h, Icon::arrow_right);
  });
}

void next_button(Writer& h, const Desk& d) {
  if (d.workshop.open_alone()) return together_button(h, d);
  if (d.workshop.stage == Stage::result) return;
  const auto next = static_cast<Stage>(static_cast<int>(d.workshop.stage) + 1);
  // The stage by its name: a second press, or one on a stale page, never skips a stage.
  const std::string op = std::string("steg:").append(boost::describe::enum_to_string(next, ""));
  h.button({cls("ds-button"), id("neste"), name("op"), value(op)}, [&] {
    h.text(d.w.format("desk.next", stage_name(d.w, next)));
    icon(h, Icon::arrow_right);
  });
}

void clock_buttons(Writer& h, const Desk& d) {
  const domain::Countdown& countdown = d.workshop.clock;
  desk_form(h, d, {.css = "kknapper"}, [&](Writer&) {
    if (countdown.planned_ms > 0) {
      const bool paused = countdown.is_paused();
      button(h, {.label = d.w(paused ? "desk.resume" : "desk.pause"), .id = "pause", .name = "op", .value = paused ? "fortsett" : "pause",
                 .variant = Variant::secondary, .icon = paused ? Icon::play_fill : Icon::pause_fill});
    }
    button(h, {.label = d.w.format("desk.plus", 2), .id = "pluss", .name = "op", .value = "pluss:2", .variant = Variant::secondary});
    next_button(h, d);
  });
}

/// In a rehearsal a program may play tables.
void played_tables(Writer& h, const Desk& d) {
  if (!d.workshop.rehearsal) return;
  const bool on = d.extras.tables_are_played;
  h.div({cls("spilte kknapper kknapper--side"), id("spilte-bord")}, [&] {
    h.p({cls("panelhint")}, d.w(on ? "played.on_text" : "played.off_text"));
    desk_form(h, d, {}, [&](Writer&) {
      button(h, {.label = d.w(on ? "played.stop" : "played.start"), .id = "spill", .name = "op", .value = on ? "spill-stopp" : "spill",
                 .variant = Variant::secondary, .icon = on ? Icon::pause_fill : Icon::play_fill});
    });
  });
}

void stage_panel(Writer& h, const Desk& d) {
  const Stage stage = d.workshop.stage;
  std::string over = d.w.format("stage.position", stage_number(stage), domain::stage_count);
  if (stage == Stage::rank && d.workshop.round > 1) over += " · " + d.w.format("desk.round", d.workshop.round);
  heading(h, over, stage_name(d.w, stage), stage_line(d.w, stage));
  clock(h, d);
  clock_buttons(h, d);
  if (d.workshop.clock.planned_ms > 0)
    h.div({cls("ktidlinje"), aria_hidden()}, [&] { h.span({data("pct", percent_gone(d))}, ""); });
  played_tables(h, d);
}

void point(Writer& h, bool ready, std::string_view text, std::string_view id_of_link, const Url& to, std::string_view link) {
  h.li({cls(ready ? "" : "mangler")}, [&] {
    icon(h, ready ? Icon::checkmark_circle_fill : Icon::exclamationmark_triangle_fill);
    h.span([&] {
      h.text(text);
      h.text(" ");
      h.a({cls("ds-link"), id(id_of_link), href(to)}, link);
    });
  });
}

std::string group_readiness(const Desk& d) {
  const auto groups = static_cast<std::int64_t>(d.workshop.groups.size());
  if (groups > 0) return d.w.plural("desk.ready_groups", groups);
  return std::string(d.w(d.workshop.settings.groups_fixed ? "desk.groups_missing" : "desk.groups_by_themselves"));
}

void checklist(Writer& h, const Desk& d) {
  const domain::Workshop& workshop = d.workshop;
  const bool dated = !workshop.about.date.empty();
  const std::string when_text = dated ? d.w.format("desk.ready_date", d.w.plain_date(workshop.about.date)) : std::string(d.w("desk.date_missing"));
  const std::string starts = workshop.about.starts.empty() ? "" : " " + d.w.format("desk.at_time", workshop.about.starts);
  const Url set_up = desk_url(d.extras.room, "oppsett");
  h.ul({cls("sjekkliste"), role("list")}, [&] {
    point(h, true, d.w.plural("desk.ready_keys", static_cast<std::int64_t>(workshop.keys.size()), workshop.settings.places), "sjekk-nokler",
          set_up, d.w("desk.see_keys"));
    point(h, dated, when_text + starts, "sjekk-dato", set_up, d.w("desk.change_time"));
    point(h, !workshop.groups.empty() || !workshop.settings.groups_fixed, group_readiness(d), "sjekk-grupper", Url("#desk-grupper"),
          d.w("desk.make_groups"));
    point(h, !d.extras.loopback_only, d.extras.loopback_only ? std::string(d.w("desk.phones_cannot")) : d.w.format("desk.phones_use", report::bare_address(d.view.base_url)),
          "sjekk-ark", desk_url(d.extras.room, "ark"), d.w("desk.print_sheets"));
  });
}

void before(Writer& h, const Desk& d) {
  heading(h, d.w("desk.draft"), d.w("desk.draft_title"), d.w("desk.draft_text"));
  h.div({cls("kknapper kknapper--side")}, [&] {
    desk_form(h, d, {}, [&](Writer&) {
      button(h, {.label = d.w("desk.open_workshop"), .id = "apne", .name = "op", .value = "apne", .icon = Icon::play_fill});
    });
    link_button(h, {.label = d.w("desk.edit_set_up"), .id = "til-oppsett", .variant = Variant::secondary, .icon = Icon::pencil},
                desk_url(d.extras.room, "oppsett"));
  });
  checklist(h, d);
}

void after(Writer& h, const Desk& d) {
  heading(h, d.w("desk.closed"), d.w("desk.closed_title"), d.w.format(d.workshop.published ? "desk.closed_published" : "desk.closed_text", d.w.date_and_time(d.workshop.closed_at, d.workshop.settings.time_zone)));
  h.div({cls("kknapper")}, [&] {
    link_button(h, {.label = d.w("keeping.title"), .id = "til-mer", .variant = Variant::secondary, .icon = Icon::archive}, desk_url(d.extras.room, "mer"));
  });
}

}  // namespace

void present_region(Writer& h, const Desk& d) {
  h.section({cls("naasteg", d.is_draft() ? "naasteg--for" : ""), id("desk-naa"), aria_labelledby("desk-naa-h"), data("seq", d.view.seq)}, [&] {
    switch (d.workshop.phase) {
      case domain::Phase::draft: return before(h, d);
      case domain::Phase::open: return stage_panel(h, d);
      case domain::Phase::closed: return after(h, d);
    }
  });
}

}  // namespace knippe::views::desk
