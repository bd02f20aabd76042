#include "tally/concordance.h"

#include <algorithm>

#include "base/check.h"

namespace knippe::tally {
namespace {

/// How often a stands above b: cells[a * n + b].
std::vector<std::int64_t> pairs_above(std::size_t n, std::span<const Ballot> ballots) {
  std::vector<std::int64_t> cells(n * n);
  for (const Ballot& ballot : ballots)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j) ++cells[ballot.choices[i] * n + ballot.choices[j]];
  return cells;
}

Number mean_tau(std::size_t n, std::span<const Ballot> ballots) {
  const auto above = pairs_above(n, ballots);
  const auto m = static_cast<std::int64_t>(ballots.size());
  Number like_less_unlike = 0;
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = a + 1; b < n; ++b) {
      const std::int64_t one = above[a * n + b], other = above[b * n + a];
      like_less_unlike += one * (one - 1) / 2 + other * (other - 1) / 2 - one * other;
    }
  return like_less_unlike / (Number(m * (m - 1) / 2) * Number(n * (n - 1) / 2));
}

Number kendall_w(std::size_t n, std::span<const Ballot> ballots) {
  std::vector<std::int64_t> places(n);  // sums over the ballots
  for (const Ballot& ballot : ballots)
    for (std::size_t place = 0; place < n; ++place) places[ballot.choices[place]] += static_cast<std::int64_t>(place) + 1;
  const Number m = ballots.size();
  const Number mean = m * (n + 1) / 2;
  Number squares = 0;
  for (const std::int64_t sum : places) squares += (sum - mean) * (sum - mean);
  return 12 * squares / (m * m * (Number(n) * n * n - n));
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

std::optional<Concordance> concordance(std::size_t option_count, std::span<const Ballot> ballots) {
  if (option_count < 2 || ballots.size() < fewest_for_agreement) return std::nullopt;
  for (const Ballot& ballot : ballots) {
    for (const Option choice : ballot.choices) CHECK(choice < option_count);
    if (ballot.choices.size() != option_count) return std::nullopt;
  }
  return Concordance{kendall_w(option_count, ballots), mean_tau(option_count, ballots)};
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
