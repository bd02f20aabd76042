// "Tatt imot, står i loggen": the receipt of a contribution or a support as the log proves it. What was supported is not said.

#include "base/encoding.h"
#include "views/components.h"
#include "views/proof/parts.h"
#include "views/proof/proof.h"

namespace knippe::views {
namespace {

using proof::fact;

Url receipt_of(const CaseReceipt& receipt) { return Url::local(receipt.path.substr(0, receipt.path.rfind('/')) + "/bevis.tlog-proof"); }

void answer(Writer& h, const Words& w, const CaseReceipt& receipt) {
  const ReceiptFacts& facts = receipt.facts;
  h.section({cls("jada"), id("svar"), aria_labelledby("svar-h")}, [&] {
    h.span({cls("jada__merke"), aria_hidden()}, [&] { icon(h, Icon::checkmark); });
    h.div([&] {
      h.h2({id("svar-h")}, w("proof.received"));
      h.p({cls("jada__tekst")}, w.format(receipt.is_support ? "proof.received_support" : "proof.received_text", facts.record, facts.size));
      h.dl({cls("jada__fakta")}, [&] {
        fact(h, w("proof.case"), [&](Writer&) {
          h.a({cls("ds-link"), id("til-saken"), href(Url::local("/saker/" + to_base32(facts.room.value))), when(!facts.language.empty(), attr::lang(facts.language))},
              facts.title);
        });
        fact(h, w("proof.received_at"), [&](Writer&) { h.text(w.date_and_time(facts.handed_in_at, facts.zone)); });
      });
      if (!receipt.is_support)
        h.p([&] { h.a({cls("ds-link"), id("til-innspillet"), href(Url::local(receipt.path.substr(0, receipt.path.rfind('/'))))}, w("proof.to_contribution")); });
    });
  });
}

void slip(Writer& h, const View& view, const CaseReceipt& receipt) {
  const Words& w = view.words;
  h.section({cls("kvittering"), aria_labelledby("kv-h")}, [&] {
    h.div({cls("kvittering__topp")}, [&] {
      h.h2({id("kv-h")}, w("proof.case_slip"));
      h.p(w("proof.case_slip_text"));
    });
    h.div({cls("kvittering__qr")}, [&] { qr_code(h, view.base_url + receipt.path, w.format("proof.own_qr", receipt.facts.code)); });
    h.p({cls("kvittering__kode")}, [&] {
      h.span({cls("ds-sr-only")}, w("proof.record_code"), " ");
      h.text(receipt.facts.code);
    });
  });
}

}  // namespace

std::string case_receipt_page(const View& view, const CaseReceipt& receipt) {
  const Words& w = view.words;
  Frame frame = proof::frame_of(view, std::string(w("proof.case_receipt")));
  frame.script = "kvittering.js";
  frame.indexable = false;
  return page(
      frame, [&](Writer& h) { plain_header(h, w); },
      [&](Writer& h) {
        h.h1({cls("dtittel")}, w("proof.case_receipt"));
        answer(h, w, receipt);
        slip(h, view, receipt);
        proof::own_check(h, w, receipt.facts.code, receipt_of(receipt));
        proof::section(h, "viser-h", w("proof.shows"), [&](Writer&) {
          h.p({cls("broedtekst")}, w(receipt.is_support ? "proof.support_shows" : "proof.contribution_shows"));
          h.p({cls("broedtekst")}, w("proof.case_by_command"));
          h.pre({cls("kommando"), tabindex(0)}, "knippe verify bevis.tlog-proof pakke.jsonl");
        });
        proof::details(h, w, receipt.facts, receipt_of(receipt));
        proof::ways_on(h, w, "sak");
      });
}

}  // namespace knippe::views
