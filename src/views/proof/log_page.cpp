// A room's log: its signed heads, a proof between any two of them, the log itself.

#include <algorithm>

#include "base/encoding.h"
#include "views/components.h"
#include "views/proof/parts.h"
#include "views/proof/proof.h"

namespace knippe::views {
namespace {

using proof::code_text;
using proof::fact;

Url log_url(const LogFacts& facts, std::string_view rest) { return Url::local("/logg/" + to_base32(facts.room.value) + std::string(rest)); }

void what_it_is(Writer& h, const Words& w, const LogFacts& facts) {
  h.p({cls("dingress")}, w(facts.is_system ? "proof.system_intro" : facts.is_case ? "proof.case_intro" : "proof.log_intro"));
  if (!facts.title.empty())
    h.p([&] {
      h.a({cls("ds-link"), id("til-rapporten"), href(Url::local((facts.is_case ? "/saker/" : "/resultater/") + to_base32(facts.room.value))), when(!facts.language.empty(), attr::lang(facts.language))},
          facts.title);
    });
}

void newest(Writer& h, const Words& w, const LogFacts& facts) {
  if (facts.heads.empty()) return h.p({cls("broedtekst")}, w("proof.no_heads"));
  const HeadRow& head = facts.heads.front();
  h.section({cls("kort"), aria_labelledby("hode-h")}, [&] {
    h.h2({id("hode-h"), cls("alle__tittel")}, w("proof.newest"));
    h.dl({cls("teknisk")}, [&] {
      fact(h, w("proof.records"), [&](Writer&) { h.text(w.number(static_cast<std::int64_t>(head.size))); });
      fact(h, w("proof.signed"), [&](Writer&) { h.text(w.date_and_time(head.time, facts.zone)); });
      fact(h, w("proof.root"), [&](Writer&) { code_text(h, head.root); });
      fact(h, w("proof.log_name"), [&](Writer&) { code_text(h, facts.origin); });
      fact(h, w("proof.verifier"), [&](Writer&) { code_text(h, facts.vkey); });
    });
    h.p([&] { h.a({cls("ds-link"), id("hode"), href(log_url(facts, "/hode"))}, w("proof.signed_head")); });
  });
}

void all_heads(Writer& h, const Words& w, const LogFacts& facts) {
  if (facts.heads.empty()) return;
  proof::section(h, "alle-h", w("proof.heads"), [&](Writer&) {
    h.p({cls("broedtekst")}, w("proof.heads_text"));
    h.div({cls("rull"), tabindex(0), role("group"), aria_labelledby("alle-h")}, [&] {
      h.table({cls("hoder")}, [&] {
        h.thead([&] {
          h.tr([&] {
            h.th({scope("col")}, w("proof.signed"));
            h.th({scope("col"), cls("tall")}, w("proof.records"));
            h.th({scope("col")}, w("proof.root"));
          });
        });
        h.tbody([&] {
          for (const HeadRow& head : facts.heads)
            h.tr([&] {
              h.th({scope("row")}, w.date_and_time(head.time, facts.zone));
              h.td({cls("tall")}, w.number(static_cast<std::int64_t>(head.size)));
              h.td([&] { code_text(h, head.root.substr(0, 16) + "…"); });
            });
        });
      });
    });
    if (facts.heads_in_all > facts.heads.size())
      h.p({cls("broedtekst")}, w.format("proof.more_heads", facts.heads.size(), facts.heads_in_all));
  });
}

void witnesses(Writer& h, const Words& w, const LogFacts& facts) {
  if (facts.seen_by.empty()) return;
  proof::section(h, "vitner-h", w("proof.witnesses"), [&](Writer&) {
    h.p({cls("broedtekst")}, w("proof.witnesses_text"));
    proof::seen_by(h, w, facts.seen_by, facts.zone);
    if (std::ranges::any_of(facts.seen_by, [](const SeenBy& by) { return by.size > 0; }))
      h.p([&] { h.a({cls("ds-link"), id("vitnehode"), href(log_url(facts, "/vitner"))}, w("proof.cosigned_head")); });
  });
}

void shown_proof(Writer& h, const Words& w, const ConsistencyShown& shown) {
  h.div({id("samsvar-svar"), cls("samsvar")}, [&] {
    h.p({cls("broedtekst")}, w.format("proof.consistent", shown.from, shown.to));
    h.dl({cls("teknisk")}, [&] {
      fact(h, w.format("proof.root_at", shown.from), [&](Writer&) { code_text(h, shown.from_root); });
      fact(h, w.format("proof.root_at", shown.to), [&](Writer&) { code_text(h, shown.to_root); });
      fact(h, w("proof.hashes"), [&](Writer&) {
        if (shown.hashes.empty()) h.text(w("proof.no_hashes"));
        for (const std::string& hash : shown.hashes) h.p([&] { code_text(h, hash); });
      });
    });
  });
}

void between(Writer& h, const View& view, const LogFacts& facts, const Kept& kept) {
  if (facts.heads.empty()) return;
  const Words& w = view.words;
  const std::string to = std::to_string(facts.heads.front().size), from = std::to_string(facts.heads[std::min<std::size_t>(1, facts.heads.size() - 1)].size);
  const bool wrong = kept.is("samsvar") && kept.error;
  proof::section(h, "samsvar-h", w("proof.between"), [&](Writer&) {
    h.p({cls("broedtekst")}, w("proof.between_text"));
    h.form({cls("kort tofelt"), id("samsvar"), action(Url::local("/rom/" + to_base32(facts.room.value) + "/bevis"))}, [&] {
      text_field(h, w, {.id = "fra", .name = "fra", .label = w("proof.from"), .value = kept.field("fra", from),
                        .error = wrong ? std::string_view(w.error(*kept.error)) : std::string_view(), .autocomplete = "off", .inputmode = "numeric", .max_length = 18});
      text_field(h, w, {.id = "til", .name = "til", .label = w("proof.to"), .value = kept.field("til", to), .autocomplete = "off",
                        .inputmode = "numeric", .max_length = 18});
      button(h, {.label = w("proof.compare"), .id = "sammenlign"});
    });
    if (facts.proof) shown_proof(h, w, *facts.proof);
  });
}

void kept_for(Writer& h, const View& view, const LogFacts& facts) {
  if (!facts.keeping) return;
  const Words& w = view.words;
  proof::section(h, "lagring-h", w("retention.title"), [&](Writer&) {
    const Kept kept;
    retention_said(h, {view, kept, facts.zone, log_url(facts, ""), facts.is_case}, *facts.keeping, when(facts.language != code(w.lang()), attr::lang(facts.language)));
    h.p({cls("broedtekst")}, w("retention.log_stays"));
  });
}

MessageKey whole_log_words(const LogFacts& facts) {
  if (facts.is_case) return facts.has_bundle ? "proof.case_log_text" : "proof.case_log_later";
  return facts.has_bundle ? "proof.whole_log_text" : "proof.whole_log_later";
}

void whole_log(Writer& h, const View& view, const LogFacts& facts) {
  const Words& w = view.words;
  proof::section(h, "logg-h", w("proof.whole_log"), [&](Writer&) {
    h.p({cls("broedtekst")}, w(whole_log_words(facts)));
    if (facts.has_bundle)
      h.p([&] {
        link_button(h, {.label = w("proof.download_log"), .id = "last-ned-loggen", .variant = Variant::secondary, .icon = Icon::download},
                    log_url(facts, "/pakke.jsonl"));
      });
    h.p({cls("broedtekst")}, w("proof.by_command"));
    h.pre({cls("kommando"), tabindex(0)}, "knippe verify pakke.jsonl\nknippe witness " + view.base_url + " --state MAPPE");
  });
}

}  // namespace

std::string log_page(const View& view, const LogFacts& facts, const Kept& kept) {
  const Words& w = view.words;
  const std::string title(w(facts.is_system ? "proof.system_title" : "proof.log_title"));
  return page(
      proof::frame_of(view, title), [&](Writer& h) { plain_header(h, w); },
      [&](Writer& h) {
        h.h1({cls("dtittel")}, title);
        what_it_is(h, w, facts);
        newest(h, w, facts);
        all_heads(h, w, facts);
        witnesses(h, w, facts);
        between(h, view, facts, kept);
        whole_log(h, view, facts);
        kept_for(h, view, facts);
        proof::ways_on(h, w, "logg");
      });
}

}  // namespace knippe::views
