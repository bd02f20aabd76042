// Public probes with their verdicts (tests/proof/README.md): the Merkle proofs of transparency-dev/merkle and the Ed25519 edge cases of
// C2SP/CCTV.

#include <gtest/gtest.h>

#include <bit>
#include <boost/json.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>

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

bool consistency_holds(const json::value& probe, const char* old_size, const char* new_size) {
  Digest old_root, new_root;
  std::vector<Digest> proof;
  return digest_of(probe.at("root1"), old_root) && digest_of(probe.at("root2"), new_root) && digests_of(probe.at("proof"), proof) &&
         journal::verify_consistency(number(probe, old_size), old_root, number(probe, new_size), new_root, proof);
}

/// A subtree begins at a multiple of the power of two that its width fits in.
bool is_aligned(std::uint64_t start, std::uint64_t end) {
  return start < end && (start == 0 || (end - start <= std::uint64_t{1} << 63 && start % std::bit_ceil(end - start) == 0));
}

/// What we say of a probe; nothing where it asks for a proof that our logs do not give.
std::optional<bool> holds(std::string_view kind, const json::value& probe) {
  if (kind == "inclusion") return inclusion_holds(probe, 0, number(probe, "treeSize"));
  if (kind == "consistency") return consistency_holds(probe, "size1", "size2");
  const std::uint64_t start = number(probe, "start"), end = number(probe, "end");
  if (kind == "subtreeinclusion") return is_aligned(start, end) && inclusion_holds(probe, start, end);
  if (!is_aligned(start, end)) return false;
  if (start > 0) return std::nullopt;
  return consistency_holds(probe, "end", "size");  // a subtree from 0 is the log as it was
}

TEST(Probes, EveryMerkleProofHasTheVerdictItsAuthorsGave) {
  std::map<std::string, int> tried;
  for (const json::value& probe : lines_of("tests/proof/merkle_probes.jsonl")) {
    const std::string kind(probe.at("kind").as_string());
    const auto said = holds(kind, probe);
    ASSERT_TRUE(said) << probe.at("name");
    EXPECT_EQ(*said, !probe.at("wantErr").as_bool()) << probe.at("name") << " " << probe.at("desc");
    ++tried[kind];
  }
  EXPECT_EQ(tried["subtreeconsistency"], 45);
  EXPECT_EQ(tried["inclusion"] + tried["consistency"] + tried["subtreeinclusion"], 210);
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Larger suites lie outside the repository; the test says so where they do not.
const std::filesystem::path suites = "../shared/data/merkle_signatures";

/// Checks each vector; how many were accepted and refused.
std::pair<int, int> check_edges(const std::vector<json::value>& probes) {
  int accepted = 0, refused = 0;
  for (const json::value& probe : probes) {
    PublicKey key;
    Signature signature;
    EXPECT_TRUE(take(from_hex(probe.at("key").as_string()), key) && take(from_hex(probe.at("sig").as_string()), signature));
    bool edge = false;
    if (const json::array* flags = probe.at("flags").if_array())
      for (const json::value& flag : *flags)
        edge = edge || (flag != "low_order_component_A" && flag != "low_order_component_R");
    const bool good = verify(key, probe.at("msg").as_string(), signature);
    EXPECT_EQ(good, !edge) << json::serialize(probe);
    ++(good ? accepted : refused);
  }
  return {accepted, refused};
}

TEST(Probes, Ed25519EdgeCasesAreRefusedWhereSignersAndVerifiersCouldDisagree) {
  const auto [accepted, refused] = check_edges(lines_of("tests/proof/ed25519_edges.jsonl"));
  EXPECT_GE(accepted, 2);
  EXPECT_GE(refused, 60);
}

TEST(Probes, TheWholeSuiteOfEd25519EdgeCases) {
  const auto file = suites / "ed25519" / "cctv_ed25519vectors.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not here: only tests/proof/ed25519_edges.jsonl was tried";
  const json::value all = json::parse(content_of(file));
  const auto [accepted, refused] = check_edges({all.as_array().begin(), all.as_array().end()});
  EXPECT_EQ(accepted + refused, 914);
}

TEST(Probes, WycheproofsEd25519) {
  const auto file = suites / "wycheproof" / "ed25519_test.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not here: no vector of Wycheproof was tried";
  int tried = 0;
  for (const json::value& group : json::parse(content_of(file)).at("testGroups").as_array()) {
    PublicKey key;
    ASSERT_TRUE(take(from_hex(group.at("publicKey").at("pk").as_string()), key));
    for (const json::value& probe : group.at("tests").as_array()) {
      Signature signature;
      const auto message = from_hex(probe.at("msg").as_string());
      const bool good = message && take(from_hex(probe.at("sig").as_string()), signature) && verify(key, as_text(*message), signature);
      EXPECT_EQ(good, probe.at("result") == "valid") << json::serialize(probe);
      ++tried;
    }
  }
  EXPECT_GT(tried, 0);
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
