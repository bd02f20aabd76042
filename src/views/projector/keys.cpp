// The wall of keys, with the one being presented beside it.

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "views/components.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

constexpr std::size_t most_rows_by_speaker = 6;
constexpr std::size_t most_keys_of_a_speaker = 4;
constexpr std::size_t most_keys = 60;

struct Wall {
  const Screen& s;
  std::vector<const domain::Key*> keys;
  const domain::Key* presented;

  bool is_done(const domain::Key& key) const { return presented && key.id < presented->id; }
  bool is_now(const domain::Key& key) const { return presented && key.id == presented->id; }
};

/// Given keys and accepted supplements; the given ones alone when there is not room for all.
Wall wall_of(const Screen& s) {
  Wall wall{s, {}, s.workshop.find_key(s.workshop.projector.presented)};
  for (const domain::Key& key : s.workshop.keys)
    if (!key.retired) wall.keys.push_back(&key);
  if (wall.keys.size() > most_keys) std::erase_if(wall.keys, [](const domain::Key* key) { return bool(key->origin); });
  return wall;
}

/// The keys in runs of one speaker; empty when they do not fall into a few such runs.
std::vector<std::vector<const domain::Key*>> by_speaker(const Wall& wall) {
  std::vector<std::vector<const domain::Key*>> runs;
  for (const domain::Key* key : wall.keys) {
    if (key->speaker.empty()) return {};
    if (runs.empty() || runs.back().front()->speaker != key->speaker) runs.emplace_back();
    runs.back().push_back(key);
    if (runs.size() > most_rows_by_speaker || runs.back().size() > most_keys_of_a_speaker) return {};
  }
  return runs;
}

void cell(Writer& h, const Wall& wall, const domain::Key& key) {
  const bool now = wall.is_now(key);
  h.li({cls(now ? "naa" : wall.is_done(key) ? "ferdig" : ""), when(now, aria_current())}, [&] {
    h.span({cls("nvegg__nr"), aria_hidden()}, key.label);
    h.b({wall.s.spoken(key.language)}, [&] { breakable(h, key.short_name); });
  });
}

void speaker_row(Writer& h, const Wall& wall, const std::vector<const domain::Key*>& run) {
  const bool now = std::ranges::any_of(run, [&](const domain::Key* key) { return wall.is_now(*key); });
  h.div({cls("nvegg__rad", now ? "nvegg__rad--naa" : "")}, [&] {
    h.h2([&] {
      h.text(run.front()->speaker);
      if (now) h.span(wall.s.w("projector.presents"));
    });
    h.ol({cls(run.size() > 3 ? "nvegg__fire" : "")}, [&] {
      for (const domain::Key* key : run) cell(h, wall, *key);
    });
  });
}

std::string_view flat_class(std::size_t count) {
  if (count <= 18) return "nvegg--18";
  if (count <= 32) return "nvegg--32";
  return "nvegg--60";
}

void key_wall(Writer& h, const Wall& wall) {
  const auto runs = by_speaker(wall);
  if (!runs.empty()) {
    h.div({cls("nvegg")}, [&] {
      for (const auto& run : runs) speaker_row(h, wall, run);
    });
    return;
  }
  h.div({cls("nvegg nvegg--flat", flat_class(wall.keys.size()))}, [&] {
    h.ol([&] {
      for (const domain::Key* key : wall.keys) cell(h, wall, *key);
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
    heading(h, s, domain::Stage::keys, s.w.plural("projector.keys_title", static_cast<std::int64_t>(wall.keys.size())));
    key_wall(h, wall);
  });
}

}  // namespace knippe::views::projector
