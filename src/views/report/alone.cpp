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

constexpr MessageKey columns[] = {"report.col_key", "alone.groups_place", "alone.groups_points", "alone.persons_place", "alone.persons_points", "alone.persons_chose"};

/// A phone has no room for the heading of a column, so each number carries it.
void number_cell(Writer& h, const Paper& p, std::size_t column, std::string_view number) {
  h.td({cls("num"), data("navn", p.w(columns[column]))}, number);
}

void place_cells(Writer& h, const Paper& p, std::size_t column, std::int64_t place, std::int64_t points) {
  number_cell(h, p, column, points > 0 ? std::to_string(place) : std::string("–"));
  number_cell(h, p, column + 1, std::to_string(points));
}

void key_row(Writer& h, const Paper& p, const RankedKey& ranked, const tally::Row& persons) {
  const domain::Key& key = *p.workshop.find_key(ranked.key);
  h.tr([&] {
    h.th({scope("row")}, [&] {
      h.span({cls("rmerke")}, key.label);
      h.text(" ");
      h.span({spoken(p.w, p.workshop, key.language)}, key.short_name);
    });
    place_cells(h, p, 1, ranked.place, ranked.points);
    place_cells(h, p, 3, persons.place, persons.points);
    number_cell(h, p, 5, std::to_string(persons.chosen_by));
  });
}

void side_by_side(Writer& h, const Paper& p, const domain::AloneRound& alone) {
  const std::vector<tally::Row> persons = count_persons(p.workshop, alone);
  const RankingResult groups = result_of(p.workshop, p.result.round, Whose::groups);
  h.div({cls("rlister rlister--kort"), tabindex(0), role("region"), aria_labelledby("alene-tabell")}, [&] {
    h.table({cls("ds-table"), data("border"), data("size", "sm")}, [&] {
      h.caption({id("alene-tabell")}, p.w("alone.report_caption"));
      h.thead([&] {
        h.tr([&] {
          for (const MessageKey column : columns)
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
    if (p.workshop.may_show(*alone)) side_by_side(h, p, *alone);
    else h.p(p.w.format("alone.report_few", p.workshop.settings.persons_shown_from));
    if (p.workshop.settings.persons_count && !p.result.by_persons) h.p(p.w.format("persons.report_too_few", p.workshop.settings.persons_shown_from));
  });
}

}  // namespace knippe::views::report
