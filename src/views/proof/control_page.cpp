// How to check us, in plain words: what anybody can do, whom one must trust for what, and what this is not.

#include "views/components.h"
#include "views/proof/parts.h"
#include "views/proof/proof.h"

namespace knippe::views {
namespace {

struct Paragraph {
  MessageKey heading;
  MessageKey text;
};

constexpr Paragraph ways[] = {{"proof.way_receipt", "proof.way_receipt_text"},
                              {"proof.way_report", "proof.way_report_text"},
                              {"proof.way_log", "proof.way_log_text"},
                              {"proof.way_witness", "proof.way_witness_text"}};
constexpr Paragraph limits[] = {{"proof.limit_server", "proof.limit_server_text"},
                                {"proof.limit_person", "proof.limit_person_text"},
                                {"proof.limit_small", "proof.limit_small_text"},
                                {"proof.limit_pressure", "proof.limit_pressure_text"},
                                {"proof.limit_forget", "proof.limit_forget_text"},
                                {"proof.limit_election", "proof.limit_election_text"}};

void paragraphs(Writer& h, const Words& w, std::span<const Paragraph> all) {
  for (const Paragraph& each : all) {
    h.h3({cls("bevis__punkt")}, w(each.heading));
    h.p({cls("broedtekst")}, w(each.text));
  }
}

}  // namespace

std::string control_page(const View& view, std::span<const std::string> public_keys, std::span<const SeenBy> witnesses) {
  const Words& w = view.words;
  Frame frame = proof::frame_of(view, std::string(w("proof.control_title")));
  frame.indexable = true;
  return page(
      frame, [&](Writer& h) { plain_header(h, w); },
      [&](Writer& h) {
        h.h1({cls("dtittel")}, w("proof.control_title"));
        h.p({cls("dingress")}, w("proof.control_intro"));
        proof::section(h, "maater-h", w("proof.ways"), [&](Writer&) { paragraphs(h, w, ways); });
        proof::section(h, "grenser-h", w("proof.limits"), [&](Writer&) { paragraphs(h, w, limits); });
        proof::section(h, "nokkel-h", w("proof.key"), [&](Writer&) {
          h.p({cls("broedtekst")}, w("proof.key_text"));
          for (const std::string& key : public_keys) h.p([&] { proof::code_text(h, key); });
          h.p([&] { h.a({cls("ds-link"), id("nokler"), href("/.well-known/knippe-keys")}, w("proof.key_file")); });
          h.p([&] { h.a({cls("ds-link"), id("systemlogg"), href("/rom/0000000000001/bevis")}, w("proof.system_title")); });
        });
        proof::section(h, "vitner-h", w("proof.witnesses"), [&](Writer&) {
          h.p({cls("broedtekst")}, w(witnesses.empty() ? "proof.no_witnesses" : "proof.witnesses_text"));
          proof::seen_by(h, w, witnesses, "Europe/Oslo");
          for (const SeenBy& by : witnesses) h.p([&] { proof::code_text(h, by.vkey); });
        });
        proof::ways_on(h, w, "kontroll");
      });
}

}  // namespace knippe::views
