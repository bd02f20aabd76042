// Two sources or more become one key; the originals stay in sight; undone by one press.

#include <algorithm>

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/arrange.h"
#include "views/desk/supplement_forms.h"

namespace knippe::views::desk {
namespace {

using domain::Key;
using domain::Supplement;
using domain::SupplementStatus;

likeness::Text text_of(const Desk& d, std::string_view words) { return {words, d.workshop.settings.language}; }

/// "Nøkkel J" or "Venter".
std::string standing(const Desk& d, const Supplement& supplement) {
  const Key* key = supplement.status == SupplementStatus::accepted ? d.workshop.find_key(supplement.key) : nullptr;
  return key ? d.w.format("common.key", key->label) : std::string(d.w("merge.waits"));
}

void source_card(Writer& h, const Desk& d, const Supplement& supplement, std::string_view other) {
  const domain::Group* group = d.workshop.find_group(supplement.group);
  h.div({cls("kilde")}, [&] {
    h.p({cls("kilde__fra")}, [&] {
      h.span([&] {
        h.span({cls("gnr"), aria_hidden()}, supplement.group.value);
        if (group) h.span({d.spoken()}, group->name.empty() ? d.w.format("common.group", group->number.value) : group->name);
      });
      h.text(standing(d, supplement));
    });
    h.p({d.spoken()}, [&] { marked(h, text_of(d, supplement.text), text_of(d, other)); });
  });
}

bool is_chosen(const Desk& d, std::string_view op, SupplementId id, bool otherwise) {
  return d.was_refused(op) ? d.kept.fields.contains("kilde-" + std::to_string(id.value)) : otherwise;
}

void source_box(Writer& h, const Desk& d, std::string_view op, const std::string& prefix, const Supplement& supplement, bool on) {
  const std::string number = std::to_string(supplement.id.value);
  explained_checkbox(h, prefix + "-kilde-" + number, "kilde-" + number, named_supplement(d.w, supplement), standing(d, supplement),
                     is_chosen(d, op, supplement.id, on));
}

struct Target {
  std::string op;      ///< "slaa-sammen:3"
  std::string prefix;  ///< of the inputs' ids
};

void merged_wording(Writer& h, const Desk& d, const Target& target, std::string_view text) {
  const bool refused = d.was_refused(target.op);
  const std::string message = refused ? d.w.error(*d.kept.error) : "";
  const bool in_short = refused && d.kept.error->detail == std::to_string(domain::limits::short_name);
  text_area(h, d.w, {.id = target.prefix + "-tekst", .name = "tekst", .label = d.w("merge.text"), .value = refused ? d.kept.field("tekst") : text,
                     .description = d.w("merge.text_hint"), .error = in_short ? "" : message, .max_length = domain::limits::key_text, .rows = 2});
  text_field(h, d.w, {.id = target.prefix + "-kortnavn", .name = "kortnavn", .label = d.w("desk.short_name"),
                      .value = refused ? d.kept.field("kortnavn") : "", .error = in_short ? message : "",
                      .max_length = domain::limits::short_name, .optional_mark = true});
  h.p({cls("panelhint")}, d.w("merge.promise"));
}

std::vector<const Supplement*> mergeable(const domain::Workshop& workshop) {
  std::vector<const Supplement*> found;
  for (const Supplement& each : workshop.supplements)
    if (each.status == SupplementStatus::waiting || each.status == SupplementStatus::accepted) found.push_back(&each);
  return found;
}

void merge_with(Writer& h, const Desk& d, const Supplement& supplement, const std::vector<const Supplement*>& others) {
  const std::string number = std::to_string(supplement.id.value);
  const Target target{"slaa-sammen:" + number, "flett-" + number};
  page_form(h, d.view, desk_url(d.extras.room), {.css = "flette", .id = target.prefix}, [&](Writer&) {
    hidden_field(h, "tilbake", "nokler");
    hidden_field(h, "kilde-" + number, "ja");
    fieldset(h, d.w("merge.with"), [&](Writer&) {
      for (const Supplement* other : others) source_box(h, d, target.op, target.prefix, *other, other == others.front());
    });
    merged_wording(h, d, target, others.front()->text);
    button(h, {.label = d.w("merge.merge"), .id = "slaa-sammen-" + number, .name = "op", .value = target.op, .icon = Icon::branching,
               .about = named_supplement(d.w, supplement)});
  });
}

void given_key(Writer& h, const Desk& d, const Key& key, const Supplement& supplement) {
  h.p({cls("panelhint ligner")}, [&] {
    h.span({cls("bokstav bokstav--tall"), aria_hidden()}, key.label);
    h.span([&] {
      h.text(d.w.format("merge.like_given", key.label));
      h.text(" ");
      h.span({d.spoken(key.language)}, [&] { marked(h, {key.text, key.language}, text_of(d, supplement.text)); });
    });
  });
}

void merged_row(Writer& h, const Desk& d, const Key& key) {
  const std::string number = std::to_string(key.origin.value);
  h.tr([&] {
    h.th({scope("row")}, [&] {
      h.span({cls("bokstav")}, key.label);
      h.text(" ");
      h.b({d.spoken(key.language)}, key.short_name);
      h.span({cls("opphav__tekst"), d.spoken(key.language)}, key.text);
    });
    h.td([&] {
      h.ul({role("list")}, [&] {
        for (const Supplement* source : d.workshop.sources_of(key))
          h.li([&] {
            h.span({cls("gnr"), aria_hidden()}, source->group.value);
            h.span([&] {
              words_of(h, d, *source);
              h.text(" ");
              h.small(d.w.format("desk.from_group_at", source->group.value, d.clock(source->proposed_at)));
            });
          });
      });
    });
    h.td([&] {
      if (!d.is_open()) return;
      page_form(h, d.view, desk_url(d.extras.room), {}, [&](Writer&) {
        hidden_field(h, "tilbake", "nokler");
        button(h, {.label = d.w("merge.part"), .id = "del-" + number, .name = "op", .value = "del:" + number, .variant = Variant::secondary,
                   .icon = Icon::arrow_undo, .about = key.short_name, .small = true});
      });
    });
  });
}

}  // namespace

void alike_to(Writer& h, const Desk& d, const Supplement& supplement, const AlikeFinder& finder) {
  if (supplement.text.empty()) return;
  const std::vector<Alike> found = finder.to(supplement.text, supplement.id);
  std::vector<const Supplement*> others;
  for (const Alike& one : found)
    if (one.key && !one.key->origin) given_key(h, d, *one.key, supplement);
    else others.push_back(one.supplement);
  if (others.empty() || !d.is_open()) return;
  const std::string number = std::to_string(supplement.id.value);
  fold(h, {.id = "ligner-" + number, .summary = d.w("merge.fold"), .about = named_supplement(d.w, supplement), .open = true}, [&](Writer&) {
    h.div({cls("kilder")}, [&] {
      source_card(h, d, supplement, others.front()->text);
      source_card(h, d, *others.front(), supplement.text);
    });
    h.p({cls("flettepil"), aria_hidden()}, [&] { icon(h, Icon::arrow_down); });
    merge_with(h, d, supplement, others);
  });
}

void merge_panel(Writer& h, const Desk& d) {
  const auto all = mergeable(d.workshop);
  if (!d.is_open() || all.size() < 2) return;
  const Target target{"slaa-sammen:0", "flett-0"};
  panel(h, d.view, {.id = "slaa-sammen", .heading = d.w("merge.by_hand")}, [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      fold(h, {.id = "flett-selv", .summary = d.w("merge.by_hand_fold"), .open = d.was_refused(target.op)}, [&](Writer&) {
        page_form(h, d.view, desk_url(d.extras.room), {.css = "flette", .id = target.prefix}, [&](Writer&) {
          hidden_field(h, "tilbake", "nokler");
          fieldset(h, d.w("merge.choose"), [&](Writer&) {
            for (const Supplement* each : all) source_box(h, d, target.op, target.prefix, *each, false);
          });
          merged_wording(h, d, target, "");
          button(h, {.label = d.w("merge.merge"), .id = "slaa-sammen-0", .name = "op", .value = target.op, .icon = Icon::branching});
        });
      });
    });
  });
}

void merged_panel(Writer& h, const Desk& d) {
  std::vector<const Key*> merged;
  for (const Key* key : new_keys(d.workshop))
    if (d.workshop.sources_of(*key).size() > 1) merged.push_back(key);
  if (merged.empty()) return;
  h.div({cls("opphav")}, [&] {
    panel(h, d.view, {.id = "opphav", .heading = d.w("merge.merged"), .hint = d.w("merge.merged_hint")}, [&](Writer&) {
      h.table({cls("opphavtab")}, [&] {
        h.thead([&] {
          h.tr([&] {
            h.th({scope("col")}, d.w("merge.column_key"));
            h.th({scope("col")}, d.w("merge.column_made_of"));
            h.th({scope("col")}, [&] { h.span({cls("ds-sr-only")}, d.w("merge.column_choice")); });
          });
        });
        h.tbody([&] {
          for (const Key* key : merged) merged_row(h, d, *key);
        });
      });
    });
  });
}

std::vector<const Key*> new_keys(const domain::Workshop& workshop) {
  std::vector<const Key*> keys;
  for (const Key& key : workshop.keys)
    if (key.origin && !key.retired) keys.push_back(&key);
  return keys;
}

std::string faulty_arranging(const Desk& d) {
  const std::string_view op = d.kept.field("op", d.kept.form);
  const bool in_short = d.kept.error && d.kept.error->detail == std::to_string(domain::limits::short_name);
  if (op.starts_with("slaa-sammen:")) {
    const std::string prefix = "flett-" + std::string(op.substr(12));
    return prefix + (in_short ? "-kortnavn" : "-tekst");
  }
  if (op.starts_with("nytt-tema:")) return "tema-navn-ny-" + std::string(op.substr(10));
  if (op.starts_with("tema-navn:")) return "tema-navn-" + std::string(op.substr(10));
  return {};
}

}  // namespace knippe::views::desk
