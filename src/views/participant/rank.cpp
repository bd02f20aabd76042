// Ranger: the group's list, after each person's own when the workshop has an individual part.

#include "views/components.h"
#include "views/participant/rank_alone.h"
#include "views/participant/rank_board.h"

namespace knippe::views {
namespace {

Board board_of(const Scene& s) {
  const domain::Sheet* found = s.workshop.sheet_of(s.group.number, s.workshop.round);
  const domain::Sheet sheet = found ? *found : domain::Sheet{};
  const domain::AloneRound* alone = s.workshop.alone_of(s.workshop.round);
  return {.s = s, .draft = sheet.draft, .places = s.workshop.settings.places, .handed_in = sheet.is_handed_in(),
          .unsent = sheet.has_unsent_changes(), .handed_in_at = sheet.handed_in_at, .alone = false,
          .picks = alone ? alone->picks_of(s.group.number) : nullptr};
}

void receipt(Writer& h, const Board& b) {
  if (!b.handed_in) return;
  const Words& w = b.s.w;
  if (b.unsent) {
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

}  // namespace

void rank_stage(Writer& h, const Scene& s) {
  const int places = s.workshop.settings.places;
  round_note(h, s);
  if (s.is_open() && s.workshop.alone_of(s.workshop.round)) two_parts(h, s);
  if (s.is_open() && s.workshop.open_alone()) {
    rank_alone(h, s);
    return earlier_rounds(h, s);
  }
  const bool after_alone = s.is_open() && s.workshop.alone_of(s.workshop.round);
  h.h1({cls("dtittel")}, after_alone ? s.w.format("alone.agree", places) : s.w.format("participant.rank.title", places));
  if (s.is_open()) {
    const Board b = board_of(s);
    if (b.picks) h.p({cls("dingress")}, s.w("alone.dots_explained"));
    else h.p({cls("dingress")}, [&] {
      h.slots(s.w("participant.rank.intro"), places, [&] {
        h.span({cls("pluss"), aria_hidden()}, "+");
        h.span({cls("ds-sr-only")}, s.w("participant.rank.choose_word"));
      });
    });
    if (s.workshop.round > 1) h.p({cls("dingress")}, s.w("participant.rank.round_text"));
    receipt(h, b);
    board_form(h, b, "ranger");
  }
  earlier_rounds(h, s);
}

}  // namespace knippe::views
