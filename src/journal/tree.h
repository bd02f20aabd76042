#pragma once
// The Merkle tree of RFC 6962 §2.1 over a room's records: roots, inclusion proofs, consistency proofs. Knows digests
// only. Proofs are computed from all leaves, straight from the definitions.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace knippe::journal {

/// SHA-256(0x00 ‖ entry).
Digest leaf_hash(std::span<const std::byte> entry);
/// SHA-256(0x01 ‖ left ‖ right).
Digest node_hash(const Digest& left, const Digest& right);

/// MTH of RFC 6962 §2.1 over leaf hashes; of no leaves: SHA-256 of nothing.
Digest tree_root(std::span<const Digest> leaves);
/// PATH(index, leaves), §2.1.1; index < leaves.size().
std::vector<Digest> inclusion_proof(std::span<const Digest> leaves, std::size_t index);
/// PROOF(size, leaves), §2.1.2: that the first `size` leaves are a prefix; 0 < size <= leaves.size().
std::vector<Digest> consistency_proof(std::span<const Digest> leaves, std::size_t size);

/// Whether `leaf` is at `index` in a tree of `size` leaves with this root (RFC 9162 §2.1.3.2).
bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> proof,
                      const Digest& root);
/// Whether the tree (old_size, old_root) is a prefix of (new_size, new_root) (RFC 9162 §2.1.4.2). Every tree continues
/// the empty one.
bool verify_consistency(std::uint64_t old_size, const Digest& old_root, std::uint64_t new_size, const Digest& new_root,
                        std::span<const Digest> proof);

/// What is kept of a growing tree: the roots of its perfect subtrees from the left, largest first, one per bit set in
/// size().
class CompactRange {
 public:
  void add(const Digest& leaf);
  std::uint64_t size() const { return size_; }
  Digest root() const;
  /// The subtree roots, 32 bytes each.
  std::string_view bytes() const;
  /// nullopt when the number of bytes does not fit the size.
  static std::optional<CompactRange> from(std::uint64_t size, std::string_view bytes);

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> subtrees_;
};

}  // namespace knippe::journal
