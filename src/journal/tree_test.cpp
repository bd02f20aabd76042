#include "journal/tree.h"

#include <gtest/gtest.h>

#include <cstring>

#include "base/encoding.h"
#include "base/random.h"

namespace knippe::journal {
namespace {

Digest digest(std::string_view hex) {
  const auto bytes = from_hex(hex);
  Digest out{};
  if (bytes && bytes->size() == out.size()) std::memcpy(out.data(), bytes->data(), out.size());
  return out;
}

std::vector<Digest> digests(std::initializer_list<std::string_view> hex) {
  std::vector<Digest> out;
  for (const auto text : hex) out.push_back(digest(text));
  return out;
}

/// The eight leaves of the known answers published with google/certificate-transparency (Apache-2.0).
std::vector<Digest> known_leaves() {
  std::vector<Digest> leaves;
  for (const auto text :
       {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
    leaves.push_back(leaf_hash(*from_hex(text)));
  return leaves;
}

const auto known_roots = digests({"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"});

/// MTH straight from RFC 6962 §2.1, as the yardstick for everything else.
Digest defined_root(std::span<const Digest> leaves) {
  if (leaves.empty()) return sha256({});
  if (leaves.size() == 1) return leaves[0];
  std::size_t k = 1;
  while (k * 2 < leaves.size()) k *= 2;
  return node_hash(defined_root(leaves.first(k)), defined_root(leaves.subspan(k)));
}

std::vector<Digest> random_leaves(std::size_t count) {
  SeededRandom random(count + 1);
  std::vector<Digest> leaves(count);
  for (Digest& leaf : leaves) leaf = random.bytes<32>();
  return leaves;
}

TEST(Tree, KnownHashes) {
  EXPECT_EQ(to_hex(tree_root({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(leaf_hash(as_bytes("L123456"))), "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  const auto leaves = known_leaves();
  for (std::size_t n = 1; n <= leaves.size(); ++n)
    EXPECT_EQ(tree_root(std::span(leaves).first(n)), known_roots[n - 1]) << n;
}

TEST(Tree, KnownInclusionProofs) {
  const auto leaves = known_leaves();
  EXPECT_TRUE(inclusion_proof(std::span(leaves).first(1), 0).empty());
  EXPECT_EQ(inclusion_proof(leaves, 0), digests({"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                                 "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                                 "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
  EXPECT_EQ(inclusion_proof(leaves, 5), digests({"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                                                 "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                                 "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
  EXPECT_EQ(inclusion_proof(std::span(leaves).first(5), 1),
            digests({"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                     "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                     "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
}

TEST(Tree, KnownConsistencyProofs) {
  const auto leaves = known_leaves();
  EXPECT_TRUE(consistency_proof(std::span(leaves).first(1), 1).empty());
  EXPECT_EQ(consistency_proof(leaves, 6),
            digests({"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                     "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                     "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
  EXPECT_EQ(consistency_proof(std::span(leaves).first(5), 2),
            digests({"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                     "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
}

TEST(Tree, CompactRangeAgreesWithTheDefinitionAndSurvivesStorage) {
  const auto leaves = random_leaves(130);
  CompactRange range;
  for (std::size_t n = 0; n <= leaves.size(); ++n) {
    EXPECT_EQ(range.root(), defined_root(std::span(leaves).first(n))) << n;
    auto stored = CompactRange::from(n, range.bytes());
    ASSERT_TRUE(stored) << n;
    EXPECT_EQ(stored->root(), range.root());
    EXPECT_FALSE(CompactRange::from(2 * n + 1, range.bytes()));
    if (n < leaves.size()) range.add(leaves[n]);
  }
}

TEST(Tree, EveryInclusionProofHoldsAndNoneHoldsElsewhere) {
  for (std::size_t n = 1; n <= 33; ++n) {
    const auto leaves = random_leaves(n);
    const Digest root = defined_root(leaves);
    for (std::size_t i = 0; i < n; ++i) {
      auto proof = inclusion_proof(leaves, i);
      EXPECT_TRUE(verify_inclusion(leaves[i], i, n, proof, root));
      EXPECT_FALSE(verify_inclusion(leaves[i], n, n, proof, root));
      if (n > 1) EXPECT_FALSE(verify_inclusion(leaves[(i + 1) % n], i, n, proof, root));
      proof.push_back(root);
      EXPECT_FALSE(verify_inclusion(leaves[i], i, n, proof, root));
      proof.pop_back();
      for (Digest& step : proof) {
        step[7] ^= std::byte{4};
        EXPECT_FALSE(verify_inclusion(leaves[i], i, n, proof, root));
        step[7] ^= std::byte{4};
      }
    }
  }
}

TEST(Tree, EveryConsistencyProofHoldsAndNoAlteredOneDoes) {
  for (std::size_t n = 1; n <= 33; ++n) {
    const auto leaves = random_leaves(n);
    const Digest root = defined_root(leaves);
    for (std::size_t m = 1; m <= n; ++m) {
      Digest old_root = defined_root(std::span(leaves).first(m));
      auto proof = consistency_proof(leaves, m);
      EXPECT_TRUE(verify_consistency(m, old_root, n, root, proof)) << m << " of " << n;
      for (Digest& step : proof) {
        step[31] ^= std::byte{128};
        EXPECT_FALSE(verify_consistency(m, old_root, n, root, proof)) << m << " of " << n;
        step[31] ^= std::byte{128};
      }
      old_root[0] ^= std::byte{1};
      EXPECT_FALSE(verify_consistency(m, old_root, n, root, proof)) << m << " of " << n;
    }
    EXPECT_TRUE(verify_consistency(0, tree_root({}), n, root, {}));
  }
}

}  // namespace
}  // namespace knippe::journal
