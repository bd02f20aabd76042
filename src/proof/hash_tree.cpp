#include "proof/hash_tree.h"

#include <algorithm>
#include <bit>

#include "base/check.h"
#include "journal/tree.h"

namespace knippe::proof {
namespace {

using journal::node_hash;

/// The largest power of two below n; n > 1.
std::uint64_t split_point(std::uint64_t n) { return std::bit_floor(n - 1); }

}  // namespace

void HashTree::add(const Digest& leaf) {
  Digest hash = leaf;
  for (std::size_t level = 0;; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    auto& row = levels_[level];
    row.push_back(hash);
    if (row.size() % 2 != 0) return;
    hash = node_hash(row[row.size() - 2], row.back());
  }
}

Digest HashTree::hash(std::uint64_t begin, std::uint64_t end) const {
  const std::uint64_t width = end - begin;
  if (std::has_single_bit(width)) return levels_[static_cast<std::size_t>(std::countr_zero(width))][begin / width];
  const std::uint64_t middle = begin + split_point(width);
  return node_hash(hash(begin, middle), hash(middle, end));
}

Digest HashTree::root(std::uint64_t size) const {
  CHECK(size <= this->size());
  return size == 0 ? sha256({}) : hash(0, size);
}

std::vector<Digest> HashTree::inclusion(std::uint64_t index, std::uint64_t size) const {
  CHECK(index < size && size <= this->size());
  std::vector<Digest> proof;
  std::uint64_t begin = 0, end = size;
  while (end - begin > 1) {
    const std::uint64_t middle = begin + split_point(end - begin);
    const bool in_left = index < middle;
    proof.push_back(in_left ? hash(middle, end) : hash(begin, middle));
    (in_left ? end : begin) = middle;
  }
  std::ranges::reverse(proof);
  return proof;
}

std::vector<Digest> HashTree::consistency(std::uint64_t old_size, std::uint64_t size) const {
  CHECK(old_size > 0 && old_size <= size && size <= this->size());
  std::vector<Digest> proof;
  std::uint64_t begin = 0, end = size;
  bool known = true;  // the old tree is exactly begin..end so far
  while (old_size != end) {
    const std::uint64_t middle = begin + split_point(end - begin);
    if (old_size <= middle) {
      proof.push_back(hash(middle, end));
      end = middle;
    } else {
      proof.push_back(hash(begin, middle));
      begin = middle;
      known = false;
    }
  }
  if (!known) proof.push_back(hash(begin, end));
  std::ranges::reverse(proof);
  return proof;
}

std::uint64_t HashTree::bytes() const {
  std::uint64_t bytes = 0;
  for (const auto& row : levels_) bytes += row.capacity() * sizeof(Digest);
  return bytes;
}

}  // namespace knippe::proof
