#pragma once
// Rules that give points for places: a ballot gives an option the points of the place where it stands there. Options tied in a
// tier get the mean of the points of the places they hold together, as an exact fraction. With Unranked::last all options a
// ballot does not name are one more, last tier; with Unranked::ignored they get nothing from it.

#include "tally/count.h"

namespace knippe::tally {

/// `question.points`, and 0 beyond them. 5-4-3-2-1 is a truncated Borda count.
Outcome points(const Totals& totals, const Question& question);

/// The same of strict ballots as a list: one row for every option, best first. Equal points share a place: the number of ballots that name an
/// option never breaks a tie. It only orders the listing among equals (more ballots first, then the lower index). Options out of range and
/// options named twice are our bugs (CHECK).
std::vector<Row> points(std::size_t option_count, std::span<const Ballot> ballots, std::span<const int> points_per_place);

/// J.-C. de Borda 1784: N points for the first of N options, N-1 for the second, … 1 for the last. N is the number of all options,
/// however few a ballot names. (Counting N-1 … 0 instead gives the same places when all ballots are complete.)
Outcome borda(const Totals& totals, const Question& question);

/// One point for the first place: options tied there get a fraction each.
Outcome plurality(const Totals& totals, const Question& question);

/// One point each for the named options whose tier begins within the first `question.approved` places (a tier is approved as a whole,
/// with no fractions), or for all named options when that is 0. What a ballot does not name it never approves.
Outcome approval(const Totals& totals, const Question& question);

}  // namespace knippe::tally
