#include "views/participant/rank_alone.h"

#include "views/components.h"
#include "views/participant/rank_board.h"

namespace knippe::views {
namespace {

void part_of_two(Writer& h, Icon which, bool now, std::string_view what, std::string_view how) {
  h.li({when(now, aria_current("step"))}, [&] {
    icon(h, which);
    h.span([&] {
      h.b(what);
      h.text(" ");
      h.text(how);
    });
  });
}

bool time_is_up(const Scene& s) {
  const domain::Countdown& clock = s.workshop.clock;
  return clock.planned_ms > 0 && clock.left_at(s.view.now) <= 0;
}

/// For one who has handed in and waits: hidden until time is up, which the timer of the page sees too.
void go_on_form(Writer& h, const Scene& s) {
  if (s.workshop.clock.planned_ms == 0) return;
  h.div({id("etter-tida"), data("etter-tida"), when(!time_is_up(s), hidden())}, [&] {
    h.p({cls("dingress")}, s.w("alone.go_on_text"));
    post_form(h, s, "alene", {.id = "videreskjema"}, [&](Writer&) {
      h.button({cls("ds-button"), id("videre"), data("variant", "secondary"), name("op"), value("videre")}, s.w("alone.go_on"));
    });
  });
}

void handed_in_note(Writer& h, const Scene& s, const domain::PersonalBallot& own) {
  if (!own.is_handed_in()) return;
  if (own.has_unsent_changes()) {
    alert(h, Tone::warning, s.w("alone.unsent_title"), [&](Writer&) { h.p({cls("ds-paragraph")}, s.w("alone.unsent_text")); });
    return;
  }
  h.div({cls("levert")}, [&] {
    h.span({cls("levert__hake"), aria_hidden()}, [&] { icon(h, Icon::checkmark); });
    h.div([&] {
      h.p({cls("levert__tittel")}, s.w("alone.handed_in"));
      h.p({cls("dingress")}, s.w("alone.handed_in_text"));
      h.p([&] { h.a({cls("ds-link"), id("til-eget-merke"), href(room_url(s.room, "kvittering"))}, s.w("alone.receipt_link")); });
    });
  });
  go_on_form(h, s);
}

}  // namespace

void two_parts(Writer& h, const Scene& s) {
  const Words& w = s.w;
  const bool alone = s.workshop.open_alone() != nullptr;
  const int minutes = s.workshop.settings.alone_minutes;
  h.ol({cls("delsteg"), aria_label(w("alone.two_parts"))}, [&] {
    part_of_two(h, alone ? Icon::padlock_locked : Icon::checkmark, alone, w("alone.first"),
                !alone        ? std::string(w("alone.over"))
                : minutes > 0 ? w.plural("alone.quiet_minutes", minutes)
                              : std::string(w("alone.quiet")));
    part_of_two(h, Icon::person_group, !alone, w("alone.then"),
                alone ? std::string(w("alone.rest_of_time")) : w.format("alone.choose", s.workshop.settings.places));
  });
}

void rank_alone(Writer& h, const Scene& s) {
  const Words& w = s.w;
  const int places = s.workshop.settings.places;
  h.h1({cls("dtittel")}, w.format("alone.title", places));
  h.p({cls("dingress")}, w.format("alone.intro", places));
  if (!s.own) {
    h.p([&] { h.a({cls("ds-button"), id("til-egen"), href(room_url(s.room)), data("hent")}, w("alone.begin")); });
    return;
  }
  handed_in_note(h, s, *s.own);
  board_form(h, {.s = s, .draft = s.own->draft, .places = places, .handed_in = s.own->is_handed_in(),
                 .unsent = s.own->has_unsent_changes(), .alone = true},
             "alene");
}

}  // namespace knippe::views
