// The desk's page where a case is summed up: the result of each promise, and the evaluation.

#include "domain/involvement/bounds.h"
#include "views/involvement/desk_part.h"
#include "views/involvement/results.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

Url here(const CaseLook& look) { return sak::desk_url(look.room, "resultat"); }

template <class Enum>
std::string code_of(Enum value) { return boost::describe::enum_to_string(value, ""); }

void item_form(Writer& h, const CaseLook& look, const RoomItem& item) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(item.id.value), op = "punkt:" + number;
  const bool refused = look.kept.is(op) && look.kept.error;
  const bool choice = refused && look.kept.error->message_key == "outcome.choose";
  const std::string chosen(refused ? look.kept.field("utfall") : std::string_view(code_of(item.outcome)));
  h.section({cls("panel panel--luft"), aria_labelledby("punkt-" + number)}, [&] {
    h.p({cls("lr__merke")}, views::name_of(w, item.openness));
    h.h3({id("punkt-" + number), spoken(w, look.involvement)}, item.text);
    h.p({cls("liten"), spoken(w, look.involvement)}, [&] { own_text(h, w, item.reason); });
    refusal(h, look, op, choice ? "utfall-kept-" + number : "resultat-" + number);
    page_form(h, look.view, here(look), {.css = "utfyll"}, [&](Writer&) {
      fieldset(h, w("caseresult.was_it_kept"), [&](Writer&) {
        for (const Outcome outcome : {Outcome::kept, Outcome::partly, Outcome::not_kept})
          radio(h, {"utfall-" + code_of(outcome) + "-" + number, "utfall", code_of(outcome), views::name_of(w, outcome), chosen == code_of(outcome)});
      });
      text_area(h, w, {.id = "resultat-" + number, .name = "resultat", .label = w("caseresult.what_became"), .value = refused ? look.kept.field("resultat") : std::string_view(item.result),
                       .description = w("caseresult.what_became_text"), .error = refused && !choice ? w.error(*look.kept.error) : std::string(), .max_length = bounds::reason, .rows = 2});
      button(h, {.label = w("caseresult.save_item"), .id = "lagre-" + number, .name = "op", .value = op, .about = item.text, .small = true});
    });
  });
}

std::string_view faulty(const Kept& kept) {
  const std::string& key = kept.error->message_key;
  if (key == "evaluation.influence") return "endret-yes";
  if (key == "evaluation.people") return "antall";
  if (key == "evaluation.learned") return "laert";
  return key == "evaluation.changed" ? "hva" : "bra";
}

void evaluation_form(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Evaluation& e = look.involvement.evaluation;
  const bool refused = look.kept.is("evaluering") && look.kept.error;
  const std::string field(refused ? faulty(look.kept) : std::string_view());
  const auto value = [&](const char* name, std::string_view stands) { return refused ? look.kept.field(name) : stands; };
  const auto area = [&](const char* name, std::string_view label, std::string_view stands, std::string_view description, bool optional) {
    text_area(h, w, {.id = name, .name = name, .label = label, .value = value(name, stands), .description = description,
                     .error = field == name ? w.error(*look.kept.error) : std::string(), .max_length = bounds::evaluation, .rows = 3, .optional_mark = optional});
  };
  h.section({cls("panel panel--luft"), aria_labelledby("ev-h")}, [&] {
    h.h2({id("ev-h")}, w("caseresult.evaluation"));
    h.p({cls("liten")}, w("caseresult.evaluation_text"));
    if (refused) refusal(h, look, "evaluering", field);
    page_form(h, look.view, here(look), {.css = "utfyll"}, [&](Writer&) {
      const std::string chosen(value("endret", code_of(e.influence)));
      fieldset(h, w("caseresult.did_it_change"), [&](Writer&) {
        for (const Influence influence : {Influence::yes, Influence::partly, Influence::no})
          radio(h, {"endret-" + code_of(influence), "endret", code_of(influence), views::name_of(w, influence), chosen == code_of(influence)});
      });
      area("hva", w("caseresult.what_changed"), e.changed, w("caseresult.what_changed_text"), false);
      area("bra", w("caseresult.well"), e.well, {}, false);
      area("laert", w("caseresult.learned"), e.learned, {}, false);
      area("tegn", w.format("caseresult.sign_was", look.involvement.why.sign), e.sign, {}, true);
      const std::string people = e.people > 0 ? std::to_string(e.people) : std::string();
      text_field(h, w, {.id = "antall", .name = "antall", .label = w("caseresult.how_many"), .value = value("antall", people),
                        .error = field == "antall" ? w.error(*look.kept.error) : std::string(), .inputmode = "numeric", .max_length = 8, .optional_mark = true});
      button(h, {.label = w("caseresult.save_evaluation"), .id = "lagre-evaluering", .name = "op", .value = "evaluering"});
    });
  });
}

}  // namespace

std::string case_result_desk_page(const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const auto links = [&](Writer& h) {
    link_button(h, {.label = w("caseresult.heading"), .id = "til-resultatet", .variant = Variant::secondary, .icon = Icon::eye}, public_url(look.room, "resultat"));
    link_button(h, {.label = w("caseresult.assessment"), .id = "til-uttalelser", .variant = Variant::secondary, .icon = Icon::printer_small}, public_url(look.room, "uttalelser"));
  };
  return desk_part_page(look, {.title = w("caseresult.desk_title"), .lead = w("caseresult.desk_text"), .style = "case_after.css", .links = links}, [&](Writer& h) {
    if (i.phase == Phase::draft) return h.p(w("caseresult.not_open"));
    h.section({cls("tiltakspult"), aria_labelledby("lr-h")}, [&] {
      h.h2({id("lr-h"), cls("deltittel")}, w("caseresult.side_by_side"));
      for (const RoomItem& item : i.items)
        if (!item.withdrawn) item_form(h, look, item);
    });
    evaluation_form(h, look);
  });
}

}  // namespace knippe::views
