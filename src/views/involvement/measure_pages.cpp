// A measure's own page, and the two pages of its owner's link.

#include "views/follow_up/parts.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/measures.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

Frame frame_of(const CaseLook& look, std::string title, std::string_view main_class = {}) {
  Frame frame = public_frame(look, std::move(title), main_class);
  frame.style = "case_after.css";
  return frame;
}

void link(Writer& h, std::string_view link_id, const Url& to, std::string_view label) {
  h.a({cls("ds-link"), id(link_id), href(to)}, label);
}

void chain_step(Writer& h, const char* css, std::string_view name, Part content) {
  h.li({cls(css), when(std::string_view(css) == "kjede__naa", aria_current("step"))}, [&] {
    h.span(name);
    content(h);
  });
}

void theme_steps(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(theme.id.value);
  chain_step(h, "", w.plural("involvement.contributions", static_cast<std::int64_t>(theme.published.size())), [&](Writer&) {
    h.p({spoken(w, look.involvement)}, theme.name);
    link(h, "til-innspillene", Url::local(public_url(look.room, "innspill").text() + "?tema=" + number), w("casemeasure.read_them"));
  });
  chain_step(h, "", name_of(w, theme.answer.verdict), [&](Writer&) {
    h.p(w.date(theme.answer.at, look.involvement.time_zone));
    link(h, "til-svaret", public_url(look.room, "tema/" + number), w("casemeasure.read_answer"));
  });
}

/// From contributions to how it went.
void chain(Writer& h, const CaseLook& look, const CaseMeasure& each) {
  const Words& w = look.view.words;
  const domain::Progress progress = domain::progress_of(each.measure.answers);
  h.section({cls("pseksjon"), aria_labelledby("kj-h")}, [&] {
    h.h2({id("kj-h"), cls("ds-sr-only")}, w("casemeasure.chain"));
    h.ol({cls("kjede"), role("list")}, [&] {
      if (const Theme* theme = look.involvement.find_theme(each.theme)) theme_steps(h, look, *theme);
      if (const Decision* decision = look.involvement.find_decision(each.decision))
        chain_step(h, "", w("casemeasure.decided"), [&](Writer&) {
          h.p({spoken(w, look.involvement)}, [&] { own_text(h, w, decision->text); });
          h.p({cls("liten")}, w.plain_date(decision->date) + (decision->source.empty() ? "" : " · " + decision->source));
        });
      chain_step(h, domain::is_unfinished(progress) ? "kjede__naa" : "", w("casemeasure.measure"), [&](Writer&) { h.p(follow_up::progress_word(w, progress)); });
      chain_step(h, domain::is_unfinished(progress) ? "kjede__siden" : "kjede__naa", w("followup.question"), [&](Writer&) {
        h.p(domain::is_unfinished(progress) ? w.format("casemeasure.asked_at", w.plain_date(domain::due_date(each.measure.date, each.measure.answers)))
                                    : std::string(follow_up::progress_word(w, progress)));
      });
    });
  });
}

void facts(Writer& h, const CaseLook& look, const CaseMeasure& each) {
  const Words& w = look.view.words;
  h.p({cls("statusrad")}, [&] { case_standing(h, look, each); });
  h.dl({cls("tiltakfakta")}, [&] {
    follow_up::owner_fact(h, w, each.measure, spoken(w, look.involvement));
    follow_up::due_fact(h, w, each.measure);
  });
}

void owner_head(Writer& h, const CaseLook& look, const CaseMeasure& each) {
  const Words& w = look.view.words;
  h.p({cls("overlinje")}, w("casemeasure.overline"));
  h.h1({spoken(w, look.involvement)}, text_of(w, each.measure));
  facts(h, look, each);
}

void milestones_to_mark(Writer& h, const CaseLook& look, const CaseMeasure& each) {
  if (each.milestones.empty()) return;
  const Words& w = look.view.words;
  h.section({cls("seksjon"), aria_labelledby("mi-h")}, [&] {
    h.h2({id("mi-h"), cls("ih2")}, w("casemeasure.milestones"));
    milestone_list(h, look, each);
    page_form(h, look.view, public_url(look.room, "tiltak/" + std::to_string(each.id.value) + "/svar"), {.css = "knapperad"}, [&](Writer&) {
      for (std::size_t n = 1; n <= each.milestones.size(); ++n)
        if (!each.milestones[n - 1].reached)
          button(h, {.label = w.format("casemeasure.mark_reached", n), .id = "naadd-" + std::to_string(n), .name = "op", .value = "naadd:" + std::to_string(n),
                     .variant = Variant::secondary, .icon = Icon::checkmark, .about = each.milestones[n - 1].text, .small = true});
    });
  });
}

}  // namespace

std::string case_measure_page(const CaseLook& look, MeasureId wanted, bool may_answer) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const CaseMeasure& each = *i.find_measure(wanted);
  const std::string title(text_of(w, each.measure));
  const Crumb crumbs[] = {{w("involvement.cases"), Url("/saker")}, {i.title, public_url(look.room)}};
  Frame frame = frame_of(look, title + " – " + i.title);
  frame.alternates = case_alternates(look);
  frame.indexable = i.phase != Phase::draft && !i.simulated;
  return public_page(
      frame,
      [&](Writer& h) {
        h.div({cls("sakhode")}, [&] {
          breadcrumbs(h, w, crumbs, title);
          h.h1({spoken(w, i)}, title);
          facts(h, look, each);
          if (may_answer)
            link_button(h, {.label = w("followup.answer"), .id = "til-skjemaet", .icon = Icon::pencil},
                        public_url(look.room, "tiltak/" + std::to_string(wanted.value) + "/svar"));
        });
        h.div({cls("pkol")}, [&] {
          chain(h, look, each);
          trial_box(h, look, each);
          if (!each.milestones.empty())
            h.section({cls("pseksjon"), aria_labelledby("mi-h")}, [&] {
              h.h2({id("mi-h")}, w("casemeasure.milestones"));
              milestone_list(h, look, each);
            });
          h.section({cls("pseksjon"), aria_labelledby("gikk-h")}, [&] {
            h.h2({id("gikk-h")}, w("followup.question"));
            follow_up::history(h, w, each.measure, i.time_zone, spoken(w, i));
            h.p([&] { follow_measures(h, look); });
          });
        });
      });
}

std::string case_owner_link_page(const CaseLook& look, MeasureId wanted, std::string_view token) {
  const Words& w = look.view.words;
  const CaseMeasure& each = *look.involvement.find_measure(wanted);
  return page(
      frame_of(look, std::string(w("followup.question")), "imain"), [&](Writer& h) { narrow_header(h, look, ""); },
      [&](Writer& h) {
        owner_head(h, look, each);
        h.p({cls("dingress")}, w("casemeasure.link_text"));
        page_form(h, look.view, Url::local("/tiltak/" + Url::segment(token)), {}, [&](Writer&) {
          button(h, {.label = w("followup.begin"), .id = "begynn", .name = "op", .value = "begynn", .icon = Icon::arrow_right, .wide = true});
        });
      });
}

std::string case_owner_answer_page(const CaseLook& look, MeasureId wanted) {
  const Words& w = look.view.words;
  const CaseMeasure& each = *look.involvement.find_measure(wanted);
  const std::string number = std::to_string(wanted.value), title(w("followup.question"));
  return page(
      frame_of(look, look.kept.error ? w.format("front.title_error", title) : title, "imain"), [&](Writer& h) { narrow_header(h, look, ""); },
      [&](Writer& h) {
        if (look.kept.error) {
          const FieldError errors[] = {{follow_up::answer_field(*look.kept.error), w.error(*look.kept.error)}};
          error_summary(h, w, errors);
        }
        owner_head(h, look, each);
        h.p(w("followup.fail_is_fine"));
        h.p(w("followup.seen_by_all"));
        milestones_to_mark(h, look, each);
        page_form(h, look.view, public_url(look.room, "tiltak/" + number + "/svar"), {.css = "kort tiltakskjema"}, [&](Writer&) {
          follow_up::answer_fields(h, w, each.measure, {.kept = look.kept, .refused = look.kept.error.has_value(), .op = "svar", .in_case = true,
                                                        .asks_learned = each.trial, .learned = each.learned});
        });
        h.section({cls("seksjon"), aria_labelledby("foer-h")}, [&] {
          h.h2({id("foer-h"), cls("ih2")}, w("followup.earlier"));
          follow_up::history(h, w, each.measure, look.involvement.time_zone, spoken(w, look.involvement));
        });
        h.p({cls("etter")}, [&] { link(h, "til-siden", public_url(look.room, "tiltak/" + number), w("followup.to_page")); });
      });
}

}  // namespace knippe::views
