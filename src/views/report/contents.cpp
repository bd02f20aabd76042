// What the groups wrote: supplements, measures, notes; and in which order they pitched.

#include <algorithm>
#include <vector>

#include "views/alike.h"
#include "views/components.h"
#include "views/follow_up/parts.h"
#include "views/report/parts.h"

namespace knippe::views::report {
namespace {

constexpr std::size_t most_words = 32;

std::vector<const domain::Key*> accepted(const domain::Workshop& workshop) {
  std::vector<const domain::Key*> keys;
  for (const domain::Key& key : workshop.keys)
    if (key.origin && !key.retired) keys.push_back(&key);
  return keys;
}

/// What each group wrote, under the key it became.
void originals(Writer& h, const Paper& p, const std::vector<const domain::Supplement*>& sources) {
  h.ul({cls("originaler"), role("list"), aria_label(p.w("alike.originals"))}, [&] {
    for (const domain::Supplement* source : sources)
      h.li([&] {
        text_of_people(h, p, source->text);
        h.text(" ");
        h.small({spoken(p.w, p.workshop)}, group_label(p, source->group));
      });
  });
}

void key_heading(Writer& h, const Paper& p, const domain::Key& key) {
  h.span({cls("ds-sr-only")}, key.label, ": ");
  h.span({spoken(p.w, p.workshop, key.language)}, key.short_name);
}

/// `under_theme`: its heading stands one level lower.
void supplement(Writer& h, const Paper& p, const domain::Key& key, bool under_theme) {
  const auto sources = p.workshop.sources_of(key);
  const RankedKey* ranked = p.result.find(key.id);
  h.li([&] {
    h.span({cls("bokstav"), aria_hidden()}, key.label);
    h.div([&] {
      if (under_theme) h.h4([&] { key_heading(h, p, key); });
      else h.h3([&] { key_heading(h, p, key); });
      if (key.text != key.short_name) h.p({spoken(p.w, p.workshop, key.language)}, [&] { breakable(h, key.text); });
      h.p({cls("rmeta2")}, [&] {
        if (p.workshop.groups_behind(key).size() == 1) h.span({spoken(p.w, p.workshop)}, group_label(p, sources.front()->group));
        else h.span(from_groups(p.w, p.workshop, key));
        if (ranked && ranked->chosen_by > 0)
          h.text(" · " + p.w.plural(p.result.by_persons ? "persons.on_lists" : "report.chosen_by_groups", ranked->chosen_by));
      });
      if (sources.size() > 1) originals(h, p, sources);
    });
  });
}

void supplement_list(Writer& h, const Paper& p, const std::vector<const domain::Key*>& keys, bool under_theme) {
  h.ul({cls("rsupp"), role("list")}, [&] {
    for (const domain::Key* key : keys) supplement(h, p, *key, under_theme);
  });
}

ThemeId theme_of(const domain::Workshop& workshop, const domain::Key& key) { return workshop.find_supplement(key.origin)->theme; }

bool has_themes(const domain::Workshop& workshop, const std::vector<const domain::Key*>& keys) {
  return std::ranges::any_of(keys, [&](const domain::Key* key) { return bool(theme_of(workshop, *key)); });
}

void theme_part(Writer& h, const Paper& p, ThemeId theme, std::string_view name, std::vector<const domain::Key*> keys) {
  std::erase_if(keys, [&](const domain::Key* key) { return theme_of(p.workshop, *key) != theme; });
  if (keys.empty()) return;
  h.h3({cls("rtema"), id("tema-", theme.value)}, [&] { h.span({spoken(p.w, p.workshop)}, name); });
  supplement_list(h, p, keys, true);
}

void measure(Writer& h, const Paper& p, const domain::Measure& each) {
  const domain::Key* key = p.workshop.find_key(each.key);
  h.li([&] {
    icon(h, Icon::clipboard_checkmark);
    h.div([&] {
      h.p([&] { text_of_people(h, p, each.text); });
      h.p({cls("rmeta2")}, [&] {
        h.span({spoken(p.w, p.workshop)}, group_label(p, each.group));
        if (!each.owner.empty()) {
          h.text(" · ");
          h.span({spoken(p.w, p.workshop)}, each.owner);
        }
        if (!each.date.empty()) h.text(" · " + p.w.format("report.by_date", p.w.plain_date(each.date)));
        if (key) {
          h.text(" · " + key_label(p.w, *key) + ": ");
          h.span({spoken(p.w, p.workshop, key->language)}, key->short_name);
        }
      });
      h.p({cls("rmeta2")}, [&] {
        follow_up::standing(h, p.w, each, p.view.now, p.workshop.settings.time_zone);
        h.text(" ");
        const std::string number = std::to_string(each.id.value);
        h.a({cls("ds-link"), id("tiltak-" + number), href(report_url(p, "/tiltak/" + number))}, [&] {
          h.text(p.w("followup.how_it_went"));
          h.span({cls("ds-sr-only")}, ": ", p.w.format("followup.numbered", each.id.value));
        });
      });
    });
  });
}

struct NoteHeading {
  domain::NoteKind kind;
  std::string_view id;
  MessageKey heading;
};
constexpr NoteHeading note_headings[] = {{domain::NoteKind::question, "spm-h", "report.notes_questions"},
                                         {domain::NoteKind::comment, "komm-h", "report.notes_comments"},
                                         {domain::NoteKind::new_key, "nye-h", "report.notes_new_keys"}};

void notes_of(Writer& h, const Paper& p, const NoteHeading& part, int tone) {
  std::vector<const domain::Note*> notes;
  for (const domain::Note& note : p.workshop.notes)
    if (note.kind == part.kind && !note.withdrawn) notes.push_back(&note);
  if (notes.empty()) return;
  h.section({cls("tema", tone == 0 ? "tema--0" : tone == 1 ? "tema--1" : "tema--3"), aria_labelledby(part.id)}, [&] {
    h.h3([&] {
      h.span({id(part.id)}, p.w(part.heading));
      h.span({cls("temaantall")}, notes.size());
    });
    h.ul({role("list")}, [&] {
      for (const domain::Note* note : notes)
        h.li([&] {
          text_of_people(h, p, note->text);
          h.p({cls("rmeta2")}, p.w.format("report.note_to", note->about.value, note->from.value));
        });
    });
  });
}

}  // namespace

void supplements(Writer& h, const Paper& p) {
  const auto keys = accepted(p.workshop);
  if (keys.empty()) return;
  section(h, "sup-h", p.w("report.supplements_heading"), [&](Writer&) {
    h.p({cls("pingress")}, p.w("report.supplements_text"));
    if (!has_themes(p.workshop, keys)) return supplement_list(h, p, keys, false);
    for (const domain::Theme& theme : p.workshop.themes)
      if (!theme.removed) theme_part(h, p, theme.id, theme.name.empty() ? p.w("report.erased") : std::string_view(theme.name), keys);
    theme_part(h, p, {}, p.w("theme.others"), keys);
  });
}

void words(Writer& h, const Paper& p) {
  const auto cloud = supplement_words(p.workshop, most_words);
  if (cloud.empty()) return;
  section(h, "ord-h", p.w("alike.words_title"), [&](Writer&) {
    h.p({cls("pingress")}, p.w("alike.words_text"));
    word_cloud(h, p.w, spoken(p.w, p.workshop), cloud);
  });
}

void measures(Writer& h, const Paper& p) {
  if (std::ranges::all_of(p.workshop.measures, &domain::Measure::deleted)) return;
  section(h, "til-h", p.w("report.measures_heading"), [&](Writer&) {
    h.ul({cls("tiltak"), role("list")}, [&] {
      for (const domain::Measure& each : p.workshop.measures)
        if (!each.deleted) measure(h, p, each);
    });
  });
}

void notes(Writer& h, const Paper& p) {
  if (std::ranges::all_of(p.workshop.notes, &domain::Note::withdrawn)) return;
  section(h, "not-h", p.w("report.notes_heading"), [&](Writer&) {
    h.p({cls("pingress")}, p.w("report.notes_text"));
    h.div({cls("temaer")}, [&] {
      int tone = 0;
      for (const NoteHeading& part : note_headings) notes_of(h, p, part, tone++);
    });
  });
}

void pitches(Writer& h, const Paper& p) {
  if (p.workshop.pitches.held.empty()) return;
  section(h, "pitch-h", p.w("report.pitches_heading"), [&](Writer&) {
    h.ol({cls("rpitch")}, [&] {
      for (const GroupNumber group : p.workshop.pitches.held)
        h.li([&] { h.span({spoken(p.w, p.workshop)}, group_label(p, group)); });
    });
  });
}

}  // namespace knippe::views::report
