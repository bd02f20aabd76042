// The desk's page about what follows the answers: decisions, measures with their milestones and owners' links, workshops of the case.

#include <algorithm>

#include "base/encoding.h"
#include "domain/involvement/bounds.h"
#include "domain/limits.h"
#include "views/follow_up/parts.h"
#include "views/involvement/desk_part.h"
#include "views/involvement/measures.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

struct Form {
  const CaseLook& look;
  std::string op;
  std::string suffix;
  bool refused() const { return look.kept.is(op) && look.kept.error; }
  /// What was typed, otherwise what stands.
  std::string value(const std::string& field, std::string_view stands) const {
    return std::string(refused() ? look.kept.field(field) : stands);
  }
  bool error_is(std::string_view key) const { return refused() && look.kept.error->message_key == key; }
  std::string error(bool here) const { return refused() && here ? look.view.words.error(*look.kept.error) : std::string(); }
};

Url here(const CaseLook& look) { return sak::desk_url(look.room, "tiltak"); }

std::string measure_about(const CaseLook& look, const CaseMeasure& each) { return look.view.words.format("followup.numbered", each.id.value); }

/// The field a refusal of the form about a measure belongs to.
std::string_view faulty(const Form& form) {
  if (form.error_is("measure.date") || form.error_is("involvement.bad_date") || form.error_is("decision.date") || form.error_is("milestone.date")) return "dato";
  if (form.error_is("measure.hypothesis")) return "antakelse";
  return form.error_is("measure.no_answer") ? "tema" : "tekst";
}

void date_field(Writer& h, const Form& form, std::string_view label, const std::string& stands) {
  const Words& w = form.look.view.words;
  text_field(h, w, {.id = "dato" + form.suffix, .name = "dato", .label = label, .value = form.value("dato", typed_date(stands)),
                    .description = w("involvement.date_text"), .error = form.error(faulty(form) == "dato"), .inputmode = "numeric", .max_length = 10});
}

void theme_boxes(Writer& h, const Form& form, const Decision* old) {
  const Words& w = form.look.view.words;
  if (form.look.involvement.themes.empty()) return;
  fieldset(h, w("casemeasure.decision_themes"), [&](Writer&) {
    for (const Theme& theme : form.look.involvement.themes) {
      const std::string field = "tema_" + std::to_string(theme.id.value);
      const bool stands = old && std::ranges::binary_search(old->themes, theme.id);
      checkbox(h, {field + form.suffix, field, "ja", theme.name, form.value(field, stands ? "ja" : "") == "ja"});
    }
  });
}

void decision_form(Writer& h, const CaseLook& look, const Decision* old) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(old ? old->id.value : 0);
  const Form form{look, "vedtak:" + number, "-v" + number};
  desk::fold(h, {.id = "vedtak-" + number, .summary = old ? w("casemeasure.change") : w("casemeasure.new_decision"),
                 .about = old ? std::string_view(old->text) : std::string_view(), .open = form.refused()}, [&](Writer&) {
    refusal(h, look, form.op, std::string(faulty(form)) + form.suffix);
    page_form(h, look.view, here(look), {.css = "utfyll"}, [&](Writer&) {
      text_area(h, w, {.id = "tekst" + form.suffix, .name = "tekst", .label = w("casemeasure.decision_text"), .value = form.value("tekst", old ? old->text : ""),
                       .error = form.error(faulty(form) == "tekst"), .max_length = bounds::decision, .rows = 2});
      date_field(h, form, w("casemeasure.decision_date"), old ? old->date : "");
      text_field(h, w, {.id = "kilde" + form.suffix, .name = "kilde", .label = w("casemeasure.decision_source"), .value = form.value("kilde", old ? old->source : ""),
                        .max_length = bounds::source, .optional_mark = true});
      theme_boxes(h, form, old);
      button(h, {.label = w("casemeasure.save_decision"), .id = "lagre" + form.suffix, .name = "op", .value = form.op, .small = true});
    });
  });
}

void decisions(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  h.section({cls("panel panel--luft"), aria_labelledby("ve-h")}, [&] {
    h.h2({id("ve-h")}, w("casemeasure.decisions"));
    h.p({cls("liten")}, w("casemeasure.decisions_text"));
    h.ul({cls("stiltakliste"), role("list")}, [&] {
      for (const Decision& each : look.involvement.decisions)
        h.li({cls("stiltak")}, [&] {
          h.p({cls("stiltak__t"), spoken(w, look.involvement)}, [&] { own_text(h, w, each.text); });
          h.p({cls("liten")}, w.plain_date(each.date) + (each.source.empty() ? "" : " · " + each.source));
          decision_form(h, look, &each);
        });
    });
    decision_form(h, look, nullptr);
  });
}

void origin_fields(Writer& h, const Form& form, const CaseMeasure* old) {
  const Words& w = form.look.view.words;
  const Involvement& i = form.look.involvement;
  std::vector<desk::Option> themes{{"0", std::string(w("casemeasure.whole_case"))}}, made{{"0", std::string(w("casemeasure.no_decision"))}};
  for (const Theme& theme : i.themes)
    if (theme.answer.verdict != Verdict::none) themes.push_back({std::to_string(theme.id.value), theme.name + " – " + std::string(views::name_of(w, theme.answer.verdict))});
  for (const Decision& each : i.decisions) made.push_back({std::to_string(each.id.value), w.plain_date(each.date) + ": " + each.text});
  desk::select_field(h, {.id = "tema" + form.suffix, .name = "tema", .label = w("casemeasure.follows_theme"), .chosen = form.value("tema", std::to_string(old ? old->theme.value : 0)),
                         .description = w("casemeasure.follows_theme_text"), .error = form.error(faulty(form) == "tema")}, themes);
  if (!i.decisions.empty())
    desk::select_field(h, {.id = "vedtak" + form.suffix, .name = "vedtak", .label = w("casemeasure.follows_decision"),
                           .chosen = form.value("vedtak", std::to_string(old ? old->decision.value : 0))}, made);
}

void measure_form(Writer& h, const CaseLook& look, const CaseMeasure* old) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(old ? old->id.value : 0);
  const Form form{look, "tiltak:" + number, "-t" + number};
  desk::fold(h, {.id = "nytt-tiltak-" + number, .summary = old ? w("casemeasure.change") : w("casemeasure.new_measure"),
                 .about = old ? measure_about(look, *old) : std::string(), .open = form.refused()}, [&](Writer&) {
    refusal(h, look, form.op, std::string(faulty(form)) + form.suffix);
    page_form(h, look.view, here(look), {.css = "utfyll"}, [&](Writer&) {
      text_area(h, w, {.id = "tekst" + form.suffix, .name = "tekst", .label = w("casemeasure.what"), .value = form.value("tekst", old ? old->measure.text : ""),
                       .error = form.error(faulty(form) == "tekst"), .max_length = bounds::measure, .rows = 2});
      text_field(h, w, {.id = "eier" + form.suffix, .name = "eier", .label = w("followup.owner"), .value = form.value("eier", old ? old->measure.owner : ""),
                        .description = w("casemeasure.owner_text"), .max_length = domain::limits::owner_name});
      date_field(h, form, w("followup.due"), old ? old->measure.date : "");
      origin_fields(h, form, old);
      checkbox(h, {"forsok" + form.suffix, "forsok", "ja", w("followup.is_trial"), form.value("forsok", old && old->trial ? "ja" : "") == "ja"});
      text_area(h, w, {.id = "antakelse" + form.suffix, .name = "antakelse", .label = w("casemeasure.hypothesis"), .value = form.value("antakelse", old ? old->hypothesis : ""),
                       .description = w("casemeasure.hypothesis_text"), .error = form.error(faulty(form) == "antakelse"), .max_length = bounds::reason, .rows = 2, .optional_mark = true});
      button(h, {.label = w("casemeasure.save_measure"), .id = "lagre" + form.suffix, .name = "op", .value = form.op, .small = true});
    });
  });
}

void milestone_form(Writer& h, const CaseLook& look, const CaseMeasure& each) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(each.id.value);
  const Form form{look, "milepael:" + number, "-m" + number};
  desk::fold(h, {.id = "milepael-" + number, .summary = w("casemeasure.new_milestone"), .about = measure_about(look, each), .open = form.refused()}, [&](Writer&) {
    refusal(h, look, form.op, std::string(faulty(form)) + form.suffix);
    page_form(h, look.view, here(look), {.css = "utfyll"}, [&](Writer&) {
      text_field(h, w, {.id = "tekst" + form.suffix, .name = "tekst", .label = w("casemeasure.milestone"), .value = form.value("tekst", ""),
                        .error = form.error(faulty(form) == "tekst"), .max_length = bounds::milestone});
      date_field(h, form, w("followup.due"), "");
      button(h, {.label = w("casemeasure.save_milestone"), .id = "lagre" + form.suffix, .name = "op", .value = form.op, .small = true});
    });
  });
}

void milestone_buttons(Writer& h, const CaseLook& look, const CaseMeasure& each) {
  const Words& w = look.view.words;
  page_form(h, look.view, here(look), {.css = "knapperad"}, [&](Writer&) {
    for (std::size_t n = 1; n <= each.milestones.size(); ++n) {
      const domain::Milestone& milestone = each.milestones[n - 1];
      const std::string which = std::to_string(each.id.value) + ":" + std::to_string(n);
      button(h, {.label = w.format(milestone.reached ? "casemeasure.mark_not_reached" : "casemeasure.mark_reached", n), .id = "naadd-" + std::to_string(each.id.value) + "-" + std::to_string(n),
                 .name = "op", .value = (milestone.reached ? "ikke-naadd:" : "naadd:") + which, .variant = Variant::secondary, .about = milestone.text, .small = true});
    }
  });
}

void owner_link(Writer& h, const CaseLook& look, const MeasuresDesk& desk, const CaseMeasure& each) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(each.id.value), about = measure_about(look, each);
  const auto found = desk.links.find(each.id);
  if (found != desk.links.end()) {
    h.p({cls("panelhint")}, w("followup.link_is"));
    h.p({cls("engangslenke")}, [&] { h.element("code", {id("lenke-" + number)}, [&] { h.text(found->second); }); });
  }
  const bool out = found != desk.links.end();
  page_form(h, look.view, here(look), {.css = "knapperad"}, [&](Writer&) {
    button(h, {.label = w(out ? "followup.withdraw" : "followup.make_link"), .id = (out ? "trekk-" : "lag-") + number, .name = "op", .value = (out ? "trekk:" : "lag:") + number,
               .variant = out ? Variant::tertiary : Variant::secondary, .icon = out ? Icon::link_broken : Icon::link, .about = about, .small = true});
    if (each.measure.answers.empty())
      button(h, {.label = w("casemeasure.withdraw"), .id = "bort-" + number, .name = "op", .value = "bort:" + number, .variant = Variant::tertiary, .color = "danger", .about = about, .small = true});
  });
}

void answer_for(Writer& h, const CaseLook& look, const CaseMeasure& each) {
  const std::string number = std::to_string(each.id.value), op = "svar:" + number;
  const bool refused = look.kept.is(op) && look.kept.error;
  const Words& w = look.view.words;
  desk::fold(h, {.id = "skriv-" + number, .summary = w("followup.type_in"), .about = measure_about(look, each), .open = refused}, [&](Writer&) {
    if (refused) refusal(h, look, op, follow_up::answer_field(*look.kept.error, "-" + number));
    page_form(h, look.view, here(look), {.css = "tiltakskjema"}, [&](Writer&) {
      follow_up::answer_fields(h, w, each.measure, {.kept = look.kept, .refused = refused, .op = op, .suffix = "-" + number, .in_case = true,
                                                    .asks_learned = each.trial, .learned = each.learned});
    });
  });
}

void measure_card(Writer& h, const CaseLook& look, const MeasuresDesk& desk, const CaseMeasure& each) {
  const Words& w = look.view.words;
  const std::string heading = "tiltak-" + std::to_string(each.id.value);
  h.section({cls("panel panel--luft"), aria_labelledby(heading)}, [&] {
    h.h3({id(heading), spoken(w, look.involvement)}, text_of(w, each.measure));
    h.p([&] { case_standing(h, look, each); });
    h.dl({cls("tiltakfakta")}, [&] {
      follow_up::owner_fact(h, w, each.measure, spoken(w, look.involvement));
      follow_up::due_fact(h, w, each.measure);
    });
    if (!each.milestones.empty()) {
      milestone_list(h, look, each);
      milestone_buttons(h, look, each);
    }
    if (!each.measure.answers.empty()) follow_up::history(h, w, each.measure, look.involvement.time_zone, spoken(w, look.involvement));
    owner_link(h, look, desk, each);
    answer_for(h, look, each);
    milestone_form(h, look, each);
    measure_form(h, look, &each);
  });
}

void workshops(Writer& h, const CaseLook& look, const MeasuresDesk& desk) {
  const Words& w = look.view.words;
  h.section({cls("panel panel--luft"), aria_labelledby("vk-h")}, [&] {
    h.h2({id("vk-h")}, w("casemeasure.workshops"));
    h.p({cls("liten")}, w("casemeasure.workshops_text"));
    refusal(h, look, "knytt", "verksted");
    for (const TiedWorkshop& each : desk.tied)
      page_form(h, look.view, here(look), {.css = "knapperad"}, [&](Writer&) {
        hidden_field(h, "verksted", to_base32(each.room.value));
        h.span(each.title + (each.published ? "" : " (" + std::string(w("casemeasure.not_published")) + ")"));
        button(h, {.label = w("casemeasure.untie"), .id = "losne-" + to_base32(each.room.value), .name = "op", .value = "losne", .variant = Variant::tertiary, .about = each.title, .small = true});
      });
    if (desk.may_be_tied.empty()) return;
    page_form(h, look.view, here(look), {.css = "utfyll"}, [&](Writer&) {
      std::vector<desk::Option> options;
      for (const TiedWorkshop& each : desk.may_be_tied) options.push_back({to_base32(each.room.value), each.title});
      desk::select_field(h, {.id = "verksted", .name = "verksted", .label = w("casemeasure.which_workshop")}, options);
      button(h, {.label = w("casemeasure.tie"), .id = "knytt", .name = "op", .value = "knytt", .variant = Variant::secondary, .small = true});
    });
  });
}

}  // namespace

std::string case_measures_desk_page(const CaseLook& look, const MeasuresDesk& desk) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  return desk_part_page(look, {.title = w("casemeasure.desk_title"), .lead = w("casemeasure.desk_text"), .style = "case_after.css"}, [&](Writer& h) {
    if (i.phase != Phase::draft) {
      decisions(h, look);
      h.section({cls("tiltakspult"), aria_labelledby("ti-h")}, [&] {
        h.h2({id("ti-h"), cls("deltittel")}, w("casemeasure.heading"));
        for (const CaseMeasure& each : i.measures)
          if (!each.measure.deleted) measure_card(h, look, desk, each);
        h.div({cls("panel panel--luft")}, [&] { measure_form(h, look, nullptr); });
      });
    }
    workshops(h, look, desk);
  });
}

}  // namespace knippe::views
