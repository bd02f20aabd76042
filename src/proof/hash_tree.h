#pragma once
// A growing Merkle tree (RFC 6962 §2.1) with every full subtree's hash kept, level by level: 64 bytes a leaf. So a root of any earlier size
// and a proof cost as many hashes as the tree is high, not as many as it has leaves.

#include <cstdint>
#include <vector>

#include "base/digest.h"

namespace knippe::proof {

class HashTree {
 public:
  void add(const Digest& leaf);
  std::uint64_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }
  const Digest& leaf(std::uint64_t index) const { return levels_.front()[index]; }
  /// The tree's root when it had `size` leaves; size <= size().
  Digest root(std::uint64_t size) const;
  Digest root() const { return root(size()); }
  /// PATH(index, first `size` leaves); index < size <= size().
  std::vector<Digest> inclusion(std::uint64_t index, std::uint64_t size) const;
  /// PROOF(old_size, first `size` leaves); 0 < old_size <= size <= size().
  std::vector<Digest> consistency(std::uint64_t old_size, std::uint64_t size) const;
  /// Bytes held for hashes.
  std::uint64_t bytes() const;

 private:
  /// MTH of the leaves begin..end-1, where begin is a multiple of the smallest power of two >= end - begin.
  Digest hash(std::uint64_t begin, std::uint64_t end) const;

  std::vector<std::vector<Digest>> levels_;  ///< levels_[k][i]: the full subtree over leaves i·2^k ..
};

}  // namespace knippe::proof
