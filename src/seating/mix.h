#pragma once
// Mixed tables: each attribute's values spread as evenly as they will go, sizes differing by at most one. A maximally diverse grouping
// problem (NP-hard), so: a stratified deal, then exchanges of pairs while they help, from several starts (docs/decisions/0011-mixed-tables.md); a hall so
// small that every seating can be looked at gets the best there is. Whole numbers
// and a fixed number of looks, no clock: the same list, seed and number of tables give the same tables, in whatever order the list came.

#include <cstdint>
#include <vector>

#include "seating/people.h"

namespace knippe::seating {

/// The table (from 0) of each person, in the list's order.
using Seats = std::vector<int>;

/// `tables` is at least 1 and at most the number of people.
Seats mix(const People& people, int tables, std::uint64_t seed);
/// A deal by lot, for comparing.
Seats draw(const People& people, int tables, std::uint64_t seed);

/// How uneven it is: Σ over attributes, their known values v and tables t of (N·c − n·s)², where N is the number of people, n of those
/// with v, s of those at t, c of those with v at t. 0: every table is the hall in small.
std::int64_t unevenness(const People& people, const Seats& seats, int tables);
/// No seating with tables of these sizes is more even: each value by itself, spread as evenly as it goes.
std::int64_t unevenness_min(const People& people, int tables);
/// Of 25 deals by lot, the one in the middle.
std::int64_t unevenness_by_lot(const People& people, int tables);

/// One value of an attribute, over the tables.
struct Spread {
  std::string value;
  int people = 0;
  int least = 0, most = 0;            ///< at a table
  int least_best = 0, most_best = 0;  ///< what an even spread would give
  bool is_best() const { return least >= least_best && most <= most_best; }
};
/// Per attribute its known values, in order.
std::vector<std::vector<Spread>> spreads(const People& people, const Seats& seats, int tables);

}  // namespace knippe::seating
