#include "tally/profile.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/check.h"

namespace knippe::tally {
namespace {

constexpr std::size_t small_options = 255;

/// In range and none twice; one bit for each option.
template <class Bits>
bool is_valid(std::span<const Option> choices, std::size_t option_count, Bits& seen) {
  for (const Option choice : choices) {
    if (choice >= option_count) return false;
    const std::uint64_t bit = std::uint64_t{1} << (choice % 64);
    if (seen[choice / 64] & bit) return false;
    seen[choice / 64] |= bit;
  }
  return true;
}

bool is_valid(std::span<const Option> choices, std::size_t option_count) {
  if (option_count <= small_options) {
    std::array<std::uint64_t, 4> seen{};
    return is_valid(choices, option_count, seen);
  }
  std::vector<std::uint64_t> seen(option_count / 64 + 1);
  return is_valid(choices, option_count, seen);
}

template <class Cell>
void append(Block<Cell>& block, std::span<const Option> choices, Weight weight) {
  const std::size_t before = block.cells.size(), room = block.cells.capacity();
  if (room < before + choices.size()) block.cells.reserve(std::max(before + choices.size(), room + room / 2));  // half empty at most a third
  block.cells.resize(before + choices.size());
  for (std::size_t i = 0; i < choices.size(); ++i) block.cells[before + i] = static_cast<Cell>(choices[i]);
  if (weight != 1 && block.weights.empty()) block.weights.assign(block.count, 1);
  if (weight != 1 || !block.weights.empty()) block.weights.push_back(weight);
  ++block.count;
}

}  // namespace

Profile::Profile(std::size_t option_count) : option_count_(option_count) {
  CHECK(option_count <= 65'535);
  if (option_count > small_options) blocks_ = WideBlocks{};
}

void Profile::add(std::span<const Option> choices, std::span<const std::uint16_t> shape, Weight weight) {
  CHECK(weight >= 1);
  CHECK(is_valid(choices, option_count_));
  CHECK(std::ranges::find(shape, 0) == shape.end());
  CHECK(std::accumulate(shape.begin(), shape.end(), std::size_t{0}) == choices.size());
  std::visit(
      [&](auto& blocks) {
        const auto [at, is_new] = block_of_.try_emplace(Shape(shape.begin(), shape.end()), blocks.size());
        if (is_new) {
          auto& block = blocks.emplace_back();
          block.shape = at->first;
          block.length = choices.size();
        }
        append(blocks[at->second], choices, weight);
      },
      blocks_);
  ++size_;
  total_ += weight;
}

void Profile::add(std::span<const Option> choices, Weight weight) {
  const std::size_t length = choices.size();
  if (length >= strict_block_.size() || strict_block_[length] == no_block) {
    const Shape strict(length, 1);
    add(choices, strict, weight);
    if (length >= strict_block_.size()) strict_block_.resize(length + 1, no_block);
    strict_block_[length] = block_of_.at(strict);
    return;
  }
  CHECK(weight >= 1);
  CHECK(is_valid(choices, option_count_));
  std::visit([&](auto& blocks) { append(blocks[strict_block_[length]], choices, weight); }, blocks_);
  ++size_;
  total_ += weight;
}

std::size_t Profile::bytes() const {
  std::size_t bytes = 0;
  for_each_block([&](const auto& block) {
    bytes += block.cells.capacity() * sizeof(block.cells[0]) + block.weights.capacity() * sizeof(Weight);
  });
  return bytes;
}

}  // namespace knippe::tally
