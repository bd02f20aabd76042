// Ranger: the places on top, all keys below. Every change is a submit of one form, so that it works without scripts.

#include <algorithm>
#include <vector>

#include "views/components.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

/// The group's sheet in the present round, with what the form needs to know about it.
struct Board {
  const Scene& s;
  domain::Sheet sheet;
  int places;

  int chosen() const { return static_cast<int>(sheet.draft.size()); }
  bool is_full() const { return chosen() >= places; }
  int place_of(KeyId key) const {
    const auto at = std::ranges::find(sheet.draft, key);
    return at == sheet.draft.end() ? 0 : static_cast<int>(at - sheet.draft.begin()) + 1;
  }
};

Board board_of(const Scene& s) {
  const domain::Sheet* sheet = s.workshop.sheet_of(s.group.number, s.workshop.round);
  return {s, sheet ? *sheet : domain::Sheet{}, s.workshop.settings.places};
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
      h.span({cls("plass__ref")}, s.w.format("common.key", key.label));
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
  h.section({cls("topp5"), aria_labelledby("topp5-h")}, [&] {
    h.div({cls("topp5__hode")}, [&] {
      h.h2({id("topp5-h"), cls("topp5__tittel")}, s.w("participant.rank.ours"));
      h.span({cls("teller")}, [&] { h.slots(s.w("participant.of"), [&] { h.b(b.chosen()); }, b.places); });
    });
    h.element("nk-topp5", {}, [&] {
      h.ol({cls("plasser"), aria_label(s.w("participant.rank.list"))}, [&] {
        int place = 0;
        for (const KeyId id : b.sheet.draft)
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
  const domain::Supplement* origin = s.workshop.find_supplement(key.origin);
  if (!origin) return;
  h.text(" ");
  h.span({cls("merke")}, origin->group == s.group.number ? std::string(s.w("participant.rank.own"))
                                                         : s.w.format("common.group", origin->group.value));
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
    });
    choose_button(h, b, key);
  });
}

void all_keys(Writer& h, const Board& b) {
  const Scene& s = b.s;
  std::vector<const domain::Key*> offered;
  for (const domain::Key& key : s.workshop.keys)
    if (!key.retired || b.place_of(key.id) > 0) offered.push_back(&key);
  const auto given = std::ranges::count_if(offered, [](const domain::Key* key) { return !key->origin; });
  const auto added = static_cast<std::ptrdiff_t>(offered.size()) - given;
  h.section({cls("alle"), aria_labelledby("alle-h")}, [&] {
    h.div({cls("alle__hode")}, [&] {
      h.h2({id("alle-h"), cls("alle__tittel")}, s.w("participant.rank.all"));
      h.span({cls("alle__antall")}, added > 0 ? s.w.plural("participant.rank.count_new", added, given) : s.w.number(given));
    });
    h.ul({cls("nokler"), role("list")}, [&] {
      for (const domain::Key* key : offered) offered_key(h, b, *key);
    });
  });
}

std::string hint_of(const Board& b) {
  const Words& w = b.s.w;
  if (!b.is_full()) return w.plural("participant.rank.left", b.places - b.chosen());
  if (!b.sheet.is_handed_in()) return std::string(w("participant.rank.ready"));
  if (b.sheet.has_unsent_changes()) return std::string(w("participant.rank.unsent"));
  return w.format("participant.rank.handed_in_at", w.clock_time(b.sheet.handed_in_at, b.s.workshop.settings.time_zone));
}

void bottom_bar(Writer& h, const Board& b) {
  const Words& w = b.s.w;
  const bool done = b.sheet.is_handed_in() && !b.sheet.has_unsent_changes();
  h.div({cls("bunnlinje")}, [&] {
    h.div({cls("bunnlinje__inn")}, [&] {
      dots(h, b.chosen(), b.places);
      h.button({cls("ds-button lever"), id("lever"), type("submit"), name("op"), value("lever"), aria_describedby("lever-hint"),
                aria_disabled(done)},
               [&] {
                 if (done) icon(h, Icon::checkmark);
                 h.text(w(done ? "participant.rank.done" : b.sheet.is_handed_in() ? "participant.rank.hand_in_again"
                                                                                  : "participant.rank.hand_in"));
               });
      h.span({cls("bunnlinje__hint"), id("lever-hint")}, hint_of(b));
    });
  });
}

void receipt(Writer& h, const Board& b) {
  if (!b.sheet.is_handed_in()) return;
  const Words& w = b.s.w;
  if (b.sheet.has_unsent_changes()) {
    alert(h, Tone::warning, w("participant.rank.unsent_title"), [&](Writer&) {
      h.p({cls("ds-paragraph")}, w("participant.rank.unsent_text"));
    });
    return;
  }
  h.div({cls("levert")}, [&] {
    h.span({cls("levert__hake"), aria_hidden()}, [&] { icon(h, Icon::checkmark); });
    h.div([&] {
      h.p({cls("levert__tittel")}, w("participant.rank.handed_in"));
      h.p({cls("dingress")}, w("participant.rank.handed_in_text"));
      h.p([&] { h.a({cls("ds-link"), id("til-egen-kvittering"), href(room_url(b.s.room, "kvittering"))}, w("proof.receipt_link")); });
    });
  });
}

void round_note(Writer& h, const Scene& s) {
  if (s.workshop.round < 2) return;
  h.p({cls("overlinje")}, s.w.format("participant.rank.round", s.workshop.round));
}

void earlier_rounds(Writer& h, const Scene& s) {
  const int newest = s.is_open() ? s.workshop.round - 1 : s.workshop.round;
  for (int round = newest; round > 0; --round) {
    const domain::Sheet* sheet = s.workshop.sheet_of(s.group.number, round);
    const bool only = newest == 1 && !s.is_open();
    const std::string heading = "runde-" + std::to_string(round);
    section(h, heading, only ? std::string(s.w("participant.rank.handed_in_list")) : s.w.format("participant.rank.round_list", round),
            {}, [&](Writer&) {
              if (!sheet || !sheet->is_handed_in()) return h.p({cls("ingenting")}, s.w("participant.rank.nothing_handed_in"));
              key_bunch(h, s, sheet->handed_in, "knippe--kort");
            });
  }
}

void rank_form(Writer& h, const Scene& s) {
  const Board b = board_of(s);
  receipt(h, b);
  post_form(h, s, "ranger", {.id = "rang", .css = "rang"}, [&](Writer&) {
    places(h, b);
    all_keys(h, b);
    bottom_bar(h, b);
  });
}

}  // namespace

void rank_stage(Writer& h, const Scene& s) {
  const int places = s.workshop.settings.places;
  round_note(h, s);
  h.h1({cls("dtittel")}, s.w.format("participant.rank.title", places));
  if (s.is_open()) {
    h.p({cls("dingress")}, [&] {
      h.slots(s.w("participant.rank.intro"), places, [&] {
        h.span({cls("pluss"), aria_hidden()}, "+");
        h.span({cls("ds-sr-only")}, s.w("participant.rank.choose_word"));
      });
    });
    if (s.workshop.round > 1) h.p({cls("dingress")}, s.w("participant.rank.round_text"));
    rank_form(h, s);
  }
  earlier_rounds(h, s);
}

}  // namespace knippe::views
