// The receipt of a contribution: what was said, how far it has come, and the answer when there is one.

#include "views/follow_up/parts.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/measures.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

struct Way {
  std::string_view name;
  std::string text;
  bool done = false;
  std::optional<Url> to = {};
};

void said(Writer& h, const CaseLook& look, const Contribution& c) {
  const Words& w = look.view.words;
  h.section({aria_labelledby("sa-h")}, [&] {
    h.h2({id("sa-h"), cls("ih2")}, w("involvement.you_said"));
    h.div({cls("dusa")}, [&] {
      h.p({spoken(w, look.involvement)}, [&] { own_text(h, w, c.text); });
      h.p({cls("liten")}, facts_of(look, c));
      if (const auto source = source_of(w, c.source); !source.empty()) h.p({cls("liten")}, source);
      if (c.status == ContributionStatus::published) contribution_photo(h, look, c, photo_url(look.room, c.id));
      else if (c.photo.exists()) h.p({cls("liten")}, w("casephoto.came_along"));
    });
    if (c.status == ContributionStatus::removed)
      alert(h, Tone::warning, w("involvement.was_removed"), [&](Writer&) {
        h.p({cls("ds-paragraph")}, name_of(w, c.rule));
        h.p({cls("ds-paragraph")}, [&] { own_text(h, w, c.removal); });
      });
  });
}

/// From decision to how it went: what has happened, otherwise what was promised.
void decided_and_done(std::vector<Way>& way, const CaseLook& look, const Theme* answered) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const auto decisions = answered ? decisions_about(i, answered->id) : std::vector<const Decision*>{};
  if (decisions.empty()) way.push_back({w("involvement.way_decision"), i.promise.decides + ", " + w.plain_date(i.promise.decides_on), false});
  for (const Decision* each : decisions)
    way.push_back({w("involvement.way_decision"), w.plain_date(each->date) + ": " + (each->text.empty() ? std::string(w("involvement.erased")) : each->text), true});
  if (!answered) return;
  for (const CaseMeasure* each : measures_after(i, answered->id)) {
    const domain::Progress progress = domain::progress_of(each->measure.answers);
    way.push_back({w("casemeasure.measure"), std::string(text_of(w, each->measure)) + " – " + std::string(follow_up::progress_word(w, progress)),
                   !domain::is_unfinished(progress), public_url(look.room, "tiltak/" + std::to_string(each->id.value))});
  }
}

std::vector<Way> way_of(const CaseLook& look, const Contribution& c, const Theme* answered) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  std::vector<Way> way{{w("involvement.way_received"), w.date_and_time(c.at, i.time_zone), true}};
  if (c.status == ContributionStatus::removed) return way;
  const bool read = c.status == ContributionStatus::published;
  way.push_back({w("involvement.way_read"), std::string(read ? w("involvement.way_published") : w("involvement.way_waits")), read});
  way.push_back({w("involvement.way_answer"),
                 answered ? w.date(answered->answer.at, i.time_zone)
                          : w.format("involvement.way_answer_by", w.plain_date(i.promise.answer_by), i.roles.answers),
                 answered != nullptr});
  decided_and_done(way, look, answered);
  return way;
}

void way_list(Writer& h, const Words& w, const std::vector<Way>& way) {
  h.section({aria_labelledby("skjer-h")}, [&] {
    h.h2({id("skjer-h"), cls("ih2")}, w("involvement.what_happens"));
    bool current = true;
    h.ol({cls("vei vei--stor"), role("list")}, [&] {
      for (const Way& step : way) {
        const bool now = !step.done && current;
        if (now) current = false;
        h.li({cls(step.done ? "ferdig" : now ? "naa" : ""), when(now, aria_current("step"))}, [&] {
          h.b([&] {
            h.text(step.name);
            if (step.done) h.span({cls("ds-sr-only")}, " (", w("involvement.step_over"), ")");
          });
          if (step.to)
            h.span([&] { h.a({cls("ds-link"), href(*step.to)}, step.text); });
          else
            h.span(step.text);
        });
      }
    });
  });
}

}  // namespace

std::string receipt_page(const CaseLook& look, ContributionId wanted, std::string_view code, bool fresh, Ask ask) {
  const Words& w = look.view.words;
  const Contribution& c = *look.involvement.find_contribution(wanted);
  const Theme* theme = look.involvement.find_theme(c.theme);
  const Theme* answered = theme && theme->answer.verdict != Verdict::none ? theme : nullptr;
  const std::string title(fresh ? w("involvement.thanks") : w("involvement.receipt"));
  Frame frame = public_frame(look, title, "imain");
  frame.style = "case_after.css";
  return page(
      frame, [&](Writer& h) { narrow_header(h, look, w("involvement.receipt")); },
      [&](Writer& h) {
        h.div({cls("takk")}, [&] {
          icon(h, Icon::checkmark_circle_fill);
          h.h1(title);
        });
        code_box(h, w("involvement.your_code"), code, w("involvement.code_text"));
        said(h, look, c);
        if (answered)
          h.section({aria_labelledby("svaret-h")}, [&] {
            h.h2({id("svaret-h"), cls("ih2")}, w("involvement.answer_heading"));
            h.div({cls("panel")}, [&] { answer_box(h, look, *answered); });
            h.p([&] {
              h.a({cls("ds-link"), id("til-temaet"), href(public_url(look.room, "tema/" + std::to_string(theme->id.value)))},
                  w.format("involvement.see_theme", theme->name));
            });
          });
        way_list(h, w, way_of(look, c, answered));
        h.p({cls("etter")}, [&] { h.a({cls("ds-link"), id("i-loggen"), href(public_url(look.room, "kvittering/" + std::string(code) + "/logg"))}, w("proof.see_in_log")); });
        ask_expectation(h, look, ask);
        h.p({cls("etter")}, [&] { h.a({cls("ds-link"), id("til-mine-data"), href(public_url(look.room, "mine-data"))}, w("case_trust.own_title")); });
        h.p({cls("etter")}, [&] { h.a({cls("ds-link"), id("tilbake-til-saken"), href(public_url(look.room))}, w("involvement.back_to_case")); });
      });
}

}  // namespace knippe::views
