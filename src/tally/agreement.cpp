#include "tally/agreement.h"

#include <vector>

#include "base/check.h"

namespace knippe::tally {
namespace {

std::int64_t pairs_of(std::int64_t count) { return count * (count - 1) / 2; }

}  // namespace

std::optional<Overlap> agreement(std::size_t option_count, std::span<const Ballot> ballots) {
  if (ballots.size() < fewest_for_agreement) return std::nullopt;
  std::vector<std::int64_t> named(option_count);
  for (const Ballot& ballot : ballots)
    for (const Option choice : ballot.choices) {
      CHECK(choice < option_count);
      ++named[choice];
    }
  Overlap overlap{0, pairs_of(static_cast<std::int64_t>(ballots.size()))};
  for (const std::int64_t count : named) overlap.shared += pairs_of(count);
  return overlap;
}

std::optional<Number> mean_overlap(const Totals& totals, std::size_t k) {
  if (totals.total() < static_cast<Weight>(fewest_for_agreement)) return std::nullopt;
  std::vector<Weight> named(totals.option_count());
  for (const auto& [standing, weights] : totals.standings())
    for (Option option = 0; standing.first < k && option < named.size(); ++option) named[option] += weights[option];
  Number shared = 0;
  for (const Weight count : named) shared += Number(count) * (count - 1);
  return shared / (Number(totals.total()) * (totals.total() - 1));
}

}  // namespace knippe::tally
