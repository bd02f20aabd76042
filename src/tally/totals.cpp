#include "tally/totals.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace knippe::tally {
namespace {

/// 32-bit counters for strict, unweighted ballots of one length K, ten increments for a top five. Each place occurs in one of the
/// pairs (0,1), (2,3), … and, where K is odd, (0, K-1): these have tables of their own, whose margins count the places.
template <std::size_t K>
struct PairTables {
  static constexpr std::size_t places = K;
  static constexpr std::size_t marked = K / 2 + K % 2;
  static constexpr std::size_t table_of(std::size_t i, std::size_t j) {
    if (i % 2 == 0 && j == i + 1) return i / 2;
    if (K % 2 == 1 && i == 0 && j == K - 1) return K / 2;
    return marked;
  }
  explicit PairTables(std::size_t options) : options(options), counts((marked + 1) * options * options) {}

  template <class Cell>
  void count(const Cell* ballot) {
    const std::size_t table = options * options;
#pragma unroll
    for (std::size_t i = 0; i + 1 < K; ++i) {
      std::uint32_t* row = counts.data() + ballot[i] * options;
#pragma unroll
      for (std::size_t j = i + 1; j < K; ++j) ++row[table_of(i, j) * table + ballot[j]];
    }
  }
  std::uint32_t at(std::size_t table, std::size_t a, std::size_t b) const {
    return counts[(table * options + a) * options + b];
  }

  std::size_t options;
  std::vector<std::uint32_t> counts;
};

constexpr std::size_t longest_paired = 8;
constexpr std::size_t counters_hold = 0xFFFF'FFFF;

}  // namespace

Totals::Totals(std::size_t option_count)
    : option_count_(option_count), named_(option_count), above_(option_count), tied_(option_count) {}

Totals::Totals(const Profile& profile) : Totals(profile.option_count()) {
  profile.for_each_block([&](const auto& block) {
    const bool is_worth_tables = block.size() * block.length >= option_count_ * option_count_;
    if (!block.is_strict() || !block.weights.empty() || !is_worth_tables || !count_paired<2>(block)) count_singly(block);
  });
}

std::vector<Weight>& Totals::standing(const Standing& standing) {
  auto& weights = standings_[standing];
  weights.resize(option_count_);
  return weights;
}

/// False when no table fits ballots of that length.
template <std::size_t K, class Cell>
bool Totals::count_paired(const Block<Cell>& block) {
  if constexpr (K > longest_paired) {
    return false;
  } else {
    if (block.length != K) return count_paired<K + 1>(block);
    for (std::size_t from = 0; from < block.size(); from += counters_hold) {
      PairTables<K> tables(option_count_);
      const std::size_t until = std::min(block.size(), from + counters_hold);
      for (std::size_t i = from; i < until; ++i) tables.count(block.cells.data() + i * K);
      take(tables);
    }
    lengths_[K] += static_cast<Weight>(block.size());
    total_ += static_cast<Weight>(block.size());
    return true;
  }
}

template <class Tables>
void Totals::take(const Tables& tables) {
  constexpr auto length = static_cast<std::uint16_t>(Tables::places);
  for (std::size_t table = 0; table <= Tables::marked; ++table)
    for (Option a = 0; a < option_count_; ++a)
      for (Option b = 0; b < option_count_; ++b) above_.at(a, b) += tables.at(table, a, b);
  for (std::uint16_t place = 0; place < length; ++place) {
    auto& weights = standing({length, place, 1});
    const bool is_better = place % 2 == 0 && place + 1 < length;  // of its pair
    for (Option a = 0; a < option_count_; ++a)
      for (Option b = 0; b < option_count_; ++b) {
        weights[is_better ? a : b] += tables.at(place / 2u, a, b);
        named_[is_better ? a : b] += tables.at(place / 2u, a, b);
      }
  }
}

/// Any ballots: one after the other.
template <class Cell>
void Totals::count_singly(const Block<Cell>& block) {
  std::vector<Weight*> standing_at;  // by tier
  std::size_t first = 0;
  for (const std::uint16_t size : block.shape) {
    standing_at.push_back(
        standing({static_cast<std::uint16_t>(block.length), static_cast<std::uint16_t>(first), size}).data());
    first += size;
  }
  Weight sum = 0;
  for (std::size_t i = 0; i < block.size(); ++i) {
    sum += block.weight(i);
    count_pairs(block.choices(i), std::span(block.shape), block.weight(i), standing_at);
  }
  lengths_[static_cast<std::uint16_t>(block.length)] += sum;
  total_ += sum;
}

template <class Cell>
void Totals::count_pairs(std::span<const Cell> choices, std::span<const std::uint16_t> shape, Weight weight,
                         std::span<Weight* const> standing_at) {
  std::size_t first = 0;
  for (std::size_t tier = 0; tier < shape.size(); ++tier) {
    const std::size_t after = first + shape[tier];
    for (std::size_t i = first; i < after; ++i) {
      named_[choices[i]] += weight;
      standing_at[tier][choices[i]] += weight;
      for (std::size_t j = first; j < after; ++j)
        if (j != i) tied_.at(choices[i], choices[j]) += weight;
      for (std::size_t j = after; j < choices.size(); ++j) above_.at(choices[i], choices[j]) += weight;
    }
    first = after;
  }
}

void Totals::change(const BallotView& ballot, Weight weight) {
  const auto length = static_cast<std::uint16_t>(ballot.choices.size());
  std::vector<Weight*> standing_at;
  std::uint16_t first = 0;
  for (const std::uint16_t size : ballot.shape) {
    standing_at.push_back(standing({length, first, size}).data());
    first = static_cast<std::uint16_t>(first + size);
  }
  count_pairs(ballot.choices, ballot.shape, weight, standing_at);
  lengths_[length] += weight;
  total_ += weight;
}

void Totals::add(const BallotView& ballot) {
  CHECK(ballot.weight >= 1);
  for (const Option choice : ballot.choices) CHECK(choice < option_count_);
  change(ballot, ballot.weight);
}

void Totals::remove(const BallotView& ballot) {
  CHECK(holds(ballot));
  change(ballot, -ballot.weight);
  forget_empty(ballot);
}

/// As far as totals can tell: so much weight stands where the ballot stands.
bool Totals::holds(const BallotView& ballot) const {
  const auto length = static_cast<std::uint16_t>(ballot.choices.size());
  const auto of_length = lengths_.find(length);
  if (of_length == lengths_.end() || of_length->second < ballot.weight) return false;
  std::uint16_t first = 0;
  for (const std::uint16_t size : ballot.shape) {
    const auto at = standings_.find({length, first, size});
    if (at == standings_.end()) return false;
    for (const Option choice : ballot.choices.subspan(first, size))
      if (choice >= option_count_ || at->second[choice] < ballot.weight) return false;
    first = static_cast<std::uint16_t>(first + size);
  }
  return true;
}

/// What nothing stands in any more is left out, so that equal ballots have equal totals.
void Totals::forget_empty(const BallotView& ballot) {
  const auto length = static_cast<std::uint16_t>(ballot.choices.size());
  if (lengths_[length] == 0) lengths_.erase(length);
  std::uint16_t first = 0;
  for (const std::uint16_t size : ballot.shape) {
    const auto at = standings_.find({length, first, size});
    if (std::ranges::all_of(at->second, [](Weight weight) { return weight == 0; })) standings_.erase(at);
    first = static_cast<std::uint16_t>(first + size);
  }
}

Matrix Totals::pairwise(Unranked unranked) const {
  if (unranked == Unranked::ignored) return above_;
  Matrix last(option_count_);
  for (Option a = 0; a < option_count_; ++a)
    for (Option b = 0; b < option_count_; ++b)
      if (a != b) last.at(a, b) = named_[a] - above_.at(b, a) - tied_.at(a, b);
  return last;
}

}  // namespace knippe::tally
