// Public probes with their verdicts (tests/proof/README.md): the Merkle proofs of transparency-dev/merkle and the Ed25519 edge cases of
// C2SP/CCTV.

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstring>
#include <fstream>

#include "base/encoding.h"
#include "journal/tree.h"
#include "proof/ed25519.h"
#include "proof/hash_tree.h"

namespace knippe::proof {
namespace {

namespace json = boost::json;

std::vector<json::value> lines_of(const char* path) {
  std::ifstream in(path);
  std::vector<json::value> values;
  for (std::string line; std::getline(in, line);) values.push_back(json::parse(line));
  return values;
}

template <std::size_t N>
bool take(const std::optional<std::vector<std::byte>>& bytes, std::array<std::byte, N>& out) {
  if (!bytes || bytes->size() != N) return false;
  std::memcpy(out.data(), bytes->data(), N);
  return true;
}

bool digest_of(const json::value& base64, Digest& out) { return base64.is_string() && take(from_base64(base64.as_string()), out); }

/// False when a hash is not 32 bytes: then the proof is wrong whatever it is for.
bool digests_of(const json::value& list, std::vector<Digest>& out) {
  if (list.is_null()) return true;
  for (const json::value& each : list.as_array())
    if (!digest_of(each, out.emplace_back())) return false;
  return true;
}

std::uint64_t number(const json::value& probe, const char* name) { return probe.at(name).to_number<std::uint64_t>(); }

bool inclusion_holds(const json::value& probe, std::uint64_t start, std::uint64_t end) {
  Digest leaf, root;
  std::vector<Digest> proof;
  const std::uint64_t index = number(probe, "leafIdx");
  return digest_of(probe.at("leafHash"), leaf) && digest_of(probe.at("root"), root) && digests_of(probe.at("proof"), proof) &&
         index >= start && journal::verify_inclusion(leaf, index - start, end - start, proof, root);
}

bool consistency_holds(const json::value& probe) {
  Digest old_root, new_root;
  std::vector<Digest> proof;
  return digest_of(probe.at("root1"), old_root) && digest_of(probe.at("root2"), new_root) && digests_of(probe.at("proof"), proof) &&
         journal::verify_consistency(number(probe, "size1"), old_root, number(probe, "size2"), new_root, proof);
}

TEST(Probes, EveryMerkleProofHasTheVerdictItsAuthorsGave) {
  std::size_t tried = 0;
  for (const json::value& probe : lines_of("tests/proof/merkle_probes.jsonl")) {
    const std::string kind(probe.at("kind").as_string());
    if (kind == "subtreeconsistency") continue;  // a proof that our logs do not give
    bool holds = false;
    if (kind == "inclusion") holds = inclusion_holds(probe, 0, number(probe, "treeSize"));
    if (kind == "consistency") holds = consistency_holds(probe);
    if (kind == "subtreeinclusion") {
      const std::uint64_t start = number(probe, "start"), end = number(probe, "end");
      // A subtree begins at a multiple of the power of two that its width fits in.
      const bool is_aligned = start == 0 || (start < end && end - start <= std::uint64_t{1} << 63 && start % std::bit_ceil(end - start) == 0);
      holds = start < end && is_aligned && inclusion_holds(probe, start, end);
    }
    EXPECT_EQ(holds, !probe.at("wantErr").as_bool()) << probe.at("name") << " " << probe.at("desc");
    ++tried;
  }
  EXPECT_EQ(tried, 210u);
}

TEST(Probes, Ed25519EdgeCasesAreRefusedWhereSignersAndVerifiersCouldDisagree) {
  std::size_t accepted = 0, refused = 0;
  for (const json::value& probe : lines_of("tests/proof/ed25519_edges.jsonl")) {
    PublicKey key;
    Signature signature;
    ASSERT_TRUE(take(from_hex(probe.at("key").as_string()), key) && take(from_hex(probe.at("sig").as_string()), signature));
    bool edge = false;
    if (const json::array* flags = probe.at("flags").if_array())
      for (const json::value& flag : *flags)
        edge = edge || (flag != "low_order_component_A" && flag != "low_order_component_R");
    const bool holds = verify(key, probe.at("msg").as_string(), signature);
    EXPECT_EQ(holds, !edge) << json::serialize(probe);
    ++(holds ? accepted : refused);
  }
  EXPECT_GE(accepted, 2u);
  EXPECT_GE(refused, 60u);
}

TEST(Probes, Rfc6962KnownAnswers) {
  std::ifstream in("tests/proof/rfc6962.json");
  const json::value known = json::parse(std::string{std::istreambuf_iterator<char>(in), {}});
  HashTree tree;
  EXPECT_EQ(to_hex(tree.root()), known.at("empty_root").as_string());
  std::vector<std::string> roots;
  for (const json::value& input : known.at("leaf_inputs_hex").as_array()) {
    tree.add(journal::leaf_hash(*from_hex(input.as_string())));
    roots.push_back(to_hex(tree.root()));
    EXPECT_EQ(roots.back(), known.at("roots_after_n_leaves").at(roots.size() - 1).as_string());
  }
  for (std::size_t n = 1; n <= roots.size(); ++n) EXPECT_EQ(to_hex(tree.root(n)), roots[n - 1]);
  for (const json::value& path : known.at("audit_paths").as_array()) {
    const auto leaf = number(path, "leaf_1based"), size = number(path, "snapshot");
    if (leaf == 0 || leaf > size) continue;
    const auto proof = tree.inclusion(leaf - 1, size);
    ASSERT_EQ(proof.size(), path.at("path").as_array().size());
    for (std::size_t i = 0; i < proof.size(); ++i) EXPECT_EQ(to_hex(proof[i]), path.at("path").at(i).as_string());
  }
  for (const json::value& known_proof : known.at("consistency_proofs").as_array()) {
    const auto proof = tree.consistency(number(known_proof, "snapshot1"), number(known_proof, "snapshot2"));
    ASSERT_EQ(proof.size(), known_proof.at("proof").as_array().size());
    for (std::size_t i = 0; i < proof.size(); ++i) EXPECT_EQ(to_hex(proof[i]), known_proof.at("proof").at(i).as_string());
  }
}

}  // namespace
}  // namespace knippe::proof
