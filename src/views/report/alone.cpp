// What people ranked alone, beside what their groups agreed on.

#include <algorithm>

#include "views/alone.h"
#include "views/components.h"
#include "views/report/parts.h"

namespace knippe::views::report {
namespace {

const tally::Row* row_of(const std::vector<tally::Row>& rows, KeyId key) {
  const auto found = std::ranges::find(rows, key.value - 1, &tally::Row::option);
  return found == rows.end() ? nullptr : &*found;
}

void place_cells(Writer& h, std::int64_t place, std::int64_t points) {
  h.td({cls("num")}, points > 0 ? std::to_string(place) : std::string("–"));
  h.td({cls("num")}, points);
}

void key_row(Writer& h, const Paper& p, const RankedKey& ranked, const tally::Row& persons) {
  const domain::Key& key = *p.workshop.find_key(ranked.key);
  h.tr([&] {
    h.th({scope("row")}, [&] {
      h.span({cls("rmerke")}, key.label);
      h.text(" ");
      h.span({spoken(p.w, p.workshop, key.language)}, key.short_name);
    });
    place_cells(h, ranked.place, ranked.points);
    place_cells(h, persons.place, persons.points);
    h.td({cls("num")}, persons.chosen_by);
  });
}

void side_by_side(Writer& h, const Paper& p, const domain::AloneRound& alone) {
  const std::vector<tally::Row> persons = count_persons(p.workshop, alone);
  const RankingResult groups = result_of(p.workshop, p.result.round, Whose::groups);
  h.div({cls("rlister"), tabindex(0), role("region"), aria_labelledby("alene-tabell")}, [&] {
    h.table({cls("ds-table"), data("border"), data("size", "sm")}, [&] {
      h.caption({id("alene-tabell")}, p.w("alone.report_caption"));
      h.thead([&] {
        h.tr([&] {
          for (const MessageKey column : {MessageKey("report.col_key"), MessageKey("alone.groups_place"), MessageKey("alone.groups_points"),
                                          MessageKey("alone.persons_place"), MessageKey("alone.persons_points"), MessageKey("alone.persons_chose")})
            h.th({scope("col")}, p.w(column));
        });
      });
      h.tbody([&] {
        for (const RankedKey& ranked : groups.keys)
          if (const tally::Row* row = row_of(persons, ranked.key); row && (ranked.points > 0 || row->points > 0)) key_row(h, p, ranked, *row);
      });
    });
  });
}

}  // namespace

void alone_and_together(Writer& h, const Paper& p) {
  const domain::AloneRound* alone = p.workshop.alone_of(p.result.round);
  if (!alone || alone->open || p.result.empty()) return;
  section(h, "alene-h", p.w("alone.report_heading"), [&](Writer&) {
    h.p({cls("pingress")}, p.w.plural(p.result.by_persons ? "persons.report_text" : "alone.report_text", static_cast<std::int64_t>(alone->ballots.size())));
    if (may_show_ballots(*alone)) side_by_side(h, p, *alone);
    else h.p(p.w("alone.report_few"));
    if (p.workshop.settings.persons_count && !p.result.by_persons) h.p(p.w("persons.report_too_few"));
  });
}

}  // namespace knippe::views::report
