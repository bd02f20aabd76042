// Suppler: write first, then the group's own keys with what became of them, then the others'.

#include <algorithm>
#include <ranges>
#include <vector>

#include "base/text.h"
#include "domain/limits.h"
#include "views/alike.h"
#include "views/components.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

using domain::Supplement;
using domain::SupplementStatus;

/// The group's own, those sent back first, then the newest.
std::vector<const Supplement*> own_supplements(const Scene& s) {
  std::vector<const Supplement*> returned, others;
  for (const Supplement& supplement : std::views::reverse(s.workshop.supplements)) {
    if (supplement.group != s.group.number || supplement.status == SupplementStatus::withdrawn) continue;
    (supplement.status == SupplementStatus::returned ? returned : others).push_back(&supplement);
  }
  returned.insert(returned.end(), others.begin(), others.end());
  return returned;
}

std::string_view words_of(const Scene& s, const Supplement& supplement) {
  return supplement.text.empty() ? s.w("participant.erased") : std::string_view(supplement.text);
}

void alike_one(Writer& h, const Scene& s, const Alike& one, const likeness::Text& typed) {
  const std::string_view language = one.key ? std::string_view(one.key->language) : std::string_view(s.workshop.settings.language);
  const bool given = one.key && !one.key->origin;
  h.li([&] {
    h.span({cls(given ? "bokstav bokstav--tall" : "bokstav"), aria_hidden()}, one.key ? std::string_view(one.key->label) : "…");
    h.span([&] {
      if (one.key) h.span({cls("ds-sr-only")}, s.w.format("common.key", one.key->label), ": ");
      h.span({spoken(s, language)}, [&] { marked(h, {one.text(), language}, typed); });
      if (given) return h.small(one.key->speaker.empty() ? s.w("alike.given") : std::string_view(one.key->speaker));
      const bool own = one.supplement->group == s.group.number;
      h.small(own ? std::string(s.w(one.key ? "alike.own" : "alike.own_waiting"))
              : one.key ? groups_behind(s.w, s.workshop, *one.key) : s.w.format("alike.waiting_from", one.supplement->group.value));
    });
  });
}

/// What the text resembles, and the two ways on. The text above stays open for changes.
void look_first(Writer& h, const Scene& s, std::string_view typed) {
  const std::vector<Alike> found = AlikeFinder(s.workshop).to(typed);
  h.section({cls("lik"), id("lik"), aria_labelledby("lik-h")}, [&] {
    h.div({cls("lik__hode"), id("lik-hode"), tabindex("-1"), autofocus()}, [&] {
      h.h2({cls("lik__h"), id("lik-h")}, [&] {
        icon(h, Icon::files);
        h.text(s.w("alike.heading"));
      });
      h.p({cls("lik__tekst")}, s.w.plural("alike.not_sent", static_cast<std::int64_t>(found.size())));
    });
    h.ul({role("list")}, [&] {
      for (const Alike& one : found) alike_one(h, s, one, {typed, s.workshop.settings.language});
    });
    h.div({cls("lik__valg")}, [&] {
      button(h, {.label = s.w("alike.send_anyway"), .id = "send-likevel", .name = "op", .value = "send-likevel", .wide = true});
      button(h, {.label = s.w("alike.covered"), .id = "dekket", .name = "op", .value = "dekket", .variant = Variant::secondary, .wide = true});
    });
    h.p({cls("lik__hint")}, s.w("alike.hint"));
  });
}

void write_form(Writer& h, const Scene& s) {
  const bool here = s.keeps("suppler") && s.kept.fields.contains("tekst") && s.kept.field("rediger").empty();
  const bool look = here && s.must_look();
  const bool draft = here && !s.kept.error && s.kept.fields.contains("dekket");
  const std::string error = here && !look ? error_in(s, "suppler") : std::string();
  post_form(h, s, "suppler", {.id = "skriv", .css = "kort skriv"}, [&](Writer&) {
    text_area(h, s.w, {.id = "ny", .name = "tekst", .label = s.w("participant.supplement.new"),
                       .value = here ? s.kept.field("tekst") : std::string_view(),
                       .description = draft ? s.w("alike.kept") : std::string_view(),
                       .error = error,
                       .max_length = domain::limits::supplement_text, .counter = true, .keep_draft = true});
    if (look) return look_first(h, s, s.kept.field("tekst"));
    button(h, {.label = s.w("common.send"), .id = "send", .name = "op", .value = "send", .icon = Icon::paperplane, .wide = true});
  });
}

struct StatusLine {
  std::string_view tone;
  Icon icon;
  std::string text;
};

StatusLine status_of(const Scene& s, const Supplement& supplement) {
  switch (supplement.status) {
    case SupplementStatus::accepted: {
      const domain::Key* key = s.workshop.find_key(supplement.key);
      if (key && s.workshop.sources_of(*key).size() > 1)
        return {"success", Icon::branching, s.w.format("alike.merged_with", key->label, from_groups(s.w, s.workshop, *key))};
      return {"success", Icon::checkmark_circle_fill,
              s.w.format("participant.supplement.accepted", key ? std::string_view(key->label) : std::string_view())};
    }
    case SupplementStatus::returned:
      return {"warning", Icon::arrow_undo,
              supplement.reason.empty() ? std::string(s.w("participant.supplement.returned"))
                                        : s.w.format("participant.supplement.returned_why", supplement.reason)};
    case SupplementStatus::merged: {
      const domain::Supplement* into = s.workshop.find_supplement(supplement.merged_into);
      const domain::Key* key = into ? s.workshop.find_key(into->key) : nullptr;
      return {"success", Icon::branching,
              key ? s.w.format("alike.merged", key->label, key->short_name) : std::string(s.w("alike.merged_away"))};
    }
    case SupplementStatus::waiting:
    case SupplementStatus::withdrawn: break;
  }
  return {"neutral", Icon::hourglass, std::string(s.w("participant.supplement.waiting"))};
}

void edit_form(Writer& h, const Scene& s, const Supplement& supplement) {
  const std::string number = std::to_string(supplement.id.value);
  const bool here = is_editing(s, "suppler", supplement.id.value);
  const std::string name = quoted(s.w, shortened(words_of(s, supplement)));
  h.details({cls("rediger"), id("rediger-", supplement.id.value), open(here)}, [&] {
    h.summary({cls("ds-button rediger__aapne"), id("endre-", supplement.id.value), data("size", "sm"),
               data("variant", supplement.status == SupplementStatus::returned ? "secondary" : "tertiary")},
              [&] {
                icon(h, Icon::pencil);
                h.text(s.w("common.edit"));
                h.span({cls("ds-sr-only")}, " ", name);
              });
    post_form(h, s, "suppler", {.css = "skriv rediger__skjema"}, [&](Writer&) {
      hidden_field(h, "rediger", number);
      text_area(h, s.w, {.id = "tekst-" + number, .name = "tekst", .label = s.w("participant.supplement.edit_label"),
                         .value = here && s.kept.error ? s.kept.field("tekst") : std::string_view(supplement.text),
                         .description = supplement.status == SupplementStatus::accepted
                                            ? s.w("participant.supplement.edit_accepted") : std::string_view(),
                         .error = here ? error_in(s, "suppler") : std::string(),
                         .max_length = domain::limits::supplement_text, .counter = true});
      button(h, {.label = s.w("common.save"), .id = "lagre-" + number, .name = "op", .value = "lagre:" + number, .about = name, .wide = true});
    });
  });
}

void withdraw_form(Writer& h, const Scene& s, const Supplement& supplement) {
  const std::string number = std::to_string(supplement.id.value);
  post_form(h, s, "suppler", {}, [&](Writer&) {
    button(h, {.label = s.w("common.withdraw"), .id = "trekk-" + number, .name = "op", .value = "trekk:" + number,
               .variant = Variant::tertiary, .icon = Icon::arrow_undo,
               .about = quoted(s.w, shortened(words_of(s, supplement))), .small = true});
  });
}

void own_card(Writer& h, const Scene& s, const Supplement& supplement) {
  const StatusLine status = status_of(s, supplement);
  const bool returned = supplement.status == SupplementStatus::returned;
  h.li({cls("bidrag__kort", returned ? "bidrag__kort--retur" : ""), id("egen-", supplement.id.value)}, [&] {
    h.p({cls("bidrag__tekst"), spoken(s)}, words_of(s, supplement));
    h.p({cls("bidrag__status"), data("color", status.tone)}, [&] {
      icon(h, status.icon);
      h.span(status.text);
    });
    const bool apart = supplement.status != SupplementStatus::merged && s.workshop.merged_into(supplement.id).empty();
    if (!s.is_open() || !apart) return;
    h.div({cls("bidrag__knapper")}, [&] {
      edit_form(h, s, supplement);
      withdraw_form(h, s, supplement);
    });
  });
}

void own_list(Writer& h, const Scene& s) {
  const std::vector<const Supplement*> own = own_supplements(s);
  section(h, "egne-h", s.w("participant.supplement.own"),
          s.w.plural("participant.sent", static_cast<std::int64_t>(own.size())), [&](Writer&) {
            if (own.empty()) h.p({cls("ingenting")}, s.w("participant.supplement.none_own"));
            h.ul({cls("bidrag"), role("list")}, [&] {
              for (const Supplement* supplement : own) own_card(h, s, *supplement);
            });
          });
}

void arrived_key(Writer& h, const Scene& s, const domain::Key& key, const Supplement& supplement, bool newest) {
  h.li({cls(newest ? "fersk" : ""), id("andre-", key.id.value)}, [&] {
    h.span({cls("bokstav")}, key.label);
    h.span([&] {
      h.b({spoken(s, key.language)}, key.short_name);
      if (key.text != key.short_name) h.span({cls("innkommet__tekst"), spoken(s, key.language)}, key.text);
      const bool alone = s.workshop.sources_of(key).size() == 1;
      h.small(alone ? s.w.format("participant.supplement.from", supplement.group.value,
                                 s.w.clock_time(supplement.proposed_at, s.workshop.settings.time_zone))
                    : groups_behind(s.w, s.workshop, key));
    });
  });
}

void others_list(Writer& h, const Scene& s) {
  std::vector<std::pair<const domain::Key*, const Supplement*>> arrived;
  for (const domain::Key& key : s.workshop.keys)
    if (const Supplement* origin = s.workshop.find_supplement(key.origin);
        origin && !key.retired && origin->group != s.group.number)
      arrived.emplace_back(&key, origin);
  std::ranges::reverse(arrived);
  section(h, "andre-h", s.w("participant.supplement.others"),
          s.w.plural("participant.so_far", static_cast<std::int64_t>(arrived.size())), [&](Writer&) {
            if (arrived.empty()) return h.p({cls("ingenting")}, s.w("participant.supplement.none_others"));
            h.ul({cls("innkommet"), id("innkommet"), role("list")}, [&] {
              for (const auto& [key, origin] : arrived)
                arrived_key(h, s, *key, *origin, s.is_open() && key == arrived.front().first);
            });
          });
}

}  // namespace

void supplement_stage(Writer& h, const Scene& s) {
  const auto given = std::ranges::count_if(s.workshop.keys, [](const domain::Key& key) { return !key.origin; });
  h.h1({cls("dtittel")}, s.w("participant.supplement.title"));
  h.p({cls("dingress")}, s.w.plural("participant.supplement.intro", given));
  if (s.is_open()) write_form(h, s);
  own_list(h, s);
  others_list(h, s);
}

}  // namespace knippe::views
