#pragma once
// Rules that count in rounds: an option goes out (or is elected and hands on what it does not need), and its ballots move to
// the next option they name. Ballots are touched only when they move.
//
// Conventions of all of them, where the literature leaves room:
// - A ballot whose next tier holds several remaining options is split equally among them, as exact fractions (Scottish: each
//   share cut to five decimals). A tier keeps its ballot until none of its options remains.
// - A ballot that names no remaining option is exhausted. With Unranked::last it stands equally with all that remain instead.
// - Options tied for exclusion: first an earlier round where the rule's statute says so (Scottish); then the lot, whose last
//   goes out first; without a lot they go out together and share a place. Where that would leave a seat empty they share the
//   last seats, so that there are more winners than seats. Outcome.ties has each case.
// - Outcome.places: the elected in order of election (IRV, Coombs: the last that remains), then the others by reverse
//   exclusion; options that were never excluded come after the elected, by their votes.

#include "tally/count.h"

namespace knippe::tally {

/// Instant runoff: the option with the fewest votes goes out. `elected` stands in the first round where an option has more
/// than half of the votes not exhausted; the rounds after it only order the others.
Outcome irv(const Profile& profile, const Question& question);

/// Coombs: as instant runoff, but the option that stands last on most ballots goes out, until an option has more than half of the
/// first places; from then on it stays and the rounds only order the others. Round.votes are first places, Round.lasts
/// last places. With Unranked::ignored a ballot has a last place only while it names two or more tiers of what remains: a
/// lone favourite is not also a last.
Outcome coombs(const Profile& profile, const Question& question);

/// Bucklin: votes of the first places, then of the second added, and so on, until an option has more than half of all ballots.
/// Places: by the round in which an option gets there, then by its votes in that round; those that never do by all their votes.
/// A tier of n options gives each 1/n of a vote in each of its n places. Round.votes are the sums so far.
Outcome bucklin(const Totals& totals, const Question& question);

/// Single transferable vote, weighted inclusive Gregory, as the Scottish Local Government Elections Order 2007 (rules 45 to 52,
/// docs/counting.md) says: quota floor(valid / (seats + 1)) + 1; the largest surplus first; every ballot of a pile goes on at
/// surplus × its value / votes of the pile, cut to five decimals; ties by the last earlier round where they differ, then by lot.
/// What is cut off counts as exhausted.
Outcome stv_scottish(const Profile& profile, const Question& question);

/// Weighted inclusive Gregory with exact rationals. Droop: quota floor(valid / (seats + 1)) + 1; Hare: valid / seats, not rounded.
/// `question.decimals` > 0 cuts the value of ballots to so many decimals.
Outcome stv_droop(const Profile& profile, const Question& question);
Outcome stv_hare(const Profile& profile, const Question& question);

/// Meek (B. L. Meek 1969; Hill, Wichmann, Woodall 1987): each elected option keeps the part of every vote that holds it at the quota.
/// In fixed decimals (`question.decimals`; 0: nine): keep factors are rounded up, what is kept of a ballot and what it hands on are cut, so that
/// there are never more votes than ballots. The quota is
/// votes not exhausted / (seats + 1), cut, and one unit more. Surpluses are handed on until their sum is at most a millionth of a
/// vote or falls no more; differences at an exclusion that are no larger than that sum are ties. A tier hands on what its
/// remaining options do not keep to the next tier. Rounds are those in which an option is elected or excluded.
Outcome stv_meek(const Profile& profile, const Question& question);

}  // namespace knippe::tally
