// Tiltak: the sentence continues from the title; owner, date and key are optional.

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "domain/limits.h"
#include "views/components.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

using domain::Measure;

std::vector<const Measure*> own_measures(const Scene& s) {
  std::vector<const Measure*> own;
  for (const Measure& measure : s.workshop.measures)
    if (measure.group == s.group.number && !measure.deleted) own.push_back(&measure);
  std::ranges::reverse(own);
  return own;
}

std::string_view words_of(const Scene& s, const Measure& measure) {
  return measure.text.empty() ? s.w("participant.erased") : std::string_view(measure.text);
}

/// What stands in the fields of one form, and what is wrong with it.
struct Draft {
  std::string suffix;  ///< of ids; empty for the form that adds
  std::string_view text, owner, date, key;
  std::string text_error, date_error;
};

void fill_errors(const Scene& s, Draft& draft) {
  if (!s.kept.error) return;
  (s.kept.error->message_key == "measure.bad_date" ? draft.date_error : draft.text_error) = error_in(s, "tiltak");
}

Draft new_draft(const Scene& s) {
  Draft draft;
  if (!s.keeps("tiltak") || !s.kept.fields.contains("hva") || !s.kept.field("rediger").empty()) return draft;
  draft.text = s.kept.field("hva");
  draft.owner = s.kept.field("hvem");
  draft.date = s.kept.field("naar");
  draft.key = s.kept.field("nokkel");
  fill_errors(s, draft);
  return draft;
}

Draft edit_draft(const Scene& s, const Measure& measure, std::string_view key) {
  Draft draft{"-" + std::to_string(measure.id.value), measure.text, measure.owner, measure.date, key, {}, {}};
  if (!is_editing(s, "tiltak", measure.id.value) || !s.kept.error) return draft;
  draft.text = s.kept.field("hva", draft.text);
  draft.owner = s.kept.field("hvem", draft.owner);
  draft.date = s.kept.field("naar", draft.date);
  draft.key = s.kept.field("nokkel", draft.key);
  fill_errors(s, draft);
  return draft;
}

void key_option(Writer& h, const Scene& s, const domain::Key& key, std::string_view chosen) {
  const std::string number = std::to_string(key.id.value);
  h.option({value(number), selected(number == chosen), spoken(s, key.language)}, key.label, " ", key.short_name);
}

void key_select(Writer& h, const Scene& s, const Draft& draft) {
  const std::string field = "nokkel" + draft.suffix;
  const std::vector<KeyId> top = standing_list(s.workshop, s.group);
  const auto is_top = [&](KeyId key) { return std::ranges::find(top, key) != top.end(); };
  h.div({cls("ds-field")}, [&] {
    h.label({cls("ds-label"), for_id(field)}, s.w("participant.measures.key"), " ",
            [&] { h.span({cls("frivillig")}, s.w("common.optional")); });
    h.select({cls("ds-input"), id(field), name("nokkel")}, [&] {
      h.option({value("")}, s.w("participant.measures.no_key"));
      if (!top.empty())
        h.optgroup({named("label", s.w("participant.measures.top_keys"))}, [&] {
          for (const KeyId each : top)
            if (const domain::Key* key = s.workshop.find_key(each)) key_option(h, s, *key, draft.key);
        });
      h.optgroup({named("label", s.w("participant.measures.other_keys"))}, [&] {
        for (const domain::Key& key : s.workshop.keys)
          if (!key.retired && !is_top(key.id)) key_option(h, s, key, draft.key);
      });
    });
  });
}

void fields(Writer& h, const Scene& s, const Draft& draft) {
  const Words& w = s.w;
  const bool adding = draft.suffix.empty();
  text_area(h, w, {.id = "hva" + draft.suffix, .name = "hva", .label = w("participant.measures.what"), .value = draft.text,
                   .description = adding ? w("participant.measures.what_hint") : std::string_view(), .error = draft.text_error,
                   .max_length = domain::limits::measure_text, .counter = true, .keep_draft = adding});
  h.div({cls("tofelt")}, [&] {
    text_field(h, w, {.id = "hvem" + draft.suffix, .name = "hvem", .label = w("participant.measures.who"), .value = draft.owner,
                      .autocomplete = "off", .max_length = domain::limits::owner_name, .optional_mark = true});
    text_field(h, w, {.id = "naar" + draft.suffix, .name = "naar", .label = w("participant.measures.when"), .value = draft.date,
                      .error = draft.date_error, .type = "date", .optional_mark = true});
  });
  key_select(h, s, draft);
}

void add_form(Writer& h, const Scene& s) {
  post_form(h, s, "tiltak", {.id = "skriv", .css = "kort skriv luft"}, [&](Writer&) {
    fields(h, s, new_draft(s));
    button(h, {.label = s.w("participant.measures.add"), .id = "legg-til", .name = "op", .value = "legg-til",
               .icon = Icon::plus, .wide = true});
  });
}

void facts(Writer& h, const Scene& s, const Measure& measure) {
  const domain::Key* key = s.workshop.find_key(measure.key);
  if (measure.owner.empty() && measure.date.empty() && !key) return;
  h.ul({cls("fakta"), role("list")}, [&] {
    if (!measure.owner.empty()) h.li([&] { icon(h, Icon::person), h.text(measure.owner); });
    if (!measure.date.empty()) h.li([&] { icon(h, Icon::calendar), h.text(s.w.plain_date(measure.date)); });
    if (key) h.li([&] { icon(h, Icon::key_horizontal), h.span({spoken(s, key->language)}, key->short_name); });
  });
}

void edit_form(Writer& h, const Scene& s, const Measure& measure, std::string_view about) {
  const std::string number = std::to_string(measure.id.value);
  const std::string key = measure.key ? std::to_string(measure.key.value) : std::string();
  h.details({cls("rediger"), id("rediger-", measure.id.value), open(is_editing(s, "tiltak", measure.id.value))}, [&] {
    h.summary({cls("ds-button rediger__aapne"), id("endre-", measure.id.value), data("size", "sm"), data("variant", "tertiary")}, [&] {
      icon(h, Icon::pencil);
      h.text(s.w("common.edit"));
      h.span({cls("ds-sr-only")}, " ", about);
    });
    post_form(h, s, "tiltak", {.css = "skriv rediger__skjema"}, [&](Writer&) {
      hidden_field(h, "rediger", number);
      fields(h, s, edit_draft(s, measure, key));
      button(h, {.label = s.w("common.save"), .id = "lagre-" + number, .name = "op", .value = "lagre:" + number,
                 .about = about, .wide = true});
    });
  });
}

void own_card(Writer& h, const Scene& s, const Measure& measure) {
  const std::string number = std::to_string(measure.id.value);
  const std::string about = quoted(s.w, shortened(words_of(s, measure)));
  h.li({cls("bidrag__kort"), id("tiltak-", measure.id.value)}, [&] {
    h.p({cls("bidrag__tekst"), spoken(s)}, words_of(s, measure));
    facts(h, s, measure);
    if (!s.is_open()) return;
    h.div({cls("bidrag__knapper")}, [&] {
      edit_form(h, s, measure, about);
      post_form(h, s, "tiltak", {}, [&](Writer&) {
        button(h, {.label = s.w("common.delete"), .id = "slett-" + number, .name = "op", .value = "slett:" + number,
                   .variant = Variant::tertiary, .icon = Icon::trash, .about = about, .small = true});
      });
    });
  });
}

}  // namespace

void measures_stage(Writer& h, const Scene& s) {
  h.h1({cls("dtittel")}, s.w("participant.measures.title"));
  if (s.is_open()) add_form(h, s);
  const std::vector<const Measure*> own = own_measures(s);
  section(h, "vaare-h", s.w("participant.measures.own"),
          s.w.plural("participant.added", static_cast<std::int64_t>(own.size())), [&](Writer&) {
            if (own.empty()) return h.p({cls("ingenting")}, s.w("participant.measures.none"));
            h.ul({cls("bidrag"), role("list")}, [&] {
              for (const Measure* measure : own) own_card(h, s, *measure);
            });
          });
}

}  // namespace knippe::views
