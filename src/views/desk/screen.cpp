// What the hall sees: a small likeness, the views to choose from, one press that hides it.

#include <boost/describe.hpp>

#include <algorithm>

#include "views/components.h"
#include "views/desk/regions.h"
#include "views/projector/projector.h"
#include "views/result.h"

namespace knippe::views::desk {
namespace {

using domain::ProjectorView;

std::string_view name_of(const Words& w, ProjectorView view) {
  switch (view) {
    case ProjectorView::follow: return w("desk.view_follow");
    case ProjectorView::instructions: return w("desk.view_instructions");
    case ProjectorView::join: return w("desk.view_join");
    case ProjectorView::keys: return w("desk.view_keys");
    case ProjectorView::supplements: return w("desk.view_supplements");
    case ProjectorView::words: return w("alike.view_words");
    case ProjectorView::top: return w("desk.view_top");
    case ProjectorView::measures: return w("desk.view_measures");
    case ProjectorView::pitch: return w("desk.view_pitch");
    case ProjectorView::thanks: return w("desk.view_thanks");
  }
  __builtin_unreachable();
}

constexpr ProjectorView views_offered[] = {ProjectorView::follow,      ProjectorView::instructions, ProjectorView::join,
                                           ProjectorView::keys,        ProjectorView::supplements,  ProjectorView::words,
                                           ProjectorView::top,
                                           ProjectorView::measures,    ProjectorView::pitch,        ProjectorView::thanks};
constexpr std::size_t rows_in_likeness = 5;

void likeness_rows(Writer& h, const Desk& d, const RankingResult& result) {
  for (std::size_t i = 0; i < std::min(result.top_size(), rows_in_likeness); ++i) {
    const domain::Key* key = d.workshop.find_key(result.keys[i].key);
    if (!key) continue;
    h.div({cls("mini__rad")}, [&] {
      h.span(result.keys[i].place);
      h.em({d.spoken(key->language)}, key->short_name);
      h.b({data("pct", result.keys[i].percent)}, "");
    });
  }
}

std::int64_t count_of(const auto& items, const auto& wanted) { return std::ranges::count_if(items, wanted); }

std::string key_caption(const Desk& d) {
  const domain::Workshop& workshop = d.workshop;
  if (const domain::Key* key = workshop.find_key(workshop.projector.presented)) return key->label + " · " + key->short_name;
  return d.w.plural("common.keys", count_of(workshop.keys, [](const domain::Key& key) { return !key.retired; }));
}

std::string pitch_caption(const Desk& d) {
  const domain::Pitches& pitches = d.workshop.pitches;
  const GroupNumber number = pitches.current.value != 0 || pitches.queue.empty() ? pitches.current : pitches.queue.front();
  const domain::Group* group = d.workshop.find_group(number);
  return group ? group_label(d.w, *group) : std::string();
}

/// One line that says what is on the screen, for views that are not figures.
std::string caption(const Desk& d, ProjectorView shown) {
  const domain::Workshop& workshop = d.workshop;
  switch (shown) {
    case ProjectorView::join: return spaced_code(d.extras.code);
    case ProjectorView::keys: return key_caption(d);
    case ProjectorView::pitch: return pitch_caption(d);
    case ProjectorView::top: return std::string(d.w(workshop.ranking_is_visible() ? "desk.no_ranking" : "desk.ranking_hidden"));
    case ProjectorView::supplements:
    case ProjectorView::words:
      return d.w.plural("common.keys", count_of(workshop.keys, [](const domain::Key& key) { return key.origin && !key.retired; }));
    case ProjectorView::measures:
      return d.w.plural("common.measures", count_of(workshop.measures, [](const domain::Measure& measure) { return !measure.deleted; }));
    case ProjectorView::follow:
    case ProjectorView::instructions:
    case ProjectorView::thanks: break;
  }
  return std::string(stage_name(d.w, workshop.stage));
}

void likeness(Writer& h, const Desk& d) {
  const ProjectorView shown = shown_view(d.workshop);
  const bool blank = d.workshop.projector.blank;
  const RankingResult result = result_of(d.workshop);
  const bool rows = shown == ProjectorView::top && d.workshop.ranking_is_visible() && !result.empty();
  h.div({cls("mini", blank ? "mini--skjult" : ""), aria_hidden()}, [&] {
    if (blank) return h.p({cls("mini__tekst")}, d.w("desk.screen_blank"));
    h.div({cls("mini__side")}, "");
    h.div({cls("mini__hoved")}, [&] {
      if (rows) return likeness_rows(h, d, result);
      h.p({cls("mini__tekst")}, [&] {
        h.b(name_of(d.w, shown));
        h.span(caption(d, shown));
      });
    });
  });
  h.p({cls("ds-sr-only")}, blank ? d.w("desk.screen_blank") : name_of(d.w, shown));
}

void chooser(Writer& h, const Desk& d) {
  desk_form(h, d, {}, [&](Writer&) {
    h.div({cls("visvalg"), role("group"), aria_label(d.w("desk.choose_view"))}, [&] {
      for (const ProjectorView view : views_offered) {
        const std::string_view code_name = boost::describe::enum_to_string(view, "");
        const bool chosen = d.workshop.projector.view == view;
        h.button({cls("visvalg__knapp", chosen ? "visvalg__knapp--valgt" : ""), id(std::string("vis-").append(code_name)), name("op"),
                  value(std::string("vis:").append(code_name)), aria("pressed", chosen ? "true" : "false")},
                 name_of(d.w, view));
      }
    });
    h.div({cls("knapperad visvalg__mer")}, [&] {
      const bool blank = d.workshop.projector.blank;
      button(h, {.label = d.w(blank ? "desk.unblank" : "desk.blank"), .id = "blank", .name = "op", .value = blank ? "blank:nei" : "blank:ja",
                 .variant = blank ? Variant::primary : Variant::secondary, .icon = blank ? Icon::eye : Icon::eye_slash, .small = true});
      if (!d.workshop.settings.hidden_until_revealed) return;
      const bool revealed = d.workshop.revealed;
      button(h, {.label = d.w(revealed ? "desk.hide_result" : "desk.reveal"), .id = "avslor", .name = "op", .value = revealed ? "avslor:nei" : "avslor:ja",
                 .variant = Variant::secondary, .icon = Icon::bar_chart, .small = true});
    });
  });
}

void link(Writer& h, const Desk& d) {
  fold(h, {.id = "desk-skjermlenke", .summary = d.w("desk.projector_link")}, [&](Writer&) {
    h.p({cls("panelhint")}, d.w("desk.projector_link_text"));
    h.p({cls("adresse")}, d.extras.projector_url);
    desk_form(h, d, {}, [&](Writer&) {
      button(h, {.label = d.w("desk.new_projector_link"), .id = "ny-skjermlenke", .name = "op", .value = "ny-skjermlenke",
                 .variant = Variant::secondary, .icon = Icon::arrows_circlepath, .small = true});
    });
  });
}

}  // namespace

void screen_region(Writer& h, const Desk& d) {
  panel(h, d.view, {.id = "desk-skjerm", .heading = d.w("desk.on_screen")}, [&](Writer&) {
    likeness(h, d);
    chooser(h, d);
    if (!d.extras.projector_url.empty()) link(h, d);
  });
}

}  // namespace knippe::views::desk
