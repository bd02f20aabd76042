#include "views/proof/parts.h"

#include "base/encoding.h"
#include "views/assets.h"

namespace knippe::views::proof {

Frame frame_of(const View& view, std::string title) {
  Frame frame{.w = view.words, .title = std::move(title), .surface = Surface::participant, .main_class = "dmain dmain--utenbunn bevis"};
  frame.warning = view.warning;
  frame.sender = view.sender.get();
  frame.style = "proof.css";
  return frame;
}

void code_text(Writer& h, std::string_view text) { h.code({cls("hash")}, text); }

void fact(Writer& h, std::string_view term, Part value) {
  h.div([&] {
    h.dt(term);
    h.dd([&] { value(h); });
  });
}

void section(Writer& h, std::string_view heading_id, std::string_view heading, Part content) {
  h.section({cls("seksjon"), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id), cls("alle__tittel")}, heading);
    content(h);
  });
}

void own_check(Writer& h, const Words& w, std::string_view code, const Url& receipt) {
  section(h, "selv-h", w("proof.self"), [&](Writer&) {
    h.p({cls("broedtekst"), id("selv"), role("status"), data("kode", code), data("bevis", receipt.text()),
         data("holder", w("proof.self_holds")), data("usignert", w("proof.self_unsigned")), data("brudd", w("proof.self_broken")),
         data("usikker", w("proof.self_insecure"))},
        w("proof.self_without"));
    h.p({cls("broedtekst")}, [&] { h.a({cls("ds-link"), id("les-koden"), href(asset_url("kvittering.js"))}, w("proof.self_read")); });
  });
}

void details(Writer& h, const Words& w, const ReceiptFacts& facts, const Url& receipt) {
  h.details({cls("ds-details")}, [&] {
    h.summary(w("proof.how"));
    h.div([&] {
      h.p({cls("broedtekst")}, w("proof.how_text"));
      h.dl({cls("teknisk")}, [&] {
        fact(h, w("proof.leaf"), [&](Writer&) { code_text(h, facts.leaf); });
        fact(h, w("proof.place"), [&](Writer&) { h.text(w.format("proof.place_of", facts.record, facts.size)); });
        fact(h, w("proof.root"), [&](Writer&) { code_text(h, facts.root); });
        fact(h, w("proof.signature"), [&](Writer&) { code_text(h, facts.key_id); });
        fact(h, w("proof.format"), [&](Writer&) { h.text("RFC 6962, SHA-256, Ed25519, C2SP tlog-proof"); });
      });
      h.p([&] { h.a({cls("ds-link"), id("hele-kvitteringen"), href(receipt)}, w("proof.whole")); });
      h.p([&] { h.a({cls("ds-link"), id("til-loggen"), href(Url::local("/rom/" + to_base32(facts.room.value) + "/bevis"))}, w("proof.to_log")); });
    });
  });
}

void seen_by(Writer& h, const Words& w, std::span<const SeenBy> witnesses, std::string_view zone) {
  if (witnesses.empty()) return;
  h.ul({cls("punktliste")}, [&] {
    for (const SeenBy& by : witnesses)
      h.li(by.size == 0 ? w.format("proof.not_seen", by.name)
                        : w.format("proof.seen", by.name, w.date_and_time(by.at, zone), w.number(static_cast<std::int64_t>(by.size))));
  });
}

void ways_on(Writer& h, const Words& w, std::string_view here) {
  h.ul({cls("bevis__videre"), role("list")}, [&] {
    if (here != "kvittering") h.li([&] { h.a({cls("ds-link"), id("til-kodesjekk"), href("/kvittering")}, w("proof.to_check")); });
    if (here != "kontroll") h.li([&] { h.a({cls("ds-link"), id("til-kontroll"), href("/kontroll")}, w("proof.to_control")); });
  });
}

}  // namespace knippe::views::proof
