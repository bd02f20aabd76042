#include "tally/profile.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"

namespace knippe::tally {
namespace {

constexpr std::size_t small_options = 255;

bool is_valid(std::span<const Option> choices, std::size_t option_count) {
  for (auto choice = choices.begin(); choice != choices.end(); ++choice)
    if (*choice >= option_count || std::find(choices.begin(), choice, *choice) != choice) return false;
  return true;
}

template <class Cell>
void append(Block<Cell>& block, std::span<const Option> choices, Weight weight) {
  for (const Option choice : choices) block.cells.push_back(static_cast<Cell>(choice));
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
  const Shape strict(choices.size(), 1);
  add(choices, strict, weight);
}

std::size_t Profile::bytes() const {
  std::size_t bytes = 0;
  for_each_block([&](const auto& block) {
    bytes += block.cells.capacity() * sizeof(block.cells[0]) + block.weights.capacity() * sizeof(Weight);
  });
  return bytes;
}

}  // namespace knippe::tally
