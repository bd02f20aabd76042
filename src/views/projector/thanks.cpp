// The last picture: thanks, what came of it, and where to find it.

#include <algorithm>

#include "views/components.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

constexpr std::size_t most_rows = 5;

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

/// The keys in the first places; as many as have room.
void found(Writer& h, const Screen& s) {
  const RankingResult result = result_of(s.workshop);
  const std::size_t shown = std::min(result.top_size(), most_rows);
  if (!s.workshop.ranking_is_visible() || shown == 0) return;
  h.ul({cls("ptopp5", "ptopp5--lang"), role("list"), aria_label(s.w("projector.ranking_label"))}, [&] {
    for (std::size_t i = 0; i < shown; ++i) {
      const domain::Key& key = *s.workshop.find_key(result.keys[i].key);
      h.li([&] {
        h.span({cls("rad__nr")}, result.keys[i].place);
        h.b([&] {
          h.span({s.spoken(key.language)}, [&] { breakable(h, key.short_name); });
          h.text(" ");
          h.small(s.w.plural("common.points", result.keys[i].points));
        });
      });
    }
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
    found(h, s);
    figures(h, s);
  });
}

}  // namespace knippe::views::projector
