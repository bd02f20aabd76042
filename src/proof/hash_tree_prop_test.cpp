// Laws of the kept tree: it agrees with the definitions of RFC 6962, honest heads are always consistent, and no proof survives a changed
// bit.

#include <gtest/gtest.h>

#include "base/random.h"
#include "journal/record.h"
#include "journal/tree.h"
#include "proof/hash_tree.h"

namespace knippe::proof {
namespace {

std::vector<Digest> random_leaves(std::size_t count, std::uint64_t seed) {
  SeededRandom random(seed);
  std::vector<Digest> leaves(count);
  for (Digest& leaf : leaves) leaf = random.bytes<32>();
  return leaves;
}

HashTree tree_of(std::span<const Digest> leaves) {
  HashTree tree;
  for (const Digest& leaf : leaves) tree.add(leaf);
  return tree;
}

void flip(Digest& digest, std::uint64_t bit) { digest[bit / 8 % 32] ^= static_cast<std::byte>(1 << bit % 8); }

TEST(HashTree, AgreesWithTheDefinitionsForEverySizeAndPlace) {
  const auto leaves = random_leaves(70, 1);
  const HashTree tree = tree_of(leaves);
  for (std::size_t size = 0; size <= leaves.size(); ++size) {
    const auto first = std::span(leaves).first(size);
    ASSERT_EQ(tree.root(size), journal::tree_root(first)) << size;
    for (std::size_t at = 0; at < size; ++at) ASSERT_EQ(tree.inclusion(at, size), journal::inclusion_proof(first, at)) << size << " " << at;
    for (std::size_t old = 1; old <= size; ++old) ASSERT_EQ(tree.consistency(old, size), journal::consistency_proof(first, old)) << size << " " << old;
  }
}

TEST(HashTree, AnyTwoHonestHeadsAreConsistent) {
  SeededRandom random(2);
  const HashTree tree = tree_of(random_leaves(3000, 3));
  for (int turn = 0; turn < 500; ++turn) {
    const std::uint64_t size = 1 + random.below(tree.size()), old = 1 + random.below(size);
    ASSERT_TRUE(journal::verify_consistency(old, tree.root(old), size, tree.root(size), tree.consistency(old, size)));
    const std::uint64_t at = random.below(size);
    ASSERT_TRUE(journal::verify_inclusion(tree.leaf(at), at, size, tree.inclusion(at, size), tree.root(size)));
  }
}

TEST(HashTree, NoProofSurvivesAChangedBit) {
  SeededRandom random(4);
  const HashTree tree = tree_of(random_leaves(777, 5));
  for (int turn = 0; turn < 300; ++turn) {
    const std::uint64_t size = 2 + random.below(tree.size() - 1), at = random.below(size);
    auto proof = tree.inclusion(at, size);
    Digest leaf = tree.leaf(at), root = tree.root(size);
    const std::uint64_t bit = random.below((proof.size() + 2) * 256), which = bit / 256;
    flip(which < proof.size() ? proof[which] : which == proof.size() ? leaf : root, bit);
    ASSERT_FALSE(journal::verify_inclusion(leaf, at, size, proof, root)) << size << " " << at << " bit " << bit;
  }
  for (int turn = 0; turn < 300; ++turn) {
    const std::uint64_t size = 2 + random.below(tree.size() - 1), old = 1 + random.below(size - 1);
    auto proof = tree.consistency(old, size);
    Digest old_root = tree.root(old), new_root = tree.root(size);
    const std::uint64_t bit = random.below((proof.size() + 2) * 256), which = bit / 256;
    flip(which < proof.size() ? proof[which] : which == proof.size() ? old_root : new_root, bit);
    ASSERT_FALSE(journal::verify_consistency(old, old_root, size, new_root, proof)) << old << " " << size << " bit " << bit;
  }
}

TEST(HashTree, ErasingBodiesInAnyOrderChangesNoLeaf) {
  // A leaf hashes the envelope, which holds the commitment only: there is nothing of a body for an erasure to take away.
  journal::Event event{RoomId{7}, Seq{1}, "NoteWorded", Instant{5}, "phone:1", {}, {}, "{\"text\":\"hei\"}", journal::Salt{}};
  event.commitment = journal::commitment(*event.salt, *event.body);
  const Digest whole = journal::leaf_hash(event);
  event.body.reset();
  event.salt.reset();
  EXPECT_EQ(journal::leaf_hash(event), whole);
}

}  // namespace
}  // namespace knippe::proof
