#include "views/participant/rank_board.h"

#include <algorithm>

#include "views/alike.h"
#include "views/components.h"

namespace knippe::views {
namespace {

constexpr int dots_max = 12;

/// "●●●○ 3 av 4": how many of the table chose the key alone.
void picked_by(Writer& h, const Board& b, KeyId key, MessageKey words) {
  const int of = b.picks->persons, chosen = b.picks->of(key);
  h.span({cls("hos")}, [&] {
    if (of <= dots_max)
      h.span({cls("hos__prikker"), aria_hidden()}, [&] {
        for (int n = 1; n <= of; ++n) h.i({cls(n <= chosen ? "paa" : "")}, "");
      });
    h.text(b.s.w.format(words, chosen, of));
  });
}

void move_button(Writer& h, const Board& b, const domain::Key& key, int from, int to) {
  const bool up = to < from;
  const std::string number = std::to_string(key.id.value);
  const std::string key_name = quoted(b.s.w, key.short_name);
  const bool at_end = to < 1 || to > b.chosen();
  const std::string label = at_end ? b.s.w.format(up ? "participant.rank.is_first" : "participant.rank.is_last", key_name)
                                   : b.s.w.format(up ? "participant.rank.up" : "participant.rank.down", key_name, to);
  icon_button(h, up ? Icon::arrow_up : Icon::arrow_down,
              {.label = label, .id = (up ? "opp-" : "ned-") + number, .name = "op",
               .value = (up ? "opp:" : "ned:") + number, .disabled = at_end});
}

void placed_key(Writer& h, const Board& b, const domain::Key& key, int place) {
  const Scene& s = b.s;
  h.li({cls("plass"), id("plass-", key.id.value), data("id", key.id.value)}, [&] {
    h.span({cls("plass__nr")}, place, [&] { h.span({cls("ds-sr-only")}, s.w("participant.rank.place")); });
    h.span({cls("plass__tekst")}, [&] {
      h.span({cls("plass__navn"), spoken(s, key.language)}, key.short_name);
      h.span({cls("plass__ref")}, [&] {
        if (b.picks) picked_by(h, b, key.id, "alone.of_short");
        else h.text(s.w.format("common.key", key.label));
      });
    });
    h.span({cls("plass__knapper")}, [&] {
      move_button(h, b, key, place, place - 1);
      move_button(h, b, key, place, place + 1);
    });
    h.span({cls("draghandtak"), data("drag"), aria_hidden()}, [&] { icon(h, Icon::drag_vertical); });
  });
}

void free_place(Writer& h, const Board& b, int place) {
  h.li({cls("plass plass--tom"), id("ledig-", place)}, [&] {
    h.span({cls("plass__nr"), aria_hidden()}, place);
    h.span({cls("plass__tekst")},
           b.s.w(place == b.chosen() + 1 ? "participant.rank.next_place" : "participant.rank.free_place"));
  });
}

void places(Writer& h, const Board& b) {
  const Scene& s = b.s;
  h.section({cls("topp5", b.alone ? "topp5--alene" : ""), aria_labelledby("topp5-h")}, [&] {
    h.div({cls("topp5__hode")}, [&] {
      h.h2({id("topp5-h"), cls("topp5__tittel")}, [&] {
        if (b.alone) icon(h, Icon::padlock_locked);
        h.text(s.w(b.alone ? "alone.only_you" : "participant.rank.ours"));
      });
      h.span({cls("teller")}, [&] { h.slots(s.w("participant.of"), [&] { h.b(b.chosen()); }, b.places); });
    });
    h.element("nk-topp5", {}, [&] {
      h.ol({cls("plasser"), aria_label(s.w(b.alone ? "alone.list" : "participant.rank.list"))}, [&] {
        int place = 0;
        for (const KeyId id : b.draft)
          if (const domain::Key* key = s.workshop.find_key(id)) placed_key(h, b, *key, ++place);
        for (int free = b.chosen() + 1; free <= b.places; ++free) free_place(h, b, free);
      });
    });
  });
}

void choose_button(Writer& h, const Board& b, const domain::Key& key) {
  const Words& w = b.s.w;
  const int place = b.place_of(key.id);
  const std::string key_name = quoted(w, key.short_name);
  if (place > 0) {
    h.button({cls("velg velg--valgt"), id("velg-", key.id.value), type("submit"), name("op"), value("fjern:", key.id.value)}, [&] {
      h.span({aria_hidden()}, place, ".");
      icon(h, Icon::x_mark);
      h.span({cls("ds-sr-only")}, w.format("participant.rank.drop", key_name, place));
    });
    return;
  }
  h.button({cls("velg"), id("velg-", key.id.value), type("submit"), name("op"), value("velg:", key.id.value),
            aria_disabled(b.is_full())},
           [&] {
             icon(h, Icon::plus);
             h.span({cls("ds-sr-only")}, w.format(b.is_full() ? "participant.rank.choose_full" : "participant.rank.choose", key_name));
           });
}

void origin_mark(Writer& h, const Scene& s, const domain::Key& key) {
  const std::vector<GroupNumber> groups = s.workshop.groups_behind(key);
  if (groups.empty()) return;
  const bool own = groups.size() == 1 && groups.front() == s.group.number;
  h.text(" ");
  h.span({cls("merke")}, own ? std::string(s.w("participant.rank.own")) : groups_behind(s.w, s.workshop, key));
}

void offered_key(Writer& h, const Board& b, const domain::Key& key) {
  const bool chosen = b.place_of(key.id) > 0;
  h.li({cls("nokkel", chosen ? "nokkel--valgt" : b.is_full() ? "nokkel--full" : ""), id("nokkel-", key.id.value)}, [&] {
    h.span({cls("nokkel__nr"), aria_hidden()}, key.label);
    h.div({cls("nokkel__tekst")}, [&] {
      h.h3({cls("nokkel__navn")}, [&] {
        h.span({spoken(b.s, key.language)}, key.short_name);
        origin_mark(h, b.s, key);
      });
      if (!key.text.empty() && key.text != key.short_name)
        h.p({cls("nokkel__full"), spoken(b.s, key.language)}, key.text);
      if (b.picks && b.picks->of(key.id) > 0) h.p({cls("nokkel__hos")}, [&] { picked_by(h, b, key.id, "alone.of_chose"); });
    });
    choose_button(h, b, key);
  });
}

void all_keys(Writer& h, const Board& b) {
  const Scene& s = b.s;
  std::vector<const domain::Key*> offered;
  for (const domain::Key& key : s.workshop.keys)
    if (!key.retired || b.place_of(key.id) > 0) offered.push_back(&key);
  if (b.picks)
    std::ranges::stable_sort(offered, std::ranges::greater{}, [&](const domain::Key* key) { return b.picks->of(key->id); });
  const auto given = std::ranges::count_if(offered, [](const domain::Key* key) { return !key->origin; });
  const auto added = static_cast<std::ptrdiff_t>(offered.size()) - given;
  h.section({cls("alle"), aria_labelledby("alle-h")}, [&] {
    h.div({cls("alle__hode")}, [&] {
      h.h2({id("alle-h"), cls("alle__tittel")}, s.w(b.picks ? "alone.most_chosen" : "participant.rank.all"));
      h.span({cls("alle__antall")}, b.picks ? s.w.plural("alone.answered", b.picks->persons) : added > 0 ? s.w.plural("participant.rank.count_new", added, given) : s.w.number(given));
    });
    h.ul({cls("nokler"), role("list")}, [&] {
      for (const domain::Key* key : offered) offered_key(h, b, *key);
    });
  });
}

std::string hint_of(const Board& b) {
  const Words& w = b.s.w;
  if (!b.is_full()) return w.plural("participant.rank.left", b.places - b.chosen());
  if (!b.handed_in) return std::string(w(b.alone ? "alone.ready" : "participant.rank.ready"));
  if (b.unsent) return std::string(w("participant.rank.unsent"));
  if (b.alone) return std::string(w("alone.can_change"));
  return w.format("participant.rank.handed_in_at", w.clock_time(b.handed_in_at, b.s.workshop.settings.time_zone));
}

void bottom_bar(Writer& h, const Board& b) {
  const Words& w = b.s.w;
  const bool done = b.handed_in && !b.unsent;
  h.div({cls("bunnlinje")}, [&] {
    h.div({cls("bunnlinje__inn")}, [&] {
      dots(h, b.chosen(), b.places);
      h.button({cls("ds-button lever"), id("lever"), type("submit"), name("op"), value("lever"), aria_describedby("lever-hint"),
                aria_disabled(done)},
               [&] {
                 if (done) icon(h, Icon::checkmark);
                 h.text(w(done ? "participant.rank.done" : b.handed_in ? "participant.rank.hand_in_again"
                                   : b.alone            ? "alone.hand_in"
                                                        : "participant.rank.hand_in"));
               });
      h.span({cls("bunnlinje__hint"), id("lever-hint")}, hint_of(b));
    });
  });
}

}  // namespace

int Board::place_of(KeyId key) const {
  const auto at = std::ranges::find(draft, key);
  return at == draft.end() ? 0 : static_cast<int>(at - draft.begin()) + 1;
}

void board_form(Writer& h, const Board& b, std::string_view action) {
  post_form(h, b.s, action, {.id = "rang", .css = "rang"}, [&](Writer&) {
    places(h, b);
    all_keys(h, b);
    bottom_bar(h, b);
  });
}

}  // namespace knippe::views
