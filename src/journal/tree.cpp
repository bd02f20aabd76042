#include "journal/tree.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/check.h"

namespace knippe::journal {
namespace {

constexpr std::byte leaf_prefix[] = {std::byte{0}};
constexpr std::byte node_prefix[] = {std::byte{1}};

/// The largest power of two below n; n > 1.
std::size_t split_point(std::size_t n) { return std::bit_floor(n - 1); }

void subproof(std::span<const Digest> leaves, std::size_t size, bool known, std::vector<Digest>& proof) {
  if (size == leaves.size()) {
    if (!known) proof.push_back(tree_root(leaves));
    return;
  }
  const std::size_t k = split_point(leaves.size());
  if (size <= k) {
    subproof(leaves.first(k), size, known, proof);
    proof.push_back(tree_root(leaves.subspan(k)));
  } else {
    subproof(leaves.subspan(k), size - k, false, proof);
    proof.push_back(tree_root(leaves.first(k)));
  }
}

bool is_odd(std::uint64_t n) { return (n & 1) != 0; }

}  // namespace

Digest leaf_hash(std::span<const std::byte> entry) { return sha256({leaf_prefix, entry}); }
Digest node_hash(const Digest& left, const Digest& right) { return sha256({node_prefix, left, right}); }

Digest tree_root(std::span<const Digest> leaves) {
  CompactRange range;
  for (const Digest& leaf : leaves) range.add(leaf);
  return range.root();
}

std::vector<Digest> inclusion_proof(std::span<const Digest> leaves, std::size_t index) {
  CHECK(index < leaves.size());
  if (leaves.size() == 1) return {};
  const std::size_t k = split_point(leaves.size());
  const bool in_left = index < k;
  auto proof = in_left ? inclusion_proof(leaves.first(k), index) : inclusion_proof(leaves.subspan(k), index - k);
  proof.push_back(tree_root(in_left ? leaves.subspan(k) : leaves.first(k)));
  return proof;
}

std::vector<Digest> consistency_proof(std::span<const Digest> leaves, std::size_t size) {
  CHECK(size > 0 && size <= leaves.size());
  std::vector<Digest> proof;
  subproof(leaves, size, true, proof);
  return proof;
}

bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> proof,
                      const Digest& root) {
  if (index >= size) return false;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Digest hash = leaf;
  for (const Digest& other : proof) {
    if (last == 0) return false;
    if (is_odd(node) || node == last) {
      hash = node_hash(other, hash);
      while (!is_odd(node) && node != 0) node >>= 1, last >>= 1;
    } else {
      hash = node_hash(hash, other);
    }
    node >>= 1, last >>= 1;
  }
  return last == 0 && hash == root;
}

bool verify_consistency(std::uint64_t old_size, const Digest& old_root, std::uint64_t new_size, const Digest& new_root,
                        std::span<const Digest> proof) {
  if (old_size > new_size) return false;
  if (old_size == 0) return proof.empty() && old_root == tree_root({});
  if (old_size == new_size) return proof.empty() && old_root == new_root;
  std::uint64_t node = old_size - 1;
  std::uint64_t last = new_size - 1;
  while (is_odd(node)) node >>= 1, last >>= 1;
  // An old tree that is one perfect subtree is its own first step and is left out of the proof.
  if (node != 0 && proof.empty()) return false;
  Digest old_hash = node == 0 ? old_root : proof[0];
  Digest new_hash = old_hash;
  for (const Digest& other : node == 0 ? proof : proof.subspan(1)) {
    if (last == 0) return false;
    if (is_odd(node) || node == last) {
      old_hash = node_hash(other, old_hash);
      new_hash = node_hash(other, new_hash);
      while (!is_odd(node) && node != 0) node >>= 1, last >>= 1;
    } else {
      new_hash = node_hash(new_hash, other);
    }
    node >>= 1, last >>= 1;
  }
  return last == 0 && old_hash == old_root && new_hash == new_root;
}

void CompactRange::add(const Digest& leaf) {
  Digest hash = leaf;
  for (std::uint64_t full = size_; is_odd(full); full >>= 1) {
    hash = node_hash(subtrees_.back(), hash);
    subtrees_.pop_back();
  }
  subtrees_.push_back(hash);
  ++size_;
}

Digest CompactRange::root() const {
  if (subtrees_.empty()) return sha256({});
  Digest hash = subtrees_.back();
  for (std::size_t i = subtrees_.size() - 1; i > 0; --i) hash = node_hash(subtrees_[i - 1], hash);
  return hash;
}

std::string_view CompactRange::bytes() const { return as_text(std::as_bytes(std::span(subtrees_))); }

std::optional<CompactRange> CompactRange::from(std::uint64_t size, std::string_view bytes) {
  if (bytes.size() != static_cast<std::size_t>(std::popcount(size)) * sizeof(Digest)) return std::nullopt;
  CompactRange range;
  range.size_ = size;
  range.subtrees_.resize(bytes.size() / sizeof(Digest));
  if (!bytes.empty()) std::memcpy(range.subtrees_.data(), bytes.data(), bytes.size());
  return range;
}

}  // namespace knippe::journal
