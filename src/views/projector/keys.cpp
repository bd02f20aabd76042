// The wall of keys, with the one being presented beside it.

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "domain/workshop/speakers.h"
#include "views/components.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

constexpr std::size_t most_rows_by_speaker = 7;
constexpr std::size_t keys_in_a_row = 3, most_keys_in_a_row = 4;
constexpr std::size_t most_keys_at_ease = 18, most_keys = 60;

struct Wall {
  const Screen& s;
  std::vector<const domain::Key*> keys;  ///< in the order in which they are presented
  const domain::Key* presented;
  const domain::Speaker* only;           ///< whose keys alone are shown; nullptr: all

  bool is_now(const domain::Key& key) const { return presented && key.id == presented->id; }
  bool is_done(const domain::Key& key) const {
    return std::ranges::find(keys, presented) != keys.end() && std::ranges::find(keys, &key) < std::ranges::find(keys, presented);
  }
};

/// Given keys and accepted supplements; the given ones alone when there is not room for all.
Wall wall_of(const Screen& s) {
  const domain::Projector& projector = s.workshop.projector;
  Wall wall{s, domain::presenting_order(s.workshop), s.workshop.find_key(projector.presented), s.workshop.find_speaker(projector.speaker)};
  if (wall.only)
    std::erase_if(wall.keys, [&](const domain::Key* key) { return domain::speaker_of(s.workshop, key->id) != wall.only; });
  if (wall.keys.size() > most_keys) std::erase_if(wall.keys, [](const domain::Key* key) { return bool(key->origin); });
  return wall;
}

/// A speaker's keys, or a share of them when they do not fit into one row.
struct Row {
  std::string_view heading, under;
  std::vector<const domain::Key*> keys;
  bool goes_on = false;  ///< of whoever stands in the row above
};

std::size_t rows_of(const Row& whole, std::size_t in_a_row) { return (whole.keys.size() + in_a_row - 1) / in_a_row; }

/// In equal shares: five keys stand as three and two, not as four and one.
void add_rows(std::vector<Row>& rows, const Row& whole, std::size_t in_a_row) {
  const std::size_t count = rows_of(whole, in_a_row);
  for (std::size_t n = 0, from = 0; n < count; ++n) {
    const std::size_t to = ((n + 1) * whole.keys.size() + count - 1) / count;
    rows.push_back({whole.heading, whole.under, {&whole.keys[from], &whole.keys[0] + to}, n > 0});
    from = to;
  }
}

/// Whoever has keys, with all of them; empty when nobody is named.
std::vector<Row> speakers_of(const Wall& wall) {
  const Screen& s = wall.s;
  const auto runs = domain::key_runs(s.workshop);
  if (wall.only || std::ranges::none_of(runs, [](const auto& run) { return !run.name.empty(); })) return {};
  std::vector<Row> speakers;
  for (const domain::KeyRun& run : runs) {
    const std::string_view name = run.keys.front()->speaker, unnamed = run.speaker ? s.w("speaker.one") : s.w("speaker.others");
    speakers.push_back({name.empty() ? unnamed : name, run.speaker ? std::string_view(run.speaker->affiliation) : std::string_view(), run.keys});
  }
  std::vector<const domain::Key*> added = wall.keys;
  std::erase_if(added, [](const domain::Key* key) { return !key->origin; });
  if (!added.empty()) speakers.push_back({s.w("speaker.from_groups"), {}, added});
  return speakers;
}

/// The keys in rows by speaker, three in a row where there is room for so many rows; empty when there is not even room for rows of four.
std::vector<Row> by_speaker(const Wall& wall) {
  const std::vector<Row> speakers = speakers_of(wall);
  for (const std::size_t in_a_row : {keys_in_a_row, most_keys_in_a_row}) {
    std::vector<Row> rows;
    for (const Row& whole : speakers) add_rows(rows, whole, in_a_row);
    if (rows.size() <= most_rows_by_speaker) return rows;
  }
  return {};
}

/// `speaker`: said under the key, when no row says it.
void cell(Writer& h, const Wall& wall, const domain::Key& key, std::string_view speaker = {}) {
  const bool now = wall.is_now(key);
  h.li({cls(now ? "naa" : wall.is_done(key) ? "ferdig" : ""), when(now, aria_current())}, [&] {
    h.span({cls("nvegg__nr"), aria_hidden()}, key.label);
    h.b({wall.s.spoken(key.language)}, [&] { breakable(h, key.short_name); });
    if (!speaker.empty()) h.small([&] { breakable(h, speaker); });
  });
}

void speaker_row(Writer& h, const Wall& wall, const Row& row) {
  const bool now = std::ranges::any_of(row.keys, [&](const domain::Key* key) { return wall.is_now(*key); });
  h.div({cls("nvegg__rad", now ? "nvegg__rad--naa" : "")}, [&] {
    if (!row.goes_on)
      h.h2([&] {
        h.b({cls("nvegg__hvem")}, [&] { breakable(h, row.heading); });
        if (!row.under.empty()) h.span({cls("nvegg__hvem")}, [&] { breakable(h, row.under); });
        if (now) h.span(wall.s.w("projector.presents"));
      });
    h.ol([&] {
      for (const domain::Key* key : row.keys) cell(h, wall, *key);
    });
  });
}

std::string_view flat_class(std::size_t count) {
  if (count <= most_keys_at_ease) return "nvegg--18";
  if (count <= 32) return "nvegg--32";
  return "nvegg--60";
}

void key_wall(Writer& h, const Wall& wall) {
  const std::vector<Row> rows = by_speaker(wall);
  if (!rows.empty()) {
    const bool four = std::ranges::any_of(rows, [](const Row& row) { return row.keys.size() > keys_in_a_row; });
    h.div({cls("nvegg", four ? "nvegg--fire" : "")}, [&] {
      for (const Row& row : rows) speaker_row(h, wall, row);
    });
    return;
  }
  const bool large = wall.only && wall.keys.size() <= most_keys_in_a_row;
  const bool room_for_names = !wall.only && wall.keys.size() <= most_keys_at_ease;
  h.div({cls("nvegg nvegg--flat", large ? "nvegg--en" : flat_class(wall.keys.size()))}, [&] {
    h.ol([&] {
      for (const domain::Key* key : wall.keys) cell(h, wall, *key, room_for_names ? std::string_view(key->speaker) : std::string_view());
    });
  });
}

std::string_view text_class(std::string_view text) {
  const std::size_t characters = length(text);
  if (characters <= 160) return "";
  return characters <= 320 ? "nnaa__tekst--lang" : "nnaa__tekst--lengst";
}

void presented_key(Writer& h, const Screen& s, const domain::Key& key) {
  const Attribute language = s.spoken(key.language);
  h.p({cls("nnaa__lbl"), id("pr-h")}, [&] {
    h.span({cls("naamerke")}, s.w("projector.now"));
    h.text(" ");
    h.text(key.speaker.empty() ? key_label(s.w, key) : s.w.format("projector.speaker_presents", key.speaker));
  });
  h.p({cls("nnaa__nr"), aria_hidden()}, key.label);
  h.p({cls("nnaa__navn", length(key.short_name) > 24 ? "nnaa__navn--lang" : "")}, [&] {
    h.span({cls("ds-sr-only")}, key_label(s.w, key), ": ");
    h.span({language}, [&] { breakable(h, key.short_name); });
  });
  if (key.text != key.short_name) h.p({cls("nnaa__tekst", text_class(key.text)), language}, [&] { breakable(h, key.text); });
}

void nothing_presented(Writer& h, const Screen& s) {
  h.p({cls("nnaa__navn"), id("pr-h")}, s.w("projector.listen"));
  h.p({cls("nnaa__tekst")}, s.w("projector.listen_text"));
}

void present_panel(Writer& h, const Wall& wall) {
  const Screen& s = wall.s;
  h.section({cls("nnaa"), aria_labelledby("pr-h")}, [&] {
    logo(h, s.w("common.product"));
    h.div({cls("nnaa__blokk")}, [&] {
      if (wall.presented) presented_key(h, s, *wall.presented);
      else nothing_presented(h, s);
    });
    if (!s.is_door_open()) return;
    h.p({cls("nnaa__fot")}, [&] {
      h.span(s.w.format("projector.join_at", s.address()));
      h.b([&] {
        h.span({cls("ds-sr-only")}, s.w("projector.code"), " ");
        h.text(s.link.code.substr(0, 3) + " " + s.link.code.substr(std::min<std::size_t>(3, s.link.code.size())));
      });
    });
  });
}

}  // namespace

void keys(Writer& h, const Screen& s) {
  const Wall wall = wall_of(s);
  present_panel(h, wall);
  h.div({cls("nhoved")}, [&] {
    const std::string all = s.w.plural("projector.keys_title", static_cast<std::int64_t>(wall.keys.size()));
    heading(h, s, domain::Stage::keys, wall.only && !wall.only->name.empty() ? s.w.format("speaker.keys_of", wall.only->name) : all);
    if (wall.only && !wall.only->affiliation.empty()) h.p({cls("nvegg__fra")}, wall.only->affiliation);
    key_wall(h, wall);
  });
}

}  // namespace knippe::views::projector
