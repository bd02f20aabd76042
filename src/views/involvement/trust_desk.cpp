// The owner erases texts, decides how long they are kept, and deletes the case.

#include <set>

#include "views/involvement/desk_part.h"
#include "views/involvement/trust_parts.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

std::string desk_page_of(const CaseLook& look, std::string_view title, std::string_view lead, const PutIn& main) {
  return desk_part_page(look, {.title = title, .lead = lead, .style = "erasure.css"}, main);
}

void list_panel(Writer& h, std::string_view section, std::string_view heading, Part lines) {
  const std::string heading_id = std::string(section) + "-h";
  h.section({cls("panel"), id(section), aria_labelledby(heading_id)}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id(heading_id)}, heading); });
    h.ul({cls("panelkropp punktliste")}, [&] { lines(h); });
  });
}

void texts_panel(Writer& h, const CaseLook& look, const std::vector<CaseText>& lines) {
  const Words& w = look.view.words;
  h.section({cls("panel"), aria_labelledby("tekster-h")}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id("tekster-h")}, w("case_trust.all_texts")); });
    h.div({cls("panelkropp mervalg")}, [&] {
      if (lines.empty()) return h.p(w("case_trust.nothing"));
      h.form({cls("sletteskjema"), id("velg"), action(sak::desk_url(look.room, "tekster"))}, [&] {
        case_picks(h, w, lines);
        button(h, {.label = w("erasure.go_on"), .id = "videre"});
      });
    });
  });
}

void persons_panel(Writer& h, const CaseLook& look, const std::vector<CaseText>& lines) {
  const Words& w = look.view.words;
  std::vector<std::vector<std::string>> writers;
  for (const CaseText& line : lines) writers.push_back(line.writers);
  const auto phones = erasure::phones_of(writers);
  if (phones.empty()) return;
  h.section({cls("panel"), aria_labelledby("personer-h")}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id("personer-h")}, w("erasure.by_person")); });
    h.div({cls("panelkropp mervalg")}, [&] {
      h.p(w("case_trust.by_person_text"));
      h.ul({cls("knapperad sletteliste")}, [&] {
        for (const int phone : phones)
          h.li([&] {
            const std::string number = std::to_string(phone);
            h.a({cls("ds-link"), id("telefon-" + number), href(Url::local(sak::desk_url(look.room, "tekster").text() + "?telefon=" + number))},
                w.format("case_trust.browser", phone));
          });
      });
    });
  });
}

/// A person who is named by others: an owner of measures, a politician, somebody with a role.
void names_panel(Writer& h, const CaseLook& look, const std::vector<CaseText>& lines) {
  const Words& w = look.view.words;
  std::set<std::string> names;
  for (const CaseText& line : lines) names.insert(line.names.begin(), line.names.end());
  if (names.empty()) return;
  h.section({cls("panel"), aria_labelledby("navn-h")}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id("navn-h")}, w("case_trust.by_name")); });
    h.div({cls("panelkropp mervalg")}, [&] {
      h.p(w("case_trust.by_name_text"));
      h.form({action(sak::desk_url(look.room, "tekster")), cls("knapperad")}, [&] {
        int n = 0;
        for (const std::string& each : names)
          button(h, {.label = each, .id = "navn-" + std::to_string(++n), .name = "navn", .value = each, .variant = Variant::secondary});
      });
    });
  });
}

void confirm(Writer& h, const CaseLook& look, const std::vector<CaseText>& chosen) {
  const Words& w = look.view.words;
  page_form(h, look.view, sak::desk_url(look.room, "tekster"), {.css = "panel panelkropp mervalg", .id = "slett"}, [&](Writer&) {
    std::string all;
    for (const CaseText& line : chosen) all += (all.empty() ? "" : " ") + ref_of(line);
    hidden_field(h, "hva", all);
    h.p(w("erasure.no_way_back"));
    h.div({cls("knapperad")}, [&] {
      button(h, {.label = w.plural("erasure.erase_now", static_cast<std::int64_t>(chosen.size())), .id = "slett-na", .name = "op", .value = "slett",
                 .color = "danger", .icon = Icon::trash});
      link_button(h, {.label = w("erasure.leave_it"), .id = "la-vaere", .variant = Variant::secondary}, sak::desk_url(look.room, "tekster"));
    });
  });
}

void goes_with_the_case(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  h.li(w("case_trust.goes_basis"));
  if (const auto count = std::ssize(look.involvement.contributions)) h.li(w.plural("case_trust.goes_contributions", count));
  h.li(w("case_trust.goes_answers"));
  h.li(w("case_trust.goes_page"));
}

void stays_of_the_case(Writer& h, const CaseLook& look, const TreeHead& head) {
  const Words& w = look.view.words;
  h.li(w.plural("deletion.stays_records", static_cast<std::int64_t>(head.records)));
  h.li(w("case_trust.stays_page"));
  h.li(w("deletion.stays_backups"));
  h.li(w("deletion.stays_elsewhere"));
}

}  // namespace

std::string case_texts_page(const CaseLook& look, const std::vector<CaseText>& lines, bool done) {
  const Words& w = look.view.words;
  return desk_page_of(look, w("case_trust.erase_title"), w("erasure.lead"), [&](Writer& h) {
    if (look.kept.error) alert(h, Tone::danger, w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, w.error(*look.kept.error)); });
    if (done) alert(h, Tone::info, w("erasure.done"), [&](Writer&) { h.p({cls("ds-paragraph")}, w("erasure.done_text")); });
    h.div({cls("merliste")}, [&] {
      texts_panel(h, look, lines);
      persons_panel(h, look, lines);
      names_panel(h, look, lines);
    });
  });
}

std::string case_erasure_page(const CaseLook& look, const std::vector<CaseText>& chosen) {
  const Words& w = look.view.words;
  return desk_page_of(look, w("erasure.confirm_title"), w("erasure.confirm_lead"), [&](Writer& h) {
    h.div({cls("merliste")}, [&] {
      list_panel(h, "borte", w("erasure.goes"), [&](Writer&) {
        for (const CaseText& line : chosen)
          h.li([&] {
            h.b(kind_word(w, line.text.kind));
            h.text(" ");
            h.span({spoken(w, look.involvement), cls("sletteliste__ord")}, erasure::one_line(w, line.words));
          });
        h.li(w("case_trust.goes_everywhere"));
      });
      list_panel(h, "igjen", w("erasure.stays"), [&](Writer&) { what_stays(h, w); });
      confirm(h, look, chosen);
    });
  });
}

std::string case_retention_page(const CaseLook& look, const RetentionLook& kept) {
  const Words& w = look.view.words;
  const Keeping keeping{look.view, look.kept, look.involvement.time_zone, sak::desk_url(look.room, "lagring"), true};
  return desk_page_of(look, w("retention.title"), w("case_trust.keeping_lead"), [&](Writer& h) {
    refusal(h, look, "lagring", look.kept.error && look.kept.error->message_key == "retention.days" ? "dager" : "grunn");
    h.div({cls("merliste")}, [&] {
      h.section({cls("panel panelkropp"), id("naa")}, [&] { h.p(retention_standing(keeping, kept)); });
      retention_form(h, keeping, kept);
    });
  });
}

std::string case_deletion_page(const CaseLook& look, const TreeHead& head) {
  const Words& w = look.view.words;
  return desk_page_of(look, w("case_trust.delete_title"), look.involvement.title, [&](Writer& h) {
    refusal(h, look, "slett", "forstatt");
    h.div({cls("merliste")}, [&] {
      list_panel(h, "borte", w("deletion.goes"), [&](Writer&) { goes_with_the_case(h, look); });
      list_panel(h, "igjen", w("deletion.stays"), [&](Writer&) { stays_of_the_case(h, look, head); });
      page_form(h, look.view, sak::desk_url(look.room, "slett"), {.css = "panel panelkropp mervalg mervalg--alene", .id = "slett"}, [&](Writer&) {
        consent_box(h, look, w("deletion.understood"), "slett");
        h.div({cls("knapperad")}, [&] {
          button(h, {.label = w("deletion.for_good"), .id = "slett-na", .name = "op", .value = "slett", .color = "danger", .icon = Icon::trash});
          link_button(h, {.label = w("deletion.leave_it"), .id = "la-vaere", .variant = Variant::secondary}, sak::desk_url(look.room));
        });
      });
    });
  });
}

}  // namespace knippe::views
