#include <algorithm>
#include <utility>

#include "tally/elimination.h"
#include "tally/rounds.h"

namespace knippe::tally {
namespace {

/// Votes in units of the last decimal; a sum of 2^62 votes of nine decimals, times a keep factor, stays below 2^127.
__extension__ using Units = __int128;
constexpr int most_decimals = 9;

Number as_number(Units units, std::int64_t one) {
  return Number(boost::multiprecision::cpp_int(units), boost::multiprecision::cpp_int(one));
}

template <class Integer>
Integer divided_up(Integer a, Integer b) { return (a + b - 1) / b; }

/// One count of all ballots with the keep factors as they are.
class MeekCount {
 public:
  MeekCount(const Profile& profile, Unranked unranked, std::int64_t one, const std::vector<std::int64_t>& keep)
      : unranked_(unranked), one_(one), keep_(keep), sums_(keep.size()) {
    profile.for_each_block([&](const auto& block) {
      for (std::size_t i = 0; i < block.size(); ++i) add(block.choices(i), block.shape, block.weight(i));
    });
  }
  const std::vector<Units>& sums() const { return sums_; }

 private:
  template <class Cell>
  void add(std::span<const Cell> choices, const Shape& shape, Weight weight) {
    std::int64_t power = one_;
    std::size_t at = 0;
    for (const std::size_t size : shape) {
      power = give(choices.subspan(at, size), power, weight);
      if (power == 0) return;
      at += size;
    }
    if (unranked_ == Unranked::ignored) return;
    unnamed_.clear();
    for (Option option = 0; option < keep_.size(); ++option)
      if (!holds(choices, option)) unnamed_.push_back(option);
    give(std::span<const Option>(unnamed_), power, weight);
  }

  /// What the tier hands on of `power`.
  template <class Cell>
  std::int64_t give(std::span<const Cell> tier, std::int64_t power, Weight weight) {
    const auto remaining = std::ranges::count_if(tier, [&](Cell option) { return keep_[option] > 0; });
    if (remaining == 0) return power;
    const std::int64_t share = power / remaining;
    std::int64_t left = 0;
    for (const Cell option : tier) {
      if (keep_[option] == 0) continue;
      sums_[option] += Units{share * keep_[option] / one_} * weight;
      left += share * (one_ - keep_[option]) / one_;
    }
    return left;
  }

  Unranked unranked_;
  std::int64_t one_;
  const std::vector<std::int64_t>& keep_;
  std::vector<Units> sums_;
  std::vector<Option> unnamed_;
};

class Meek {
 public:
  Meek(const Profile& profile, const Question& question) : profile_(profile), question_(question) {
    outcome_.rule = Rule::stv_meek;
    const int decimals = question.decimals > 0 ? std::min(question.decimals, most_decimals) : most_decimals;
    for (int i = 0; i < decimals; ++i) one_ *= 10;
    omega_ = std::max<std::int64_t>(one_ / 1'000'000, 1);
    keep_.assign(profile.option_count(), one_);
    for (Option option = 0; option < keep_.size(); ++option) open_.push_back(option);
  }

  Outcome count() && {
    while (seats_left() > 0 && !open_.empty()) {
      const bool is_elected = settle();
      if (seats_left() == 0) break;
      if (open_.size() <= seats_left()) elect(open_);
      else if (!is_elected) exclude();
    }
    finish();
    return std::move(outcome_);
  }

 private:
  std::size_t seats_left() const { return elected_.size() >= question_.seats ? 0 : question_.seats - elected_.size(); }

  void look_at_ballots() {
    sums_ = MeekCount(profile_, question_.unranked, one_, keep_).sums();
    Units sum = 0;
    for (const Units votes : sums_) sum += votes;
    residual_ = Units{profile_.total()} * one_ - sum;
    quota_ = sum / static_cast<Units>(question_.seats + 1) + 1;
    surplus_ = 0;
    for (const Option option : elected_) surplus_ += std::max<Units>(0, sums_[option] - quota_);
  }

  /// Until an option reaches the quota (true), or the surpluses are handed on as far as the decimals go.
  bool settle() {
    Units before = Units{profile_.total()} * one_;
    while (true) {
      look_at_ballots();
      std::vector<Option> reached;
      std::ranges::copy_if(open_, std::back_inserter(reached), [&](Option option) { return sums_[option] >= quota_; });
      if (!reached.empty() || surplus_ <= omega_ || surplus_ >= before) {
        begin_round();
        elect(reached);
        return !reached.empty();
      }
      before = surplus_;
      for (const Option option : elected_) keep_[option] = new_keep(option);
    }
  }

  std::int64_t new_keep(Option option) const {
    if (sums_[option] == 0) return keep_[option];
    const Units held = divided_up<Units>(keep_[option] * quota_, one_);
    return static_cast<std::int64_t>(std::min<Units>(one_, divided_up<Units>(held * one_, sums_[option])));
  }

  void begin_round() {
    Round& round = outcome_.rounds.emplace_back();
    for (const Units votes : sums_) round.votes.push_back(as_number(votes, one_));
    for (const std::int64_t keep : keep_) round.keep.push_back(as_number(keep, one_));
    round.exhausted = as_number(residual_, one_);
    round.quota = as_number(quota_, one_);
  }

  void elect(std::vector<Option> options) {
    while (!options.empty()) {
      const auto equal = most(options, outcome_.rounds.back().votes);
      for (const auto& group : ranked(equal, question_.ties, false, TieBreak::About::election, outcome_)) elect_together(group);
      std::erase_if(options, [&](Option option) { return holds(equal, option); });
    }
  }

  void elect_together(const std::vector<Option>& group) {
    Round& round = outcome_.rounds.back();
    round.elected.insert(round.elected.end(), group.begin(), group.end());
    elected_.insert(elected_.end(), group.begin(), group.end());
    outcome_.places.push_back(group);
    std::erase_if(open_, [&](Option option) { return holds(group, option); });
  }

  /// Differences smaller than the surplus not yet handed on are none.
  std::vector<Option> lowest() const {
    std::vector<Option> lowest;
    const Units least = sums_[*std::ranges::min_element(open_, {}, [&](Option option) { return sums_[option]; })];
    std::ranges::copy_if(open_, std::back_inserter(lowest), [&](Option option) { return sums_[option] <= least + surplus_; });
    return lowest;
  }

  void exclude() {
    const auto out = ranked(lowest(), question_.ties, false, TieBreak::About::exclusion, outcome_).back();
    if (open_.size() - out.size() < seats_left()) return share_last_seats(out);
    outcome_.rounds.back().excluded = out;
    excluded_.push_back(out);
    for (const Option option : out) keep_[option] = 0;
    std::erase_if(open_, [&](Option option) { return holds(out, option); });
  }

  void share_last_seats(const std::vector<Option>& equal) {
    auto ahead = open_;
    std::erase_if(ahead, [&](Option option) { return holds(equal, option); });
    elect(ahead);
    elect_together(equal);
  }

  void finish() {
    for (const auto& place : outcome_.places) outcome_.winners.insert(outcome_.winners.end(), place.begin(), place.end());
    while (!open_.empty()) {
      const auto next = most(open_, outcome_.rounds.back().votes);
      outcome_.places.push_back(next);
      std::erase_if(open_, [&](Option option) { return holds(next, option); });
    }
    outcome_.places.insert(outcome_.places.end(), excluded_.rbegin(), excluded_.rend());
  }

  const Profile& profile_;
  const Question& question_;
  Outcome outcome_;
  std::int64_t one_ = 1, omega_ = 1;
  std::vector<std::int64_t> keep_;
  std::vector<Units> sums_;
  Units residual_ = 0, quota_ = 0, surplus_ = 0;
  std::vector<Option> open_, elected_;
  Places excluded_;  ///< in order of exclusion
};

}  // namespace

Outcome stv_meek(const Profile& profile, const Question& question) { return Meek(profile, question).count(); }

}  // namespace knippe::tally
