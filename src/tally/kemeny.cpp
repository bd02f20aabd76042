#include <array>

#include "tally/pairs.h"
#include "tally/places.h"

namespace knippe::tally {
namespace {

/// Options knotted together by circles and draws, best knot first. Each option beats every option of a later knot, so every best
/// order keeps the knots apart and each can be ordered alone.
Places knots(const Matrix& votes) {
  const std::size_t size = votes.size();
  std::vector<std::vector<bool>> reaches(size, std::vector<bool>(size));
  for (Option a = 0; a < size; ++a)
    for (Option b = 0; b < size; ++b) reaches[a][b] = votes.at(a, b) >= votes.at(b, a);
  for (Option via = 0; via < size; ++via)
    for (Option a = 0; a < size; ++a)
      if (reaches[a][via])
        for (Option b = 0; b < size; ++b) reaches[a][b] = reaches[a][b] || reaches[via][b];
  std::vector<std::ptrdiff_t> below(size);
  for (Option a = 0; a < size; ++a) below[a] = std::ranges::count(reaches[a], true);
  return places_by(size, [&](Option a, Option b) { return below[a] > below[b]; });
}

using Set = std::uint32_t;

/// Orders one knot by going through its subsets: best(S) is the most agreement an order can have that begins with the options of S.
class Knot {
 public:
  Knot(const Matrix& votes, std::span<const Option> options) : size_(options.size()), agreement_(size_ * size_) {
    for (std::size_t a = 0; a < size_; ++a)
      for (std::size_t b = 0; b < size_; ++b) agreement_[a * size_ + b] = votes.at(options[a], options[b]);
    for (std::size_t half = 0; half < 2; ++half) sum_half(half);
    find_best();
  }

  /// For each option those that stand before it in some best order.
  std::vector<Set> before() const {
    std::vector<Set> before(size_);
    std::vector<bool> is_on_best(best_.size());
    is_on_best.back() = true;
    for (Set set = static_cast<Set>(best_.size() - 1); set > 0; --set) {
      if (!is_on_best[set]) continue;
      for (std::size_t last = 0; last < size_; ++last) {
        if (!(set >> last & 1)) continue;
        const Set rest = set & ~(Set{1} << last);
        if (best_[rest] + gain(rest, last) != best_[set]) continue;
        is_on_best[rest] = true;
        before[last] |= rest;
      }
    }
    return before;
  }

 private:
  static constexpr std::size_t half_bits = most_for_kemeny / 2;
  static constexpr std::size_t half_size = std::size_t{1} << half_bits;

  /// Agreement with an option's standing above all of a set, for all sets of the lower or the upper half of the options.
  void sum_half(std::size_t half) {
    auto& sums = sums_[half];
    sums.resize(size_ * half_size);
    for (std::size_t option = 0; option < size_; ++option)
      for (std::size_t set = 1; set < half_size; ++set) {
        const auto lowest = static_cast<std::size_t>(__builtin_ctzll(set));
        const std::size_t other = half * half_bits + lowest;
        const Weight more = other < size_ ? agreement_[option * size_ + other] : 0;
        sums[option * half_size + set] = sums[option * half_size + (set & (set - 1))] + more;
      }
  }

  /// What an option adds that comes next after the options of a set: it stands above all others.
  Weight gain(Set set, std::size_t option) const {
    const Set others = ~set & ((Set{1} << size_) - 1);
    return sums_[0][option * half_size + (others & (half_size - 1))] + sums_[1][option * half_size + (others >> half_bits)];
  }

  void find_best() {
    best_.assign(std::size_t{1} << size_, -1);
    best_[0] = 0;
    for (Set set = 0; set + 1 < best_.size(); ++set)
      for (std::size_t next = 0; next < size_; ++next) {
        if (set >> next & 1) continue;
        Weight& best = best_[set | Set{1} << next];
        best = std::max(best, best_[set] + gain(set, next));
      }
  }

  std::size_t size_;
  std::vector<Weight> agreement_;  ///< with the row's standing above the column
  std::array<std::vector<Weight>, 2> sums_;
  std::vector<Weight> best_;
};

Places order_knot(const Matrix& votes, std::span<const Option> options) {
  const auto before = Knot(votes, options).before();
  auto places = places_unbeaten(options.size(), [&](Option a, Option b) { return (before[b] >> a & 1) && !(before[a] >> b & 1); });
  for (auto& place : places)
    for (Option& option : place) option = options[option];
  return places;
}

}  // namespace

Result<Outcome> kemeny(const Totals& totals, const Question& question) {
  Outcome outcome;
  outcome.rule = Rule::kemeny;
  outcome.pairwise = totals.pairwise(question.unranked);
  for (const auto& knot : knots(*outcome.pairwise)) {
    if (knot.size() > most_for_kemeny) return refuse("count.too_many_options", std::to_string(most_for_kemeny));
    for (auto& place : order_knot(*outcome.pairwise, knot)) outcome.places.push_back(std::move(place));
  }
  settle(outcome, question);
  return outcome;
}

}  // namespace knippe::tally
