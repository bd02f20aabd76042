#include "tally/points.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"

namespace knippe::tally {
namespace {

void add(std::vector<Row>& rows, const Ballot& ballot, std::span<const int> points_per_place) {
  for (std::size_t place = 0; place < ballot.choices.size(); ++place) {
    CHECK(ballot.choices[place] < rows.size());
    Row& row = rows[ballot.choices[place]];
    ++row.chosen_by;
    if (place < points_per_place.size()) row.points += points_per_place[place];
  }
}

bool names_nothing_twice(const Ballot& ballot) {
  for (auto choice = ballot.choices.begin(); choice != ballot.choices.end(); ++choice)
    if (std::find(ballot.choices.begin(), choice, *choice) != choice) return false;
  return true;
}

/// `rows` are in order of points.
void give_places(std::vector<Row>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool shared = i > 0 && rows[i].points == rows[i - 1].points;
    rows[i].place = shared ? rows[i - 1].place : static_cast<std::int64_t>(i) + 1;
  }
}

}  // namespace

std::vector<Row> points(std::size_t option_count, std::span<const Ballot> ballots, std::span<const int> points_per_place) {
  std::vector<Row> rows(option_count);
  for (std::size_t i = 0; i < option_count; ++i) rows[i].option = static_cast<Option>(i);
  for (const Ballot& ballot : ballots) {
    CHECK(names_nothing_twice(ballot));
    add(rows, ballot, points_per_place);
  }
  std::ranges::sort(rows, [](const Row& a, const Row& b) {
    return std::tuple(-a.points, -a.chosen_by, a.option) < std::tuple(-b.points, -b.chosen_by, b.option);
  });
  give_places(rows);
  return rows;
}

}  // namespace knippe::tally
