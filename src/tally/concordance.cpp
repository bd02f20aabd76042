#include "tally/concordance.h"

#include <algorithm>
#include <map>

#include "tally/decimals.h"

namespace knippe::tally {
namespace {

using Whole = boost::multiprecision::cpp_int;

/// Sum over the ballots of +1 where a stands above b and -1 where below, by a · n + b for a < b.
using Leanings = std::vector<std::int64_t>;

/// By the pairs that a ballot puts one above the other: all that tie as much lie together.
using ByStrictPairs = std::map<std::size_t, Leanings>;

std::size_t pairs_of(std::size_t n) { return n * (n - 1) / 2; }

ByStrictPairs leanings(const Totals& totals) {
  const std::size_t n = totals.option_count();
  const Matrix above = totals.pairwise(Unranked::ignored);
  Leanings sums(n * n);
  for (Option a = 0; a < n; ++a)
    for (Option b = a + 1; b < n; ++b) sums[a * n + b] = above.at(a, b) - above.at(b, a);
  return {{pairs_of(n), std::move(sums)}};
}

ByStrictPairs leanings(const Profile& profile) {
  const std::size_t n = profile.option_count();
  ByStrictPairs by_pairs;
  profile.for_each([&](const BallotView& ballot) {
    std::size_t strict = pairs_of(n), first = 0;
    for (const std::uint16_t size : ballot.shape) strict -= pairs_of(size);
    Leanings& sums = by_pairs[strict];
    sums.resize(n * n);
    for (const std::uint16_t size : ballot.shape) {
      const std::size_t below = first + size;
      for (; first < below; ++first)
        for (std::size_t j = below; j < n; ++j) {
          const Option a = ballot.choices[first], b = ballot.choices[j];
          if (a < b) sums[a * n + b] += ballot.weight;
          else sums[b * n + a] -= ballot.weight;
        }
    }
  });
  return by_pairs;
}

/// Σ over pairs of options of (Σ over ballots of their leaning / √(strict pairs))². Each ballot with itself adds 1 to it, each two add twice
/// their τ-b.
Number squares(const ByStrictPairs& by_pairs) {
  const auto& [strict, sums] = *by_pairs.begin();
  Whole sum = 0;
  if (by_pairs.size() == 1) {
    for (const std::int64_t each : sums) sum += Whole(each) * each;
    return Number(sum, strict);
  }
  static const Whole unit = boost::multiprecision::pow(Whole(10), 30);
  std::vector<Whole> all(sums.size());
  for (const auto& [pairs, each] : by_pairs) {
    const Whole part = boost::multiprecision::sqrt(Whole(unit * unit / pairs));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += part * each[i];
  }
  for (const Whole& each : all) sum += each * each;
  return Number(sum, unit * unit);
}

Number mean_tau(const ByStrictPairs& by_pairs, Weight ballots) {
  const Number m = ballots, tau = (squares(by_pairs) - m) / (m * (m - 1));
  if (by_pairs.size() == 1) return tau;
  return tau < 0 ? Number(-cut_to(-tau, 9)) : cut_to(tau, 9);
}

/// Places are those of the middle of a tier; all sums are doubled, so that they are whole.
Number kendall_w(const Totals& totals) {
  const std::size_t n = totals.option_count();
  std::vector<Whole> places(n);
  Whole ties = 0;
  for (const auto& [standing, weights] : totals.standings())
    for (Option option = 0; option < n; ++option) {
      places[option] += Whole(weights[option]) * (2u * standing.first + standing.size + 1u);
      ties += Whole(weights[option]) * (std::uint64_t{standing.size} * standing.size - 1);
    }
  const Whole m = totals.total();
  Whole squares = 0;
  for (const Whole& sum : places) squares += (sum - m * (n + 1)) * (sum - m * (n + 1));
  return Number(3 * squares, m * m * (Whole(n) * n * n - n) - m * ties);
}

using Set = std::uint32_t;

std::int64_t in_common(const Ballot& a, const Ballot& b) {
  return std::ranges::count_if(a.choices, [&](Option option) { return std::ranges::find(b.choices, option) != b.choices.end(); });
}

/// For each set of ballots what it is worth as one group: its pairs' options in common less the mean, times the number of pairs.
std::vector<std::int64_t> worth_together(std::span<const Ballot> ballots, const Overlap& overlap) {
  std::vector<std::int64_t> worth(std::size_t{1} << ballots.size());
  for (Set set = 1; set < worth.size(); ++set) {
    const auto first = static_cast<std::size_t>(__builtin_ctz(set));
    const Set rest = set & (set - 1);
    worth[set] = worth[rest];
    for (std::size_t other = first + 1; other < ballots.size(); ++other)
      if (rest >> other & 1) worth[set] += overlap.pairs * in_common(ballots[first], ballots[other]) - overlap.shared;
  }
  return worth;
}

/// For each set the group of its first ballot in a best split of it.
std::vector<Set> best_groups(const std::vector<std::int64_t>& worth) {
  std::vector<std::int64_t> best(worth.size());
  std::vector<Set> group(worth.size());
  for (Set set = 1; set < worth.size(); ++set) {
    const Set first = set & (~set + 1), rest = set ^ first;
    Set others = rest;
    best[set] = worth[set];
    group[set] = set;
    while (others != 0) {
      others = (others - 1) & rest;
      const Set together = first | others;
      const std::int64_t sum = worth[together] + best[set ^ together];
      if (sum > best[set]) best[set] = sum, group[set] = together;
    }
  }
  return group;
}

}  // namespace

std::optional<Concordance> concordance(const Profile& profile, const Totals& totals) {
  const std::size_t n = profile.option_count();
  const bool is_complete = totals.lengths().size() == 1 && totals.lengths().begin()->first == n;
  if (n < 2 || totals.total() < static_cast<Weight>(fewest_for_agreement) || !is_complete) return std::nullopt;
  const bool has_ties = std::ranges::any_of(totals.standings(), [](const auto& each) { return each.first.size > 1; });
  const auto by_pairs = has_ties ? leanings(profile) : leanings(totals);
  if (by_pairs.begin()->first == 0) return std::nullopt;
  return Concordance{kendall_w(totals), mean_tau(by_pairs, totals.total())};
}

std::optional<Concordance> concordance(std::size_t option_count, std::span<const Ballot> ballots) {
  Profile profile(option_count);
  for (const Ballot& ballot : ballots) profile.add(ballot.choices);
  return concordance(profile, Totals(profile));
}

std::optional<std::vector<std::vector<std::size_t>>> clusters(std::size_t option_count, std::span<const Ballot> ballots) {
  const auto overlap = agreement(option_count, ballots);
  if (!overlap || ballots.size() > most_for_clusters) return std::nullopt;
  const auto group = best_groups(worth_together(ballots, *overlap));
  std::vector<std::vector<std::size_t>> found;
  for (Set left = static_cast<Set>(group.size() - 1); left != 0; left ^= group[left]) {
    auto& members = found.emplace_back();
    for (std::size_t ballot = 0; ballot < ballots.size(); ++ballot)
      if (group[left] >> ballot & 1) members.push_back(ballot);
  }
  return found;
}

}  // namespace knippe::tally
