// The header, the running order, and what went wrong.

#include <boost/describe.hpp>


#include "views/components.h"
#include "views/desk/forecast.h"
#include "views/desk/regions.h"

namespace knippe::views::desk {
namespace {

using domain::Stage;

std::string figures(const Desk& d) {
  const domain::Workshop& workshop = d.workshop;
  const std::string date = d.w.plain_date(workshop.about.date);
  const std::string groups = d.w.plural("common.groups", static_cast<std::int64_t>(workshop.groups.size()));
  const std::string people = d.w.plural("common.people", workshop.people());
  return (date.empty() ? "" : date + " · ") + groups + " · " + people;
}

/// The part of the projector's address that leads there from this very host.
Url projector_link(const DeskExtras& extras) {
  const std::size_t path = extras.projector_url.find("/skjerm/");
  return Url::local(path == std::string::npos ? "" : extras.projector_url.substr(path));
}

/// What stands in a stage's line: its number or a tick, its name, its minutes.
void stage_inside(Writer& h, const Desk& d, Stage stage, bool now, bool done) {
  h.span({cls("stegnav__nr"), aria_hidden()}, [&] {
    if (done) icon(h, Icon::checkmark_heavy);
    else h.text(stage_number(stage));
  });
  h.span({cls("stegnav__t")}, [&] {
    h.text(stage_name(d.w, stage));
    if (now) return;
    if (done) h.span({cls("ds-sr-only")}, " ", d.w("desk.stage_done"));
    if (stage == Stage::rank && d.is_open() && d.workshop.round > 0)
      h.small({cls("stegnav__merk")}, " ", d.w.format("desk.new_round", d.workshop.round + 1));
  });
  if (const int minutes = d.workshop.minutes_of(stage); minutes > 0)
    h.span({cls("stegnav__min")}, d.w.format("desk.min", minutes));
}

void stage_line_of(Writer& h, const Desk& d, Stage stage) {
  const bool now = d.is_open() && stage == d.workshop.stage;
  const bool done = !now && !d.is_draft() && d.workshop.has_visited(stage);
  h.li({cls(now ? "naa" : done ? "ferdig" : "")}, [&] {
    if (!d.is_open()) return h.span({cls("stegnav__rad")}, [&] { stage_inside(h, d, stage, now, done); });
    const std::string_view name_of_stage = boost::describe::enum_to_string(stage, "");
    h.button({cls("stegnav__rad"), id("steg-", stage_number(stage)), name("op"), value(std::string("steg:").append(name_of_stage)),
              when(now, aria_current("step"))},
             [&] { stage_inside(h, d, stage, now, done); });
  });
}

void stages(Writer& h, const Desk& d) {
  h.ol([&] {
    for (int i = 0; i < domain::stage_count; ++i) stage_line_of(h, d, static_cast<Stage>(i));
  });
}

void running_late(Writer& h, const Desk& d) {
  const Forecast seen = forecast(d.workshop, d.view.now);
  h.p({cls("stegnav__sum")}, [&] {
    h.span(d.w("desk.heading_for"));
    h.b({cls("tabelltall")}, d.clock(seen.ends));
    if (seen.minutes_late > 0) h.span({cls("stegnav__avvik")}, d.w.plural("script.behind", seen.minutes_late));
    else if (seen.minutes_late < 0) h.span(d.w.plural("script.ahead", -seen.minutes_late));
    else h.span(d.w("desk.on_time"));
    h.span(d.w.format("forecast.planned_end", d.clock(seen.planned)));
  });
}

void whole_time(Writer& h, const Desk& d) {
  const auto start = planned_start(d.workshop);
  const int minutes = planned_minutes(d.workshop);
  h.p({cls("stegnav__sum")}, [&] {
    h.span(d.w("desk.takes"));
    h.b({cls("tabelltall")}, start ? d.w.format("desk.from_to", d.clock(*start), d.clock(start->plus_ms(minutes * 60'000LL)))
                                   : d.w.plural("common.minutes", minutes));
  });
}

/// The input on this page that the refusal belongs to; empty when there is none.
std::string faulty_input(const Desk& d) {
  if (d.kept.is("ny-gruppe")) return "ny-" + std::string(faulty_group_field(*d.kept.error));
  for (const domain::Supplement& supplement : d.workshop.supplements) {
    const std::string number = std::to_string(supplement.id.value);
    if (supplement.status == domain::SupplementStatus::waiting && d.was_refused("returner:" + number)) return "grunn-" + number;
  }
  return {};
}

}  // namespace

void top_region(Writer& h, const Desk& d) {
  h.header({cls("ktopp"), id("desk-topp"), data("seq", d.view.seq)}, [&] {
    h.a({id("topp-hjem"), cls("logolenke"), href("/styring"), aria_label(d.w("desk.logo_to_mine"))}, [&] { logo(h, d.w("common.product")); });
    h.span({cls("ktopp__skille"), aria_hidden()}, "");
    h.p({cls("ktopp__navn")}, [&] {
      h.b({d.spoken()}, d.workshop.about.title);
      h.span([&] {
        h.text(figures(d));
        if (!d.workshop.simulated) return;
        h.text(" · ");
        h.text(d.w("desk.simulated"));
      });
      if (d.extras.belongs_to.room) h.span([&] { part_of_case(h, d.w, d.extras.belongs_to); });
    });
    h.div({cls("ktopp__hoyre")}, [&] {
      if (!d.extras.code.empty())
        h.p({cls("kode")}, [&] {
          h.text(d.w("desk.code"));
          h.text(" ");
          h.b(spaced_code(d.extras.code));
        });
      if (d.extras.projector_url.empty()) return;
      h.a({cls("ds-button"), id("til-storskjerm"), data("variant", "secondary"), href(projector_link(d.extras)),
           named("target", "_blank"), rel("noopener")},
          [&] {
            icon(h, Icon::monitor);
            h.text(d.w("desk.open_projector"));
            h.span({cls("ds-sr-only")}, " ", d.w("desk.new_window"));
          });
    });
  });
}

void plan_region(Writer& h, const Desk& d) {
  h.nav({cls("stegnav"), id("desk-plan"), aria_labelledby("desk-plan-h"), data("seq", d.view.seq)}, [&] {
    h.h2({cls("stegnav__h"), id("desk-plan-h")}, d.w("desk.running_order"));
    if (d.is_open()) desk_form(h, d, {}, [&](Writer&) { stages(h, d); });
    else stages(h, d);
    if (d.is_open()) running_late(h, d);
    if (d.is_draft()) whole_time(h, d);
  });
}

void message_region(Writer& h, const Desk& d) {
  h.div({id("desk-melding"), cls("melding")}, [&] {
    if (!d.kept.error) return;
    const std::string message = d.w.error(*d.kept.error), input = faulty_input(d);
    if (input.empty()) return alert(h, Tone::danger, d.w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, message); });
    const FieldError errors[] = {{input, message}};
    error_summary(h, d.w, errors);
  });
}

/// Before texts go by themselves: when, what, and the way to another decision.
void words_go(Writer& h, const Desk& d) {
  if (!d.extras.words_go) return;
  const std::string date = d.w.date(*d.extras.words_go, d.workshop.settings.time_zone);
  alert(h, Tone::info, d.w.format("retention.notice", date), [&](Writer&) {
    h.p({cls("ds-paragraph")}, d.w(d.extras.only_names_go ? "retention.notice_names" : "retention.notice_all"));
    h.p({cls("ds-paragraph")}, [&] { h.a({cls("ds-link"), id("til-lagring"), href(desk_url(d.extras.room, "lagring"))}, d.w("retention.title")); });
  });
}

void warnings(Writer& h, const Desk& d) {
  if (d.is_closed()) return words_go(h, d);
  if (d.extras.loopback_only) {
    alert(h, Tone::warning, d.w("desk.loopback_title"), [&](Writer&) { h.p({cls("ds-paragraph")}, d.w("desk.loopback_text")); });
  } else if (d.extras.plain_http) {
    alert(h, Tone::warning, d.w("desk.plain_http_title"), [&](Writer&) { h.p({cls("ds-paragraph")}, d.w("desk.plain_http_text")); });
  }
}

}  // namespace knippe::views::desk
