#pragma once
// Rules that compare options two by two: a beats b when more ballots put a above b than b above a. `question.unranked` decides
// whether a named option stands above one that the ballot does not name.

#include "tally/count.h"

namespace knippe::tally {

/// A. H. Copeland 1951: victories less defeats; a draw counts nothing.
Outcome copeland(const Totals& totals, const Question& question);

/// P. B. Simpson 1969, G. H. Kramer 1977: the option whose worst defeat is smallest. An option's score is, the lower the better,
/// winning: the most votes against it in a defeat (0 when it has none);
/// margins: the largest margin against it (below 0 for one that beats all);
/// opposition: the most votes against it, in a defeat or not.
Outcome minimax_winning(const Totals& totals, const Question& question);
Outcome minimax_margins(const Totals& totals, const Question& question);
Outcome minimax_opposition(const Totals& totals, const Question& question);

/// M. Schulze 1997: the strength of a path is its weakest victory, of a pair its strongest path; a stands above b when its strongest path
/// to b is stronger than b's to a. A victory of w over l votes is as strong as w (winning), w - l (margins) or w/l (ratio; (w+1)/1
/// when l is 0). No path: 0. Places: repeatedly all a with path(a, b) ≥ path(b, a) for every remaining b. O(n³).
Outcome schulze_winning(const Totals& totals, const Question& question);
Outcome schulze_margins(const Totals& totals, const Question& question);
Outcome schulze_ratio(const Totals& totals, const Question& question);

/// T. N. Tideman 1987, here without a tie-breaker's ballot: victories are considered by winning votes (or margin), then fewer
/// opposing votes. Equal ones are taken together: each is locked unless it closes a circle with those locked and its equals.
/// Places: repeatedly all options that no remaining one is locked over.
Outcome ranked_pairs_winning(const Totals& totals, const Question& question);
Outcome ranked_pairs_margins(const Totals& totals, const Question& question);

/// J. Kemeny 1959, H. P. Young 1978: the order that agrees with most ballots over all pairs, exactly. Where several orders are best, a
/// stands above b when it does so in all of them, and places are what remains unbeaten, step by step.
/// Refused: `count.too_many_options` when more than `most_for_kemeny` options are knotted together; majorities without circles are
/// no effort however many there are.
inline constexpr std::size_t most_for_kemeny = 20;
Result<Outcome> kemeny(const Totals& totals, const Question& question);

}  // namespace knippe::tally
