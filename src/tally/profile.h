#pragma once
// All ballots of one election, kept small: ballots of the same shape lie together, so that a strict top five over at most 255
// options takes five bytes and a counting pass runs over plain arrays. Order is not kept and never matters (anonymity).

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <variant>
#include <vector>

#include "tally/ballot.h"

namespace knippe::tally {

/// How many voters (or how much weight) a ballot stands for; at least 1. Sums stay below 2^62.
using Weight = std::int64_t;

/// What a ballot says of an option it does not name: nothing, or that it stands below all named ones, tied with the other unnamed.
enum class Unranked { ignored, last };

/// The sizes of a ballot's tiers, best first: {1,1,1} is a strict top three, {2,1} is A = B > C. No zero.
using Shape = std::vector<std::uint16_t>;

/// Ballots of one shape. `Cell` is std::uint8_t up to 255 options, else std::uint16_t.
template <class Cell>
struct Block {
  Shape shape;
  std::size_t length = 0;       ///< options named by each ballot: the sum of the shape
  std::vector<Cell> cells;      ///< `length` a ballot, tier after tier
  std::vector<Weight> weights;  ///< one a ballot; empty: each counts 1
  std::size_t count = 0;

  std::size_t size() const { return count; }
  std::span<const Cell> choices(std::size_t i) const { return {cells.data() + i * length, length}; }
  Weight weight(std::size_t i) const { return weights.empty() ? 1 : weights[i]; }
  bool is_strict() const { return shape.size() == length; }
};

/// One ballot as seen while walking; valid until the next one.
struct BallotView {
  std::span<const Option> choices;       ///< best first, tier after tier
  std::span<const std::uint16_t> shape;  ///< sums to choices.size()
  Weight weight = 1;
};

class Profile {
 public:
  using SmallBlocks = std::vector<Block<std::uint8_t>>;
  using WideBlocks = std::vector<Block<std::uint16_t>>;

  /// Options are 0 .. option_count - 1; at most 65,535.
  explicit Profile(std::size_t option_count);

  /// Adds a ballot. Options out of range or named twice, a weight below 1 or a shape that does not sum to the choices are our
  /// bugs (CHECK). A ballot that names nothing is kept: it counts in total().
  void add(std::span<const Option> choices, std::span<const std::uint16_t> shape, Weight weight = 1);
  /// The same for a strict ballot.
  void add(std::span<const Option> choices, Weight weight = 1);

  std::size_t option_count() const { return option_count_; }
  /// Ballots stored; one with weight 12 is one.
  std::size_t size() const { return size_; }
  /// The sum of the weights.
  Weight total() const { return total_; }
  /// Bytes used by the ballots themselves.
  std::size_t bytes() const;

  /// f(const Block<Cell>&) for each block: the fast way, f is instantiated for both cells.
  template <class F>
  void for_each_block(F&& f) const {
    std::visit([&](const auto& blocks) { for (const auto& block : blocks) f(block); }, blocks_);
  }
  /// f(const Block<Cell>&) for one block, in the order of for_each_block.
  template <class F>
  void with_block(std::size_t number, F&& f) const {
    std::visit([&](const auto& blocks) { f(blocks[number]); }, blocks_);
  }
  /// f(const BallotView&) for each ballot: the easy way.
  template <class F>
  void for_each(F&& f) const {
    std::vector<Option> choices;
    for_each_block([&](const auto& block) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        const auto cells = block.choices(i);
        choices.assign(cells.begin(), cells.end());
        f(BallotView{choices, block.shape, block.weight(i)});
      }
    });
  }

 private:
  std::size_t option_count_;
  std::size_t size_ = 0;
  Weight total_ = 0;
  std::variant<SmallBlocks, WideBlocks> blocks_;
  std::map<Shape, std::size_t> block_of_;
  static constexpr std::size_t no_block = ~std::size_t{0};
  std::vector<std::size_t> strict_block_;  ///< by length: the block of strict ballots, so that adding one looks nothing up
};

}  // namespace knippe::tally
