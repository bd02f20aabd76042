// Resultat on the phone: the room's list, the own one beside it, and the way to the report.

#include "base/encoding.h"
#include "views/components.h"
#include "views/participant/scene.h"
#include "views/result.h"

namespace knippe::views {
namespace {

void result_row(Writer& h, const Scene& s, const RankedKey& row, bool by_persons) {
  const domain::Key* key = s.workshop.find_key(row.key);
  if (!key) return;
  h.li({cls("resultat__rad"), id("resultat-", row.key.value)}, [&] {
    h.span({cls("knippe__nr")}, row.place);
    h.span({cls("resultat__tekst")}, [&] {
      h.span({cls("resultat__linje")}, [&] {
        h.b({spoken(s, key->language)}, key->short_name);
        h.span({cls("resultat__poeng")}, s.w.plural("common.points", row.points));
      });
      bar(h, row.percent);
      h.small(s.w.plural(by_persons ? "persons.result_chosen" : "participant.result.chosen", row.chosen_by));
    });
  });
}

void room_list(Writer& h, const Scene& s, const RankingResult& result) {
  section(h, "felles-h", s.w("participant.result.room"), result.by_persons ? s.w.number(static_cast<std::int64_t>(result.handed_in)) : s.w.format("participant.of", result.handed_in, result.groups), [&](Writer&) {
    h.ol({cls("resultat")}, [&] {
      for (std::size_t i = 0; i < result.top_size(); ++i) result_row(h, s, result.keys[i], result.by_persons);
    });
    h.p({cls("broedtekst")}, s.w.plural(result.by_persons ? "persons.result_handed_in" : "participant.result.handed_in", result.handed_in));
    if (result.agreement)
      h.p({cls("broedtekst")},
          s.w.format(result.by_persons ? "persons.agreement" : "participant.result.agreement", agreement_number(s.w, *result.agreement), result.places));
  });
}

void report_link(Writer& h, const Scene& s) {
  if (!s.workshop.published) return side_note(h, Icon::file_text, [&](Writer&) { h.text(s.w("participant.result.report_later")); });
  h.p({cls("luft")}, [&] {
    link_button(h, {.label = s.w("participant.see_report"), .id = "se-rapporten", .icon = Icon::file_text, .wide = true},
                Url::local("/resultater/" + to_base32(s.room.value)));
  });
}

void own_list(Writer& h, const Scene& s) {
  const domain::Sheet* sheet = s.workshop.sheet_of(s.group.number, s.workshop.counted_round());
  section(h, "vaar-h", s.w("participant.result.ours"), {}, [&](Writer&) {
    if (sheet && sheet->is_handed_in()) key_bunch(h, s, sheet->handed_in, "knippe--kort");
    else h.p({cls("ingenting")}, s.w("participant.rank.nothing_handed_in"));
  });
}

}  // namespace

void result_stage(Writer& h, const Scene& s) {
  h.h1({cls("dtittel")}, s.w("participant.result.title"));
  if (!s.workshop.ranking_is_visible()) {
    h.p({cls("dingress")}, s.w("participant.result.hidden"));
  } else if (s.workshop.counted_round() == 0) {
    h.p({cls("dingress")}, s.w("participant.result.nothing"));
  } else {
    room_list(h, s, result_of(s.workshop));
  }
  own_list(h, s);
  report_link(h, s);
}

}  // namespace knippe::views
