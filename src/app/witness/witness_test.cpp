// A server that shows one log today and another tomorrow, against a witness.

#include "app/witness/witness.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "base/encoding.h"
#include "base/random.h"
#include "base/text.h"
#include "proof/checkpoint.h"
#include "proof/hash_tree.h"
#include "proof/keys.h"
#include "store/testing.h"
#include "store/whole_file.h"

namespace knippe::app {
namespace {

struct Served {
  SeededRandom random{3};
  proof::KeyPair key{random.bytes<32>()};
  proof::KeyList keys = proof::first_key(key, Instant{1'000});
  std::string origin = "knippe.example.no/rom/0000000000007";
  proof::HashTree tree;
  bool listed = true, there = true;

  void grow(int records) {
    for (int i = 0; i < records; ++i) tree.add(random.bytes<32>());
  }
  Fetch fetch() {
    return [this](const std::string& target) -> Result<std::string> {
      if (target == "/.well-known/knippe-keys") return proof::write_keys(keys);
      if (target == "/logg") return listed ? R"({"format":"knippe-logs-1","logs":[{"room":"0000000000007"}]})" : R"({"format":"knippe-logs-1","logs":[]})";
      if (there && target == "/logg/0000000000007/hode") return proof::sign_checkpoint({origin, tree.size(), tree.root()}, key);
      if (there && target.starts_with("/logg/0000000000007/samsvar?fra=")) {
        const std::string_view sizes = std::string_view(target).substr(32);
        const auto from = parse_number(sizes.substr(0, sizes.find('&'))), to = parse_number(sizes.substr(sizes.find('=') + 1));
        if (!from || !to || *from > *to || *to > tree.size()) return fail(ErrorKind::not_found, "client.unreachable");
        std::string lines;
        for (const Digest& hash : tree.consistency(*from, *to)) lines += to_base64(hash) + "\n";
        return lines;
      }
      return fail(ErrorKind::not_found, "client.unreachable");
    };
  }
};

class WitnessTest : public ::testing::Test {
 protected:
  WitnessTest() { server.grow(5); }
  /// The kinds of alarm of one look, joined.
  std::string look(const std::string& trusted = "") {
    const auto seen = witness_once(server.fetch(), folder / "state", trusted, Instant{1'800'000'000'000});
    if (!seen) return "error " + seen.error().message_key;
    std::string kinds;
    for (const Alarm& alarm : seen->alarms) kinds += alarm.what + ";";
    return kinds;
  }
  Served server;
  store::testing::TemporaryFolder folder;
};

TEST_F(WitnessTest, IsSilentWhileTheLogGrows) {
  for (int turn = 0; turn < 5; ++turn) {
    EXPECT_EQ(look(), "");
    server.grow(turn * 3);
  }
  EXPECT_EQ(look(), "");
}

TEST_F(WitnessTest, ShoutsAtARollback) {
  ASSERT_EQ(look(), "");
  proof::HashTree shorter;
  for (std::uint64_t i = 0; i < 4; ++i) shorter.add(server.tree.leaf(i));
  server.tree = shorter;
  EXPECT_EQ(look(), "rollback;");
  EXPECT_EQ(look(), "rollback;") << "it does not get used to it";
}

TEST_F(WitnessTest, ShoutsAtAForkOfTheSameSizeAndOfALargerOne) {
  ASSERT_EQ(look(), "");
  Served other;
  other.random = SeededRandom{99};
  other.grow(5);
  server.tree = other.tree;
  EXPECT_EQ(look(), "fork;");
  server.grow(10);
  EXPECT_EQ(look(), "fork;");
  EXPECT_TRUE(std::filesystem::exists(folder / "state" / "0000000000007.alarm-1")) << "the proof is kept";
}

TEST_F(WitnessTest, ShoutsWhenALogIsGoneButNotWhenItIsOnlyUnlisted) {
  ASSERT_EQ(look(), "");
  server.listed = false;
  EXPECT_EQ(look(), "") << "a room taken off the list keeps its log";
  server.there = false;
  EXPECT_EQ(look(), "gone;");
}

TEST_F(WitnessTest, ShoutsAtASwappedKeyAndFollowsARotation) {
  ASSERT_EQ(look(), "");
  const proof::KeyPair next(server.random.bytes<32>());
  proof::rotate(server.keys, server.key, next, Instant{2'000});
  server.key = next;
  server.grow(1);
  EXPECT_EQ(look(), "");
  const proof::KeyPair stranger(server.random.bytes<32>());
  server.keys = proof::first_key(stranger, Instant{3'000});
  server.key = stranger;
  EXPECT_EQ(look(), "swapped key;");
}

TEST_F(WitnessTest, ShoutsWhenAnotherKeySignsThanTheListSays) {
  ASSERT_EQ(look(), "");
  server.key = proof::KeyPair(server.random.bytes<32>());
  server.grow(1);
  EXPECT_EQ(look(), "bad signature;");
}

TEST_F(WitnessTest, TrustsAKeyThatWasGotElsewhere) {
  EXPECT_EQ(look(to_base64(server.key.public_key())), "");
  EXPECT_EQ(look(to_base64(proof::KeyPair(Digest{}).public_key())), "swapped key;");
}

TEST_F(WitnessTest, AServerOutOfReachIsNoAlarm) {
  const Fetch dead = [](const std::string&) -> Result<std::string> { return fail(ErrorKind::unavailable, "client.unreachable"); };
  EXPECT_FALSE(witness_once(dead, folder / "state", "", Instant{1}));
}

class CosigningTest : public WitnessTest {
 protected:
  /// What became of one look: kinds of alarm, "-" for each that the server did not take, "+" for each cosigned.
  std::string cosign(std::int64_t now_ms = 1'800'000'000'000) {
    const auto seen = witness_once(server.fetch(), folder / "state", "", Instant{now_ms}, &cosigning);
    if (!seen) return "error " + seen.error().message_key;
    std::string told(seen->cosigned, '+');
    for (const Alarm& alarm : seen->alarms) told += alarm.what + ";";
    return told + std::string(seen->unpublished.size(), '-');
  }
  std::string kept() { return store::read_text_file(folder / "state" / "0000000000007.cosigned").value_or(""); }
  SystemRandom random;
  Cosigner cosigner = open_cosigner(folder / "witness.key", "avisa.example/vitne", random).value();
  bool takes = true;
  std::vector<std::string> sent;
  Publish publish = [this](const std::string& target, const std::string& note) -> Status {
    if (!takes) return refuse("witness.not_taken");
    sent.push_back(target + "\n" + note);
    return {};
  };
  Cosigning cosigning{cosigner, publish};
};

TEST_F(CosigningTest, SignsEachHeadOnceWithTheTimeItWasSeen) {
  EXPECT_EQ(cosign(), "+");
  EXPECT_EQ(cosign(), "") << "the same head";
  server.grow(3);
  EXPECT_EQ(cosign(1'800'000'777'000), "+");
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(sent.back(), "/logg/0000000000007/vitner\n" + kept());
  const proof::Verifier known = cosigner.verifier();
  const auto opened = proof::open_note(kept(), {&known, 1});
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->times.front(), (Instant{1'800'000'777'000}));
  EXPECT_EQ(proof::parse_checkpoint(opened->text)->size, 8U);
}

TEST_F(CosigningTest, NeverSignsAHeadThatRaisesAnAlarm) {
  ASSERT_EQ(cosign(), "+");
  const std::string good = kept();
  Served other;
  other.random = SeededRandom{99};
  other.grow(9);
  server.tree = other.tree;
  EXPECT_EQ(cosign(), "fork;");
  EXPECT_EQ(kept(), good);
  EXPECT_EQ(sent.size(), 1U);
}

TEST_F(CosigningTest, TriesAgainWhatTheServerDidNotTake) {
  takes = false;
  EXPECT_EQ(cosign(), "-");
  EXPECT_EQ(kept(), "");
  takes = true;
  EXPECT_EQ(cosign(), "+");
}

TEST_F(CosigningTest, AKeyIsMadeOnceAndKeepsItsName) {
  EXPECT_EQ(open_cosigner(folder / "witness.key", "", random)->verifier(), cosigner.verifier());
  EXPECT_FALSE(open_cosigner(folder / "witness.key", "en-annen", random));
  for (const char* bad : {"", "to ord", "a+b"}) EXPECT_FALSE(open_cosigner(folder / "other.key", bad, random)) << bad;
  EXPECT_FALSE(std::filesystem::exists(folder / "other.key"));
}

}  // namespace
}  // namespace knippe::app
