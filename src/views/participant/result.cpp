// Resultat on the phone: the room's list, the own one beside it, and the way to the report.

#include "base/encoding.h"
#include "views/components.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

void report_link(Writer& h, const Scene& s) {
  if (!s.workshop.published) return side_note(h, Icon::file_text, [&](Writer&) { h.text(s.w("participant.result.report_later")); });
  h.p({cls("luft")}, [&] {
    link_button(h, {.label = s.w("participant.see_report"), .id = "se-rapporten", .icon = Icon::file_text, .wide = true},
                Url::local("/resultater/" + to_base32(s.room.value)));
  });
}

void own_list(Writer& h, const Scene& s) {
  const int round = s.workshop.counted_round();
  const domain::Sheet* sheet = s.workshop.sheet_of(s.group.number, round);
  section(h, "vaar-h", s.w("participant.result.ours"), {}, [&](Writer&) {
    if (sheet && sheet->is_handed_in()) key_bunch(h, s, sheet->handed_in, "knippe--kort");
    else h.p({cls("ingenting")}, s.w("participant.rank.nothing_handed_in"));
  });
}

}  // namespace

void result_stage(Writer& h, const Scene& s) {
  h.h1({cls("dtittel")}, s.w("participant.result.title"));
  if (!s.workshop.ranking_is_visible()) h.p({cls("dingress")}, s.w("participant.result.hidden"));
  else if (s.workshop.counted_round() == 0) h.p({cls("dingress")}, s.w("participant.result.nothing"));
  own_list(h, s);
  report_link(h, s);
}

}  // namespace knippe::views
