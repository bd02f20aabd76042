// How a case's measures look wherever they are shown.

#include <algorithm>

#include "base/encoding.h"
#include "views/follow_up/parts.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/measures.h"
#include "views/involvement/parts.h"

namespace knippe::views::sak {

using namespace involvement;

namespace {

void mark(Writer& h, std::string_view tone, Icon which, std::string_view text) {
  h.span({cls("stat"), data("color", tone)}, [&] {
    icon(h, which);
    h.text(text);
  });
}

void measure_row(Writer& h, const CaseLook& look, const CaseMeasure& each) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(each.id.value);
  h.li({cls("stiltak")}, [&] {
    h.h3({spoken(w, look.involvement)}, [&] {
      h.a({cls("ds-link"), id("tiltak-" + number), href(public_url(look.room, "tiltak/" + number))}, text_of(w, each.measure));
    });
    h.p([&] { case_standing(h, look, each); });
    milestone_count(h, look, each);
    h.p({cls("liten")}, w.format("casemeasure.owner_and_date", each.measure.owner.empty() ? std::string(w("involvement.erased")) : each.measure.owner,
                                 w.plain_date(domain::due_date(each.measure.date, each.measure.answers))));
  });
}

void workshop_measures(Writer& h, const CaseLook& look, const TiedWorkshop& workshop) {
  const Words& w = look.view.words;
  const std::string room = to_base32(workshop.room.value);
  const Attribute spoken_here = when(workshop.language != code(w.lang()), attr::lang(workshop.language));
  h.h3({cls("stiltak__fra")}, [&] {
    h.text(w("casemeasure.from_workshop"));
    h.text(" ");
    h.a({cls("ds-link"), id("verksted-" + room), href(Url::local("/resultater/" + room)), spoken_here}, workshop.title);
  });
  if (workshop.measures.empty()) return h.p({cls("liten")}, w("casemeasure.workshop_none"));
  h.ul({cls("stiltakliste"), role("list")}, [&] {
    for (const domain::Measure& each : workshop.measures)
      h.li({cls("stiltak")}, [&] {
        const std::string number = std::to_string(each.id.value);
        h.p({cls("stiltak__t"), spoken_here}, [&] {
          h.a({cls("ds-link"), id("tiltak-" + room + "-" + number), href(Url::local("/resultater/" + room + "/tiltak/" + number))}, text_of(w, each));
        });
        h.p([&] { follow_up::standing(h, w, each, look.view.now, workshop.time_zone); });
      });
  });
}

}  // namespace

std::string today_of(const CaseLook& look) { return iso_date(look.view.now, look.involvement.time_zone); }

std::string_view text_of(const Words& w, const domain::Measure& measure) { return measure.text.empty() ? w("involvement.erased") : std::string_view(measure.text); }

std::vector<const Decision*> decisions_about(const Involvement& i, ThemeId theme) {
  std::vector<const Decision*> found;
  for (const Decision& each : i.decisions)
    if (each.themes.empty() || std::ranges::binary_search(each.themes, theme)) found.push_back(&each);
  return found;
}

std::vector<const CaseMeasure*> measures_after(const Involvement& i, ThemeId theme) {
  std::vector<const CaseMeasure*> found;
  for (const CaseMeasure& each : i.measures)
    if (each.theme == theme && !each.measure.deleted) found.push_back(&each);
  return found;
}

void case_standing(Writer& h, const CaseLook& look, const CaseMeasure& measure) {
  follow_up::standing(h, look.view.words, measure.measure, look.view.now, look.involvement.time_zone, measure.trial);
}

void milestone_count(Writer& h, const CaseLook& look, const CaseMeasure& measure) {
  if (measure.milestones.empty()) return;
  const Words& w = look.view.words;
  const std::string today = today_of(look);
  const auto reached = std::ranges::count_if(measure.milestones, &domain::Milestone::reached);
  const auto late = std::ranges::count_if(measure.milestones, [&](const domain::Milestone& each) { return domain::is_overdue(each, today); });
  h.p([&] {
    h.text(w.format("casemeasure.milestones_reached", reached, measure.milestones.size()));
    if (late > 0) {
      h.text(" ");
      mark(h, "danger", Icon::exclamationmark_triangle_fill, w.plural("casemeasure.milestones_late", late));
    }
  });
}

void milestone_list(Writer& h, const CaseLook& look, const CaseMeasure& measure) {
  const Words& w = look.view.words;
  const std::string today = today_of(look);
  h.ol({cls("mil"), role("list")}, [&] {
    for (const domain::Milestone& each : measure.milestones) {
      const bool late = domain::is_overdue(each, today);
      h.li({cls(each.reached ? "mil__ferdig" : late ? "mil__sen" : "")}, [&] {
        h.p({cls("mil__dato")}, w.plain_date(each.date));
        h.p({spoken(w, look.involvement)}, each.text.empty() ? w("involvement.erased") : std::string_view(each.text));
        if (each.reached)
          mark(h, "success", Icon::checkmark_circle_fill, w.format("casemeasure.reached_on", w.date(each.reached_at, look.involvement.time_zone)));
        else if (late)
          mark(h, "danger", Icon::exclamationmark_triangle_fill, w("followup.overdue"));
        else
          mark(h, "neutral", Icon::hourglass, w("casemeasure.not_yet"));
      });
    }
  });
}

void trial_box(Writer& h, const CaseLook& look, const CaseMeasure& measure) {
  if (!measure.trial) return;
  const Words& w = look.view.words;
  const auto fact = [&](std::string_view name, const std::string& text, std::string_view otherwise) {
    h.div([&] {
      h.dt(name);
      h.dd({when(!text.empty(), spoken(w, look.involvement))}, [&] { text.empty() ? h.text(otherwise) : own_text(h, w, text); });
    });
  };
  h.section({cls("forsok"), aria_labelledby("forsok-h")}, [&] {
    h.h2({id("forsok-h")}, w("casemeasure.is_trial"));
    h.p(w("followup.fail_is_fine"));
    h.dl([&] {
      fact(w("casemeasure.hypothesis"), measure.hypothesis, w("involvement.erased"));
      fact(w("casemeasure.learned"), measure.learned, w("casemeasure.not_learned_yet"));
    });
  });
}

void follow_measures(Writer& h, const CaseLook& look) {
  h.a({cls("ds-link"), id("folg-tiltak"), href(public_url(look.room, "tiltak.atom"))}, look.view.words("casemeasure.follow"));
}

void measures_section(Writer& h, const CaseLook& look, std::span<const TiedWorkshop> tied) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const auto standing = [](const CaseMeasure& each) { return !each.measure.deleted; };
  const bool own = std::ranges::any_of(i.measures, standing), others = std::ranges::any_of(tied, &TiedWorkshop::published);
  if (!own && !others) return;
  h.section({cls("pseksjon"), id("tiltak"), aria_labelledby("tiltak-h")}, [&] {
    h.h2({id("tiltak-h")}, w("casemeasure.heading"));
    h.p({cls("pingress")}, w("casemeasure.lead"));
    if (own)
      h.ul({cls("stiltakliste"), role("list")}, [&] {
        for (const CaseMeasure& each : i.measures)
          if (standing(each)) measure_row(h, look, each);
      });
    if (own) h.p([&] { follow_measures(h, look); });
    for (const TiedWorkshop& each : tied)
      if (each.published) workshop_measures(h, look, each);
  });
}

void followed_by(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  const auto decisions = decisions_about(look.involvement, theme.id);
  const auto measures = measures_after(look.involvement, theme.id);
  if (decisions.empty() && measures.empty()) return;
  if (!decisions.empty())
    h.section({cls("pseksjon"), aria_labelledby("vedtak-h")}, [&] {
      h.h2({id("vedtak-h")}, w("casemeasure.decided"));
      h.ul({cls("stiltakliste"), role("list")}, [&] {
        for (const Decision* each : decisions)
          h.li({cls("stiltak")}, [&] {
            h.p({cls("stiltak__t"), spoken(w, look.involvement)}, [&] { own_text(h, w, each->text); });
            h.p({cls("liten")}, w.plain_date(each->date) + (each->source.empty() ? "" : " · " + each->source));
          });
      });
    });
  if (!measures.empty())
    h.section({cls("pseksjon"), aria_labelledby("tiltak-h")}, [&] {
      h.h2({id("tiltak-h")}, w("casemeasure.heading"));
      h.ul({cls("stiltakliste"), role("list")}, [&] {
        for (const CaseMeasure* each : measures) measure_row(h, look, *each);
      });
    });
}

}  // namespace knippe::views::sak
