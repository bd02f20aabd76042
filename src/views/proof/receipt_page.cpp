// "Ble jeg talt med?": a code goes in, an answer in words comes out. With scripts and a secure context kvittering.js computes it too.

#include "base/encoding.h"
#include "views/components.h"
#include "views/proof/parts.h"
#include "views/proof/proof.h"

namespace knippe::views {
namespace {

using proof::fact;

Url receipt_url(const ReceiptFacts& facts, std::string_view rest = {}) { return Url::local("/kvittering/" + facts.code + std::string(rest)); }

void code_form(Writer& h, const View& view, std::string_view code, const Kept& kept) {
  const Words& w = view.words;
  const bool wrong = kept.is("kvittering") && kept.error;
  h.form({cls("kort kodesjekk"), id("kodesjekk"), action("/kvittering")}, [&] {
    text_field(h, w, {.id = "kode", .name = "kode", .label = w("proof.code"), .value = kept.field("kode", code),
                      .description = w("proof.code_hint"), .error = wrong ? std::string_view(w.error(*kept.error)) : std::string_view(),
                      .autocomplete = "off", .css_class = "kodesjekk__felt", .max_length = 40, .required = true});
    button(h, {.label = w("proof.check"), .id = "sjekk", .wide = true});
  });
}

struct Said {
  MessageKey heading;
  MessageKey text;
  bool good;
};

Said said_of(const ReceiptFacts& facts) {
  switch (facts.answer) {
    case Counted::included: return {"proof.included", facts.group ? "proof.included_text" : "proof.included_mark", true};
    case Counted::so_far: return {"proof.so_far", facts.group ? "proof.so_far_text" : "proof.so_far_mark", true};
    case Counted::beside: return {"proof.beside", "proof.beside_text", true};
    case Counted::replaced: return {"proof.replaced", "proof.replaced_text", false};
    case Counted::given_back: return {"proof.given_back", "proof.given_back_text", false};
    case Counted::earlier_round: return {"proof.earlier_round", "proof.earlier_round_text", false};
  }
  __builtin_unreachable();
}

void short_facts(Writer& h, const Words& w, const ReceiptFacts& facts) {
  h.dl({cls("jada__fakta")}, [&] {
    if (!facts.title.empty())
      fact(h, w("proof.workshop"), [&](Writer&) {
        h.a({cls("ds-link"), id("til-rapporten"), href(Url::local("/resultater/" + to_base32(facts.room.value))), when(!facts.language.empty(), attr::lang(facts.language))},
            facts.title);
      });
    if (facts.group) fact(h, w("proof.group"), [&](Writer&) { h.text(facts.group.value); });
    fact(h, w("proof.handed_in"), [&](Writer&) { h.text(w.date_and_time(facts.handed_in_at, facts.zone)); });
  });
}

void answer(Writer& h, const Words& w, const ReceiptFacts& facts) {
  const Said said = said_of(facts);
  h.section({cls("jada", said.good ? "" : "jada--nei"), id("svar"), aria_labelledby("svar-h")}, [&] {
    h.span({cls("jada__merke"), aria_hidden()}, [&] { icon(h, said.good ? Icon::checkmark : Icon::exclamationmark_triangle); });
    h.div([&] {
      h.h2({id("svar-h")}, w(said.heading));
      h.p({cls("jada__tekst")}, facts.published_at ? w.format(said.text, facts.record, facts.size, w.date_and_time(*facts.published_at, facts.zone))
                                                   : w.format(said.text, facts.record, facts.size, ""));
      short_facts(h, w, facts);
    });
  });
}

void shows_and_not(Writer& h, const Words& w) {
  h.div({cls("formot")}, [&] {
    h.section({cls("formot__kol"), aria_labelledby("viser-h")}, [&] {
      h.h3({id("viser-h")}, w("proof.shows"));
      h.ul([&] { h.li(w("proof.shows_1")), h.li(w("proof.shows_2")), h.li(w("proof.shows_3")); });
    });
    h.section({cls("formot__kol ikkevis"), aria_labelledby("viserikke-h")}, [&] {
      h.h3({id("viserikke-h")}, w("proof.not"));
      h.ul([&] { h.li(w("proof.not_1")), h.li(w("proof.not_2")), h.li(w("proof.not_3")); });
    });
  });
}

}  // namespace

std::string receipt_page(const View& view, const std::optional<ReceiptFacts>& facts, const Kept& kept) {
  const Words& w = view.words;
  Frame frame = proof::frame_of(view, std::string(w("proof.title")));
  frame.indexable = !facts && !kept.error;
  if (facts) frame.script = "kvittering.js";
  return page(
      frame, [&](Writer& h) { plain_header(h, w); },
      [&](Writer& h) {
        h.h1({cls("dtittel")}, w("proof.title"));
        h.p({cls("dingress")}, w("proof.intro"));
        code_form(h, view, facts ? std::string_view(facts->code) : std::string_view(), kept);
        if (facts) {
          answer(h, w, *facts);
          proof::own_check(h, w, facts->code, receipt_url(*facts, "/bevis"));
          shows_and_not(h, w);
          proof::details(h, w, *facts, receipt_url(*facts, "/bevis"));
        }
        proof::ways_on(h, w, "kvittering");
      });
}

}  // namespace knippe::views
