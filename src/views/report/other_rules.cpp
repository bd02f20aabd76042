// "Hadde en annen tellemåte gitt andre topp 5?": a plain answer, how firm the list is, and every rule for those who want to see.

#include "views/other_rules.h"

#include <algorithm>

#include "views/components.h"
#include "views/report/parts.h"
#include "views/tally/explain.h"

namespace knippe::views::report {
namespace {

void names(Writer& h, const Paper& p, const std::vector<KeyId>& keys) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const domain::Key& key = *p.workshop.find_key(keys[i]);
    h.text(separator(p.w, i, keys.size()));
    h.span({spoken(p.w, p.workshop, key.language)}, p.w.format("report.quoted", key.short_name));
  }
}

/// Kept by every rule, or by some only. A rule that leaves the last places shared does not throw a key out.
struct Sorted {
  std::vector<KeyId> always, depends;
};

Sorted sorted(const OtherRules& others) {
  Sorted sorted;
  for (const KeyUnderRules& each : others.keys) (each.rules == others.rules.size() + 1 ? sorted.always : sorted.depends).push_back(each.key);
  return sorted;
}

void answer(Writer& h, const Paper& p, const OtherRules& others) {
  const auto [always, depends] = sorted(others);
  const auto rules = static_cast<std::int64_t>(others.rules.size());
  h.p([&] {
    if (others.differing == 0) return h.text(p.w.format("rules.no", rules, p.result.places));
    h.text(p.w.plural("rules.yes", static_cast<std::int64_t>(others.differing), rules, p.result.places));
    h.text(" ");
    if (always.empty()) h.text(p.w("rules.none_always"));
    else h.slots(p.w("rules.always"), [&] { h.b([&] { names(h, p, always); }); });
    if (depends.empty()) return;
    h.text(" ");
    h.slots(p.w("rules.depends"), [&] { names(h, p, depends); });
  });
}

void firmness(Writer& h, const Paper& p, const OtherRules& others) {
  if (!others.lists_to_alter) return;
  if (*others.lists_to_alter == 0) return h.p(p.w.format("rules.shared", p.result.places));
  h.p(p.w.plural(p.result.by_persons ? "persons.rules_firm" : "rules.firm", *others.lists_to_alter, p.result.handed_in, p.result.places));
}

void alike(Writer& h, const Paper& p, const OtherRules& others) {
  if (others.alike.empty()) return;
  h.p(p.w("rules.alike"));
  h.ul([&] {
    for (const auto& groups : others.alike) {
      std::vector<std::string> labels;
      for (const GroupNumber group : groups) labels.push_back(group_label(p, group));
      h.li([&] { h.span({spoken(p.w, p.workshop)}, joined(p.w, labels)); });
    }
  });
}

std::string places(const Paper& p, const KeyUnderRules& key) {
  if (key.lowest_place == key.highest_place) return p.w.number(static_cast<std::int64_t>(key.lowest_place));
  return p.w.format("rules.from_to", key.lowest_place, key.highest_place);
}

void keys_table(Writer& h, const Paper& p, const OtherRules& others) {
  const bool is_drawn = std::ranges::any_of(others.keys, [](const KeyUnderRules& each) { return each.lowest_place > 0; });
  h.table({cls("ds-table rregler__nokler"), data("border"), data("size", "sm")}, [&] {
    h.caption(p.w.format("rules.keys_caption", p.result.places));
    h.thead([&] {
      h.tr([&] {
        h.th({scope("col")}, p.w("report.col_key"));
        h.th({scope("col")}, p.w("rules.col_rules"));
        if (is_drawn) h.th({scope("col")}, p.w("rules.col_drawn"));
      });
    });
    h.tbody([&] {
      for (const KeyUnderRules& each : others.keys)
        h.tr([&] {
          h.th({scope("row")}, [&] {
            const domain::Key& key = *p.workshop.find_key(each.key);
            h.span({spoken(p.w, p.workshop, key.language)}, key.short_name);
          });
          h.td(p.w.format("rules.of_rules", each.rules, others.rules.size() + 1));
          if (is_drawn) h.td(places(p, each));
        });
    });
  });
  if (is_drawn) h.p(p.w.format(p.result.by_persons ? "persons.rules_drawn" : "rules.drawn", p.result.handed_in, draws, std::to_string(draw_seed)));
}

void replaced(Writer& h, const Paper& p, std::string_view what, const std::vector<KeyId>& keys) {
  if (keys.empty()) return;
  h.span({cls("rregler__bytte")}, [&] {
    h.span({cls("rregler__ord")}, what);
    h.text(": ");
    names(h, p, keys);
  });
}

std::string title_of(const Paper& p, const OtherRule& rule) {
  std::string title(rule_title(rule.rule, p.w));
  if (rule.sharing > 0) title += " " + p.w.plural("rules.sharing", static_cast<std::int64_t>(rule.sharing));
  return title;
}

/// A list and no table: on a phone a row has its own lines.
void differing_rules(Writer& h, const Paper& p, const OtherRules& others) {
  std::vector<std::string> same;
  h.h3(p.w("rules.rules_caption"));
  if (others.differing > 0)
    h.ul({cls("rregler")}, [&] {
      for (const OtherRule& each : others.rules)
        if (each.differs())
          h.li([&] {
            h.b(title_of(p, each));
            replaced(h, p, p.w("rules.col_in"), each.in);
            replaced(h, p, p.w("rules.col_out"), each.out);
          });
    });
  for (const OtherRule& each : others.rules)
    if (!each.differs()) same.push_back(title_of(p, each));
  if (!same.empty()) h.p(p.w.plural("rules.replace_none", static_cast<std::int64_t>(same.size()), joined(p.w, same)));
}

void refused(Writer& h, const Paper& p, const OtherRules& others) {
  if (others.refused.empty()) return;
  std::vector<std::string> titles;
  for (const tally::Rule rule : others.refused) titles.emplace_back(rule_title(rule, p.w));
  h.p(p.w.format("rules.refused", joined(p.w, titles)));
}

}  // namespace

void would_other_rules_differ(Writer& h, const Paper& p) {
  const auto others = p.others ? *p.others : other_rules(p.workshop, p.result);
  if (!others) return;
  section(h, "regler-h", p.w.format("rules.heading", p.result.places), [&](Writer&) {
    answer(h, p, *others);
    firmness(h, p, *others);
    h.details({cls("ds-details"), id("regler")}, [&] {
      h.summary(p.w("rules.details"));
      h.div([&] {
        keys_table(h, p, *others);
        differing_rules(h, p, *others);
        h.p(p.w(p.result.by_persons ? "persons.rules_how" : "rules.how"));
        refused(h, p, *others);
        alike(h, p, *others);
      });
    });
  });
}

}  // namespace knippe::views::report
