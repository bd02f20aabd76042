#pragma once
// Everything about the ballots that the positional and pairwise rules need, in one pass over them, and kept up to date ballot by
// ballot in a live room: O(k·m) for a ballot of k choices over m options at most. The ballots themselves are not needed any more.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "tally/profile.h"

namespace knippe::tally {

/// A square table of votes, row over column: at(a, b) is the weight of ballots that put a above b.
class Matrix {
 public:
  Matrix() = default;
  explicit Matrix(std::size_t size) : size_(size), cells_(size * size) {}
  std::size_t size() const { return size_; }
  Weight& at(Option a, Option b) { return cells_[a * size_ + b]; }
  Weight at(Option a, Option b) const { return cells_[a * size_ + b]; }
  bool operator==(const Matrix&) const = default;

 private:
  std::size_t size_ = 0;
  std::vector<Weight> cells_;
};

/// Where an option stands in a ballot: the ballot names `length` options; the option's tier begins at place `first` (from 0) and
/// holds `size` options.
struct Standing {
  std::uint16_t length = 0, first = 0, size = 1;
  auto operator<=>(const Standing&) const = default;
};

class Totals {
 public:
  explicit Totals(std::size_t option_count);
  explicit Totals(const Profile& profile);

  /// Counts a ballot in, or takes it out again (it must have been counted in: our bug otherwise, CHECK).
  void add(const BallotView& ballot);
  void remove(const BallotView& ballot);

  std::size_t option_count() const { return option_count_; }
  Weight total() const { return total_; }
  /// Ballots that name the option.
  Weight named(Option option) const { return named_[option]; }
  /// By standing: weight by option.
  const std::map<Standing, std::vector<Weight>>& standings() const { return standings_; }
  /// Weight of the ballots that name so many options.
  const std::map<std::uint16_t, Weight>& lengths() const { return lengths_; }
  /// Preferences among options that the ballot names both, or with Unranked::last also of a named over an unnamed one.
  Matrix pairwise(Unranked unranked) const;

  bool operator==(const Totals&) const = default;

 private:
  std::vector<Weight>& standing(const Standing& standing);
  template <std::size_t K, class Cell>
  bool count_paired(const Block<Cell>& block);
  template <class Tables>
  void take(const Tables& tables);
  template <class Cell>
  void count_singly(const Block<Cell>& block);
  template <class Cell>
  void count_pairs(std::span<const Cell> choices, std::span<const std::uint16_t> shape, Weight weight,
                   std::span<Weight* const> standing_at);
  void change(const BallotView& ballot, Weight weight);
  bool holds(const BallotView& ballot) const;
  void forget_empty(const BallotView& ballot);

  std::size_t option_count_;
  Weight total_ = 0;
  std::vector<Weight> named_;
  std::map<Standing, std::vector<Weight>> standings_;
  std::map<std::uint16_t, Weight> lengths_;
  Matrix above_;  ///< a named above b, both named
  Matrix tied_;   ///< a and b named in one tier (symmetric)
};

}  // namespace knippe::tally
