#include "views/involvement/trust_parts.h"

#include "base/encoding.h"

namespace knippe::views {

using namespace involvement;

namespace sak {

std::string_view kind_word(const Words& w, TextKind kind) {
  switch (kind) {
    case TextKind::contribution: return w("case_trust.kind_contribution");
    case TextKind::removal: return w("case_trust.kind_removal");
    case TextKind::answer: return w("case_trust.kind_answer");
    case TextKind::roles: return w("case_trust.kind_roles");
    case TextKind::decision: return w("case_trust.kind_decision");
    case TextKind::measure: return w("case_trust.kind_measure");
    case TextKind::milestones: return w("case_trust.kind_milestones");
    case TextKind::follow_ups: return w("case_trust.kind_follow_ups");
    case TextKind::learned: return w("case_trust.kind_learned");
    case TextKind::outcome: return w("case_trust.kind_outcome");
    case TextKind::evaluation: return w("case_trust.kind_evaluation");
    case TextKind::statement: return w("case_trust.kind_statement");
    case TextKind::step: return w("case_trust.kind_step");
    case TextKind::photo: return w("casephoto.kind");
  }
  return {};
}

std::string ref_of(const CaseText& line) { return to_string(line.text); }

void case_picks(Writer& h, const Words& w, const std::vector<CaseText>& lines) {
  h.ul({cls("sletteliste")}, [&] {
    for (const CaseText& line : lines) {
      const bool single = line.text.kind == TextKind::roles || line.text.kind == TextKind::evaluation;
      erasure::pick(h, w, {ref_of(line), kind_word(w, line.text.kind), single ? "" : w.format("case_trust.number", line.text.number), line.words, line.wordings});
    }
  });
}

void what_stays(Writer& h, const Words& w) {
  h.li(w("case_trust.stays_counts"));
  h.li(w("erasure.stays_place"));
  h.li(w("case_trust.stays_read"));
  h.li(w("erasure.stays_backups"));
}

void consent_box(Writer& h, const CaseLook& look, std::string_view label, std::string_view form) {
  const std::string message = look.kept.is(form) && look.kept.error ? look.view.words.error(*look.kept.error) : "";
  h.div({cls("ds-field")}, [&] {
    h.input({cls("ds-input"), type("checkbox"), id("forstatt"), name("forstatt"), value("ja"), aria_invalid(!message.empty()),
             when(!message.empty(), aria_describedby("forstatt-f"))});
    h.label({for_id("forstatt")}, label);
    if (!message.empty()) h.p({cls("ds-validation-message"), id("forstatt-f")}, message);
  });
}

}  // namespace sak

void case_keeping(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  if (!look.may.own && !look.may.moderate) return;
  h.section({cls("panel panel--luft"), aria_labelledby("personvern-h")}, [&] {
    h.h2({id("personvern-h")}, w("case_trust.keeping"));
    if (look.keeping && look.keeping->due)
      h.p({id("slettes")}, w.format("retention.notice", w.date(*look.keeping->due, look.involvement.time_zone)) + ".");
    else if (look.keeping && !look.keeping->decided && look.may.own)
      h.p(w("case_trust.undecided"));
    h.ul({cls("knapperad"), role("list")}, [&] {
      const auto way = [&](const char* link_id, std::string_view rest, std::string_view label) {
        h.li([&] { h.a({cls("ds-link"), id(link_id), href(sak::desk_url(look.room, rest))}, label); });
      };
      way("til-tekster", "tekster", w("case_trust.erase_title"));
      if (!look.may.own) return;
      way("til-lagring", "lagring", w("retention.title"));
      way("til-sletting", "slett", w("case_trust.delete_title"));
    });
  });
}

void case_privacy(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  h.section({cls("pseksjon"), id("personvern"), aria_labelledby("personvern-h")}, [&] {
    h.h2({id("personvern-h")}, w("case_trust.privacy"));
    h.p(w("case_trust.privacy_text"));
    if (look.keeping) {
      const Keeping keeping{look.view, look.kept, look.involvement.time_zone, sak::public_url(look.room), true};
      retention_said(h, keeping, *look.keeping, spoken(w, look.involvement));
    }
    h.p([&] { h.a({cls("ds-link"), id("til-mine-data"), href(sak::public_url(look.room, "mine-data"))}, w("case_trust.own_title")); });
  });
}

}  // namespace knippe::views
