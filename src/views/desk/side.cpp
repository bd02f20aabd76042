// The desk's right side: what the projector shows, keys that wait, the pitch queue, the door, the report.

#include <algorithm>
#include <array>

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/icon.h"
#include "views/projector/projector.h"
#include "views/result.h"

namespace knippe::views {
namespace {

using domain::Phase;
using domain::ProjectorView;
using domain::Stage;

void region(Writer& h, const DeskScene& s, std::string_view region_id, std::string_view css, std::string_view heading_id,
            std::string_view heading, Part content) {
  h.section({id(region_id), cls("panel", css), aria_labelledby(heading_id), data("seq", s.view.seq)}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id(heading_id)}, heading); });
    content(h);
  });
}

std::string_view view_name(const Words& w, ProjectorView view) {
  switch (view) {
    case ProjectorView::follow: return w("desk.view.follow");
    case ProjectorView::instructions: return w("desk.view.instructions");
    case ProjectorView::join: return w("desk.view.join");
    case ProjectorView::keys: return w("desk.view.keys");
    case ProjectorView::supplements: return w("desk.view.supplements");
    case ProjectorView::top: return w("desk.view.top");
    case ProjectorView::measures: return w("desk.view.measures");
    case ProjectorView::pitch: return w("desk.view.pitch");
    case ProjectorView::thanks: return w("desk.view.thanks");
  }
  return {};
}

void preview(Writer& h, const DeskScene& s) {
  const RankingResult result = result_of(s.workshop);
  const bool blank = s.workshop.projector.blank;
  const ProjectorView shown = shown_view(s.workshop);
  h.p({cls("mininavn")}, blank ? s.w("desk.projector_hidden") : view_name(s.w, shown));
  h.div({cls("mini"), aria_hidden()}, [&] {
    h.div({cls("mini__side")});
    h.div({cls("mini__hoved")}, [&] {
      if (blank || shown != ProjectorView::top) return;
      for (std::size_t i = 0; i < std::min<std::size_t>(result.top_size(), 5); ++i) {
        const RankedKey& row = result.keys[i];
        const domain::Key* key = s.workshop.find_key(row.key);
        h.div({cls("mini__rad")}, [&] {
          h.span(row.place);
          h.em(key ? key->short_name : "");
          h.b({data("pct", row.percent)});
        });
      }
    });
  });
}

void op_button(Writer& h, const DeskScene& s, const Button& look) {
  op_form(h, s, "", [&](Writer&) { button(h, look); });
}

void key_presenter(Writer& h, const DeskScene& s) {
  if (s.workshop.stage != Stage::keys && shown_view(s.workshop) != ProjectorView::keys) return;
  const domain::Key* present = s.workshop.find_key(s.workshop.projector.presented);
  const auto count = static_cast<std::uint32_t>(s.workshop.keys.size());
  const std::uint32_t now = present ? present->id.value : 0;
  h.div({cls("presenter")}, [&] {
    h.p([&] {
      h.text(s.w("desk.presenting"));
      h.text(" ");
      if (present) h.b({spoken(s, present->language)}, present->label + " " + present->short_name);
      else h.b(s.w("desk.nothing_presented"));
    });
    op_form(h, s, "knapperad", [&](Writer&) {
      if (now < count)
        button(h, {.label = s.w("desk.next_key"), .id = "neste-nokkel", .name = "op", .value = "nokkel:" + std::to_string(now + 1), .icon = Icon::arrow_right, .small = true});
      if (now > 1)
        button(h, {.label = s.w("desk.previous_key"), .id = "forrige-nokkel", .name = "op", .value = "nokkel:" + std::to_string(now - 1), .variant = Variant::secondary, .icon = Icon::arrow_left, .small = true});
      if (now > 0)
        button(h, {.label = s.w("desk.all_keys"), .id = "ingen-nokkel", .name = "op", .value = "nokkel:0", .variant = Variant::tertiary, .small = true});
    });
  });
}

void waiting_key(Writer& h, const DeskScene& s, const domain::Supplement& supplement) {
  const std::string number = std::to_string(supplement.id.value);
  const std::string name = about(s.w, supplement.text);
  const bool refused = s.kept.is("returner") && s.kept.field("op") == "returner:" + number;
  h.li({id("venter-", supplement.id.value)}, [&] {
    op_form(h, s, "ko__skjema", [&](Writer&) {
      h.p([&] {
        h.span({cls("ko__tekst"), spoken(s)}, supplement.text.empty() ? s.w("desk.erased") : std::string_view(supplement.text));
        h.span({cls("ko__fra")}, s.w.format("common.group", supplement.group.value));
      });
      icon_button(h, Icon::checkmark_heavy, {.label = s.w("desk.accept"), .id = "godkjenn-" + number, .name = "op", .value = "godkjenn:" + number, .color = "success", .about = name});
    });
    h.details({cls("ko__retur"), id("retur-", supplement.id.value), attr::open(refused)}, [&] {
      h.summary([&] {
        h.text(s.w("desk.return"));
        h.span({cls("ds-sr-only")}, " ", name);
      });
      op_form(h, s, "ko__returskjema", [&](Writer&) {
        text_field(h, s.w, {.id = "grunn-" + number, .name = "grunn", .label = s.w("desk.why"), .value = refused ? s.kept.field("grunn") : "",
                            .error = refused ? error_of(s.view, s.kept, "returner") : "", .max_length = domain::limits::reason});
        button(h, {.label = s.w("desk.return"), .id = "returner-" + number, .name = "op", .value = "returner:" + number, .variant = Variant::secondary, .about = name, .small = true});
      });
    });
  });
}

void queued_group(Writer& h, const DeskScene& s, GroupNumber number, std::size_t at, std::size_t count) {
  const domain::Group* group = s.workshop.find_group(number);
  if (!group) return;
  const std::string digits = std::to_string(number.value), name = group_name(s.w, *group);
  const bool stage_open = s.workshop.stage == Stage::pitch && s.workshop.phase == Phase::open;
  h.li({id("pk-", number.value)}, [&] {
    h.span({cls("gnr")}, number.value);
    h.span({cls("pko__navn"), spoken(s)}, name);
    op_form(h, s, "knapperad", [&](Writer&) {
      if (stage_open)
        button(h, {.label = s.w("desk.start"), .id = "start-" + digits, .name = "op", .value = "pitch-start:" + digits,
                   .variant = at == 0 && !s.workshop.pitches.current ? Variant::primary : Variant::secondary, .about = name, .small = true});
      icon_button(h, Icon::arrow_up, {.label = s.w("desk.earlier"), .id = "popp-" + digits, .name = "op", .value = "pitch-opp:" + digits, .about = name, .disabled = at == 0});
      icon_button(h, Icon::arrow_down, {.label = s.w("desk.later"), .id = "pned-" + digits, .name = "op", .value = "pitch-ned:" + digits, .about = name, .disabled = at + 1 == count});
      if (stage_open)
        icon_button(h, Icon::skip_forward, {.label = s.w("desk.skip"), .id = "phopp-" + digits, .name = "op", .value = "pitch-hopp:" + digits, .about = name});
    });
  });
}

void floor(Writer& h, const DeskScene& s) {
  const domain::Pitches& pitches = s.workshop.pitches;
  const domain::Group* group = s.workshop.find_group(pitches.current);
  if (!group) return;
  h.div({cls("ordet")}, [&] {
    h.p([&] {
      h.span({cls("naamerke")}, s.w("desk.now"));
      h.text(" ");
      h.b({spoken(s)}, std::to_string(group->number.value) + " " + group_name(s.w, *group));
    });
    timer(h, s.w, {.clock = pitches.clock, .now = s.view.now, .zone = s.zone(), .css_class = "ktid__klokke", .id = "pitchklokke", .with_icon = false});
    op_form(h, s, "knapperad", [&](Writer&) {
      if (pitches.clock.is_paused()) button(h, {.label = s.w("desk.resume"), .id = "pitch-fortsett", .name = "op", .value = "pitch-fortsett", .variant = Variant::secondary, .about = s.w("desk.the_pitch"), .small = true});
      else button(h, {.label = s.w("desk.pause"), .id = "pitch-pause", .name = "op", .value = "pitch-pause", .variant = Variant::secondary, .about = s.w("desk.the_pitch"), .small = true});
      button(h, {.label = s.w("desk.pitch_done"), .id = "pitch-ferdig", .name = "op", .value = "pitch-ferdig", .small = true});
    });
  });
}

void past_group(Writer& h, const DeskScene& s, GroupNumber number, std::string_view what) {
  const domain::Group* group = s.workshop.find_group(number);
  if (!group) return;
  const std::string digits = std::to_string(number.value), name = group_name(s.w, *group);
  h.li([&] {
    h.span({cls("gnr")}, number.value);
    h.span({cls("pko__navn"), spoken(s)}, name);
    h.span({cls("panelhint")}, what);
    if (s.workshop.stage == Stage::pitch && s.workshop.phase == Phase::open)
      op_button(h, s, {.label = s.w("desk.start_again"), .id = "igjen-" + digits, .name = "op", .value = "pitch-start:" + digits, .variant = Variant::tertiary, .about = name, .small = true});
  });
}

}  // namespace

void projector_panel(Writer& h, const DeskScene& s) {
  const Words& w = s.w;
  region(h, s, "desk-skjerm", "skjermpanel", "skj-h", w("desk.on_projector"), [&](Writer&) {
    preview(h, s);
    key_presenter(h, s);
    op_form(h, s, "visvalg", [&](Writer&) {
      for (int i = 0; i <= static_cast<int>(ProjectorView::thanks); ++i) {
        const auto view = static_cast<ProjectorView>(i);
        const std::string name = boost::describe::enum_to_string(view, "");
        const bool chosen = s.workshop.projector.view == view;
        h.button({cls("visvalg__knapp", chosen ? "visvalg__knapp--valgt" : ""), id(std::string_view("vis-" + name)), type("submit"), attr::name("op"),
                  value(std::string_view("vis:" + name)), aria("pressed", chosen ? "true" : "false")},
                 view_name(w, view));
      }
    });
    h.div({cls("knapperad panelbunn")}, [&] {
      const bool blank = s.workshop.projector.blank;
      op_button(h, s, {.label = blank ? w("desk.show_again") : w("desk.hide"), .id = "blank", .name = "op", .value = blank ? "blank:nei" : "blank:ja", .variant = Variant::secondary,
                       .icon = blank ? Icon::eye : Icon::eye_slash, .small = true});
      if (s.workshop.settings.hidden_until_revealed)
        op_button(h, s, {.label = s.workshop.revealed ? w("desk.hide_result") : w("desk.reveal"), .id = "avslor", .name = "op",
                         .value = s.workshop.revealed ? "avslor:nei" : "avslor:ja", .small = true});
    });
    h.details({cls("panelmer"), id("skjermlenke")}, [&] {
      h.summary(w("desk.projector_link"));
      h.p({cls("lenketekst")}, s.extras.projector_url);
      h.p({cls("panelhint")}, w("desk.projector_link_hint"));
      op_button(h, s, {.label = w("desk.new_projector_link"), .id = "ny-skjermlenke", .name = "op", .value = "ny-skjermlenke", .variant = Variant::secondary, .small = true});
    });
  });
}

void waiting_keys(Writer& h, const DeskScene& s) {
  std::vector<const domain::Supplement*> waiting;
  for (const domain::Supplement& one : s.workshop.supplements)
    if (one.status == domain::SupplementStatus::waiting) waiting.push_back(&one);
  h.section({id("desk-nokler"), cls("kopanel panel"), aria_labelledby("ko-h"), data("seq", s.view.seq)}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h2({id("ko-h")}, s.w("desk.new_keys"));
      if (!waiting.empty()) h.span({cls("merketall")}, s.w.plural("desk.waiting", static_cast<std::int64_t>(waiting.size())));
    });
    if (waiting.empty()) h.p({cls("tom")}, s.w("desk.none_waiting"));
    h.ul({cls("ko"), role("list")}, [&] {
      for (const domain::Supplement* one : waiting) waiting_key(h, s, *one);
    });
    if (!s.workshop.supplements.empty())
      h.p({cls("panelbunn")}, [&] { h.a({cls("ds-link"), id("til-nokler"), href(desk_url(s.extras.room, "nokler"))}, s.w("desk.all_proposals")); });
  });
}

void pitch_panel(Writer& h, const DeskScene& s) {
  const domain::Pitches& pitches = s.workshop.pitches;
  const bool relevant = s.workshop.has_visited(Stage::pitch) || s.workshop.stage == Stage::measures;
  if (!relevant || s.workshop.groups.empty()) {
    h.div({id("desk-pitch"), data("seq", s.view.seq)});
    return;
  }
  region(h, s, "desk-pitch", "pitchpanel", "pitch-h", s.w("desk.pitches"), [&](Writer&) {
    floor(h, s);
    if (pitches.queue.empty() && !pitches.current) h.p({cls("tom")}, s.workshop.has_visited(Stage::pitch) ? s.w("desk.queue_empty") : s.w("desk.queue_later"));
    h.ol({cls("pko"), role("list")}, [&] {
      for (std::size_t i = 0; i < pitches.queue.size(); ++i) queued_group(h, s, pitches.queue[i], i, pitches.queue.size());
    });
    if (pitches.held.empty() && pitches.skipped.empty()) return;
    h.details({cls("panelmer"), id("pitch-ferdige")}, [&] {
      h.summary(s.w.plural("desk.pitched", static_cast<std::int64_t>(pitches.held.size())));
      h.ul({cls("pko"), role("list")}, [&] {
        for (const GroupNumber number : pitches.held) past_group(h, s, number, s.w("desk.has_pitched"));
        for (const GroupNumber number : pitches.skipped) past_group(h, s, number, s.w("desk.was_skipped"));
      });
    });
  });
}

void door_panel(Writer& h, const DeskScene& s) {
  const Words& w = s.w;
  region(h, s, "desk-dor", "dorpanel", "dor-h", w("desk.door"), [&](Writer&) {
    h.div({cls("panelbunn dorpanel__inn")}, [&] {
      if (s.workshop.phase == Phase::open) {
        h.p(s.workshop.door_open ? w("desk.door_open") : w("desk.door_closed"));
        h.div({cls("knapperad")}, [&] {
          op_button(h, s, {.label = s.workshop.door_open ? w("desk.close_door") : w("desk.open_door"), .id = "dor", .name = "op",
                           .value = s.workshop.door_open ? "dor:lukket" : "dor:apen", .variant = Variant::secondary,
                           .icon = s.workshop.door_open ? Icon::padlock_locked : Icon::door_open, .small = true});
          op_button(h, s, {.label = w("desk.new_code"), .id = "ny-kode", .name = "op", .value = "ny-kode", .variant = Variant::secondary, .small = true});
        });
      } else {
        h.p(s.workshop.phase == Phase::draft ? w("desk.no_code_yet") : w("desk.code_is_dead"));
      }
      h.ul({cls("lenkeliste"), role("list")}, [&] {
        h.li([&] { h.a({cls("ds-link"), id("til-ark"), href(desk_url(s.extras.room, "ark"))}, w("desk.print_sheets")); });
        h.li([&] { h.a({cls("ds-link"), id("til-oppsett"), href(desk_url(s.extras.room, "oppsett"))}, w("desk.edit_set_up")); });
      });
    });
  });
}

void report_panel(Writer& h, const DeskScene& s) {
  const Words& w = s.w;
  if (s.workshop.phase == Phase::draft) {
    h.div({id("desk-rapport"), data("seq", s.view.seq)});
    return;
  }
  region(h, s, "desk-rapport", "rapportpanel", "rap-h", w("desk.report"), [&](Writer&) {
    h.div({cls("panelbunn")}, [&] {
      h.p(s.workshop.published ? w("desk.is_published") : w("desk.not_published"));
      h.p([&] {
        h.a({cls("ds-link"), id("til-rapporten"), href(Url::external(s.extras.report_url))}, s.workshop.published ? w("desk.see_report") : w("desk.preview_report"));
      });
      h.div({cls("knapperad")}, [&] {
        op_button(h, s, {.label = s.workshop.published ? w("desk.unpublish") : w("desk.publish"), .id = "publiser", .name = "op",
                         .value = s.workshop.published ? "avpubliser" : "publiser", .variant = s.workshop.published ? Variant::secondary : Variant::primary, .small = true});
      });
      if (s.workshop.phase == Phase::closed) return;
      h.details({cls("panelmer"), id("avslutt-mer")}, [&] {
        h.summary(w("desk.close_workshop"));
        h.p(w("desk.close_workshop_text"));
        op_button(h, s, {.label = w("desk.close_workshop"), .id = "avslutt", .name = "op", .value = "avslutt", .variant = Variant::secondary, .color = "danger", .small = true});
      });
    });
  });
}

}  // namespace knippe::views
