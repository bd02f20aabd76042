// The way in, as large as it gets; and when there is none, why.

#include <string>

#include "views/components.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

void about(Writer& h, const Screen& s) {
  const domain::Description& about = s.workshop.about;
  std::string when_and_where = about.date.empty() ? std::string() : s.w.plain_date(about.date);
  if (!about.place.empty()) when_and_where += (when_and_where.empty() ? "" : " · ") + about.place;
  h.div([&] {
    if (!when_and_where.empty()) h.p({cls("stopp__steg")}, when_and_where);
    h.h1({cls(about.title.size() > 60 ? "bhoved__lang" : ""), s.spoken()}, about.title);
    if (!about.question.empty()) h.p({cls("bhoved__sporsmal"), s.spoken()}, about.question);
  });
}

void why_closed(Writer& h, const Screen& s) {
  const bool draft = s.workshop.phase == domain::Phase::draft;
  const bool over = s.workshop.phase == domain::Phase::closed;
  nothing_yet(h, s.w(draft ? "projector.not_open" : over ? "projector.over" : "projector.door_closed"),
              s.w(draft ? "projector.not_open_text" : over ? "projector.over_text" : "projector.door_closed_text"));
}

void ways_in(Writer& h, const Screen& s) {
  h.ol({cls("gjor")}, [&] {
    h.li([&] {
      h.span({cls("rad__nr"), aria_hidden()}, 1);
      h.span(s.w("projector.join_1"));
    });
    h.li([&] {
      h.span({cls("rad__nr"), aria_hidden()}, 2);
      h.span([&] { h.slots(s.w("projector.join_2"), [&] { h.b([&] { breakable(h, s.address()); }); }); });
    });
    h.li([&] {
      h.span({cls("rad__nr"), aria_hidden()}, 3);
      h.span(s.w(s.workshop.settings.groups_fixed ? "projector.join_3_fixed" : "projector.join_3"));
    });
  });
}

}  // namespace

void join(Writer& h, const Screen& s) {
  h.section({cls("bli-med", "bli-med--stor"), aria_label(s.w("projector.join"))}, [&] {
    logo(h, s.w("common.product"));
    h.div({cls("bli-med__blokk")}, [&] {
      if (!s.is_door_open()) return h.p({cls("bli-med__h")}, s.w("projector.welcome"));
      qr_card(h, s.link.join_url, s.w.format("projector.qr_join", report::bare_address(s.link.join_url)));
      code(h, s);
    });
    h.p({cls("bli-med__fot")}, s.w("projector.no_login"), " ", s.w("projector.no_personal_data"));
  });
  h.div({cls("smain", "bhoved")}, [&] {
    about(h, s);
    if (s.is_door_open()) ways_in(h, s);
    else why_closed(h, s);
    h.dl({cls("nokkeltall nokkeltall--to")}, [&] { groups_and_people(h, s); });
  });
}

}  // namespace knippe::views::projector
