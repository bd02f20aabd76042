// The last picture: thanks, what came of it, and where to find it.

#include <algorithm>

#include "views/components.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

void figures(Writer& h, const Screen& s) {
  const std::int64_t measures = std::ranges::count(s.workshop.measures, false, &domain::Measure::deleted);
  const std::int64_t keys = std::ranges::count_if(
      s.workshop.keys, [](const domain::Key& key) { return key.origin && !key.retired; });
  h.dl({cls("nokkeltall nokkeltall--fire")}, [&] {
    groups_and_people(h, s);
    figure(h, s.w("projector.new_keys"), s.w.number(keys));
    figure(h, s.w("projector.measures_count"), s.w.number(measures));
  });
}

}  // namespace

void thanks(Writer& h, const Screen& s) {
  const bool published = s.workshop.published && !s.link.report_url.empty();
  h.section({cls("bli-med", "bli-med--stor"), aria_label(s.w("projector.report"))}, [&] {
    logo(h, s.w("common.product"));
    h.div({cls("bli-med__blokk")}, [&] {
      h.p({cls("bli-med__h")}, s.w(published ? "projector.report" : "projector.report_soon"));
      qr_card(h, s.link.report_url, s.w.format("projector.qr_report", report::bare_address(s.link.report_url)));
      h.p({cls("bli-med__url")}, [&] { breakable(h, report::bare_address(s.link.report_url)); });
    });
  });
  h.div({cls("smain", "bhoved")}, [&] {
    h.div([&] {
      h.p({cls("stopp__steg"), s.spoken()}, s.workshop.about.title);
      h.h1(s.w("projector.thanks"));
      h.p({cls("bhoved__sporsmal")}, s.w(published ? "projector.thanks_text" : "projector.thanks_text_soon"));
    });
    figures(h, s);
  });
}

}  // namespace knippe::views::projector
