#include "views/projector/screen.h"

#include "views/components.h"

namespace knippe::views::projector {
namespace {

constexpr int most_dots = 30;

}  // namespace

bool Screen::is_door_open() const {
  return workshop.phase == domain::Phase::open && workshop.door_open && !link.join_url.empty();
}

std::string_view Screen::address() const { return report::bare_address(view.base_url); }

std::string_view scene_class(const Screen& s) { return s.is_door_open() ? "scene" : "scene scene--alene"; }

void qr_card(Writer& h, std::string_view url, std::string_view label) {
  if (!url.empty()) h.div({cls("qrkort")}, [&] { qr_code(h, url, label); });
}

void code(Writer& h, const Screen& s) {
  const std::string_view digits = s.link.code;
  h.p({cls("bli-med__kode")}, [&] {
    h.span({cls("ds-sr-only")}, s.w("projector.code"), " ");
    h.span(digits.substr(0, 3));
    h.text(" ");
    if (digits.size() > 3) h.span(digits.substr(3));
  });
}

void join_panel(Writer& h, const Screen& s) {
  if (!s.is_door_open()) return;
  h.section({cls("bli-med"), aria_label(s.w("projector.join"))}, [&] {
    logo(h, s.w("common.product"));
    h.div({cls("bli-med__blokk")}, [&] {
      h.p({cls("bli-med__h")}, s.w("projector.join"));
      qr_card(h, s.link.join_url, s.w.format("projector.qr_join", report::bare_address(s.link.join_url)));
      h.p({cls("bli-med__url")}, [&] { breakable(h, s.address()); });
      code(h, s);
    });
    h.p({cls("bli-med__fot")}, [&] {
      h.text(s.w("projector.no_login"));
      h.br();
      h.text(s.w("projector.no_personal_data"));
    });
  });
}

void heading(Writer& h, const Screen& s, domain::Stage stage, std::string_view text) {
  const domain::Countdown& clock = s.workshop.clock;
  h.header({cls("stopp")}, [&] {
    h.div([&] {
      h.p({cls("stopp__steg")}, s.w.format("projector.stage", stage_number(stage), stage_name(s.w, stage)));
      h.h1(text);
    });
    if (s.workshop.phase != domain::Phase::open || stage != s.workshop.stage) return;
    const bool in_words = clock.is_paused() || clock.left_at(s.view.now) <= 0;
    timer(h, s.w, {.clock = clock, .now = s.view.now, .zone = s.workshop.settings.time_zone,
                   .css_class = in_words ? "stortid stortid--ord" : "stortid", .id = "klokke", .with_icon = false,
                   .label = s.w("common.time_left")});
  });
}

void main_part(Writer& h, const Screen& s, domain::Stage stage, std::string_view title, Part content, Part figures) {
  join_panel(h, s);
  h.div({cls("smain")}, [&] {
    heading(h, s, stage, title);
    content(h);
    h.dl({cls("nokkeltall nokkeltall--tre")}, [&] { figures(h); });
  });
}

void figure(Writer& h, std::string_view what, std::string_view number, std::string_view of) {
  h.div({cls("ntall")}, [&] {
    h.dt(what);
    h.dd([&] {
      h.b(number);
      if (!of.empty()) h.span({cls("av")}, of);
    });
  });
}

void progress(Writer& h, const Screen& s, std::string_view what, int done, int total) {
  h.div({cls("ntall")}, [&] {
    h.dt(what);
    h.dd([&] {
      h.b(done);
      h.span({cls("av")}, s.w.format("projector.of", total));
    });
    if (total > most_dots) return h.dd({cls("ntall__spor"), aria_hidden()}, [&] { bar(h, 100 * done / total); });
    h.dd({cls("gprikker"), aria_hidden()}, [&] {
      for (int i = 0; i < total; ++i) h.i({cls(i < done ? "paa" : "")}, "");
    });
  });
}

void hint(Writer& h, std::string_view what, std::string_view sentence) {
  h.div({cls("ntall")}, [&] {
    h.dt(what);
    h.dd({cls("ntall__setning")}, sentence);
  });
}

void groups_and_people(Writer& h, const Screen& s) {
  figure(h, s.w("projector.groups"), s.w.number(static_cast<std::int64_t>(s.workshop.groups.size())));
  figure(h, s.w("projector.participants"), s.w.number(static_cast<std::int64_t>(s.workshop.people())));
}

void nothing_yet(Writer& h, std::string_view text, std::string_view more) {
  h.div({cls("venteplass")}, [&] {
    h.p({cls("venteplass__h")}, text);
    if (!more.empty()) h.p(more);
  });
}

}  // namespace knippe::views::projector
