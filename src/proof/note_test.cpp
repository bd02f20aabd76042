#include "proof/note.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "proof/checkpoint.h"

namespace knippe::proof {
namespace {

// From golang.org/x/mod/sumdb/note (BSD-3-Clause).
constexpr std::string_view peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const std::string text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const std::string peters_line = "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const std::string enochs_line = "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

std::vector<Verifier> both() { return {*parse_vkey(peter), *parse_vkey(enoch)}; }

std::string why(const Result<Note>& note) { return note ? "" : note.error().message_key; }

TEST(Note, VerifierKeysOfOthersAreRead) {
  EXPECT_EQ(parse_vkey(peter)->vkey(), peter);
  EXPECT_EQ(parse_vkey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")->name, "example.com/foo");
  for (const char* bad : {"", "PeterNeumann", "PeterNeumann+c74f20a3", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                          "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                          "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                          "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    EXPECT_FALSE(parse_vkey(bad)) << bad;
}

TEST(Note, NotesOfOthersAreOpened) {
  const auto known = both();
  EXPECT_EQ(open_note(text + "\n" + peters_line, known)->by, std::vector<std::size_t>{0});
  EXPECT_EQ(open_note(text + "\n" + peters_line + enochs_line, known)->by, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(open_note(text + "\n" + enochs_line + peters_line, std::span(known).first(1))->text, text);
  const Verifier example = *parse_vkey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  EXPECT_TRUE(open_note("This is an example message.\n\n\u2014 example.com/foo "
                        "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n", {&example, 1}));
}

TEST(Note, WhatIsNoNoteIsRefused) {
  const auto known = both();
  for (const std::string& bad : {std::string(), text, text + peters_line, text + "\n", text + "\n" + peters_line.substr(0, 40) + "\n",
                                 text + "\n" + peters_line.substr(0, peters_line.size() - 1), text + "\n" + peters_line + "\n",
                                 "a\tb\n\n" + peters_line, "\xff\n\n" + peters_line, text + "\n- PeterNeumann AAAA\n",
                                 text + "\n\u2014 Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"})
    EXPECT_EQ(why(open_note(bad, known)), "note.malformed") << bad;
}

TEST(Note, AKnownKeysBadSignatureSpoilsTheNoteAnUnknownOneDoesNot) {
  const auto known = both();
  EXPECT_EQ(why(open_note("Another text.\n\n" + peters_line, known)), "note.bad_signature");
  EXPECT_EQ(why(open_note("Another text.\n\n" + peters_line + enochs_line, std::span(known).last(1))), "note.bad_signature");
  EXPECT_EQ(why(open_note(text + "\n" + peters_line, std::span(known).last(1))), "note.unknown_key");
}

TEST(Note, EveryChangedBitOfASignedHeadIsFound) {
  SeededRandom random(7);
  const KeyPair key(random.bytes<32>());
  const PublicKey keys[] = {key.public_key()};
  const Checkpoint head{"knippe.example.no/rom/0000000000007", 42, random.bytes<32>()};
  const std::string note = sign_checkpoint(head, key);
  ASSERT_EQ(*open_checkpoint(note, keys), head);
  for (std::size_t bit = 0; bit < note.size() * 8; ++bit) {
    std::string changed = note;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    ASSERT_FALSE(open_checkpoint(changed, keys)) << bit;
  }
}

TEST(Checkpoint, IsThreeLinesAndNothingElse) {
  const std::string root = "0WEhqcg05CIzjsSGqT0oCdWx5mBA8jA6aXuHqpK2cQw=";
  EXPECT_EQ(parse_checkpoint("a/rom/0000000000007\n0\n" + root + "\n")->size, 0u);
  for (const std::string& bad : {"\n1\n" + root + "\n", "a\n01\n" + root + "\n", "a\n-1\n" + root + "\n", "a\n1\n" + root, "a\n1\n" + root + "\nmore\n",
                                 std::string("a\n1\nAAAA\n"), "a\n1\n" + root.substr(0, 43) + "\n"})
    EXPECT_FALSE(parse_checkpoint(bad)) << bad;
  EXPECT_EQ(room_of_origin("knippe.example.no:8080/rom/0000000000007"), RoomId{7});
  EXPECT_EQ(origin_of("h", RoomId{7}), "h/rom/0000000000007");
  EXPECT_FALSE(room_of_origin("/rom/0000000000007"));
  EXPECT_FALSE(room_of_origin("h/rom/7"));
}

TEST(Note, SigningIsDeterministic) {
  const KeyPair key(Digest{});
  EXPECT_EQ(sign_note("hei\n", "navn", key), sign_note("hei\n", "navn", key));
  // RFC 8032 §7.1, TEST 1.
  const KeyPair rfc([] {
    Digest seed{};
    const unsigned char bytes[] = {0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
                                   0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60};
    std::copy(std::begin(bytes), std::end(bytes), reinterpret_cast<unsigned char*>(seed.data()));
    return seed;
  }());
  EXPECT_EQ(rfc.public_key()[0], std::byte{0xd7});
  EXPECT_EQ(rfc.sign("")[0], std::byte{0xe5});
  EXPECT_TRUE(verify(rfc.public_key(), "", rfc.sign("")));
}

TEST(Cosignature, HoldsWithItsTimeBesideTheLogsOwnSignatureAndIsNothingToOthers) {
  SeededRandom random(11);
  const KeyPair log(random.bytes<32>()), witness(random.bytes<32>());
  const std::string head = sign_checkpoint({"log.example/rom/0000000000007", 42, sha256("root")}, log);
  const std::string note = head + cosignature_line("avisa.example/vitne", witness, *unverified_text(head), Instant{1'795'000'123'999});
  const Verifier known{"avisa.example/vitne", witness.public_key(), SignatureType::cosignature};
  const auto opened = open_note(note, {&known, 1});
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->times, std::vector<Instant>{Instant{1'795'000'123'000}});
  EXPECT_TRUE(open_checkpoint(note, {{log.public_key()}}));
  const Verifier as_plain{known.name, known.key};
  EXPECT_EQ(why(open_note(note, {&as_plain, 1})), "note.unknown_key") << "another type is another key";
  EXPECT_EQ(parse_vkey(known.vkey(), SignatureType::cosignature), known);
  EXPECT_FALSE(parse_vkey(known.vkey()));
}

// Made with the arithmetic of tools/verify_head.py and hashlib, from the text of C2SP tlog-cosignature.
TEST(Cosignature, IsTheOneThatTheSpecificationDescribes) {
  const KeyPair witness(sha256("witness"));
  const std::string text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  EXPECT_EQ(cosignature_line("witness.example.com/w1", witness, text, Instant{1'679'315'147'000}), "\u2014 witness.example.com/w1 "
            "QJSVrQAAAABkGFDLabmqyRvccFLm6UZvRbkMj7KCwPk5L3MhTklMpsIpHpilzj1CewJFKkhZj/RyZcDcbiN9tMR4r7uD61+c5a+YBg==\n");
}

TEST(Cosignature, EveryChangedBitIsFound) {
  SeededRandom random(12);
  const KeyPair log(random.bytes<32>()), witness(random.bytes<32>());
  const std::string head = sign_checkpoint({"log.example/rom/0000000000007", 42, sha256("root")}, log);
  const std::string line = cosignature_line("w", witness, *unverified_text(head), Instant{1'795'000'123'000});
  const Verifier known{"w", witness.public_key(), SignatureType::cosignature};
  const std::string note = head + line;
  ASSERT_TRUE(open_note(note, {&known, 1}));
  const std::size_t text_end = unverified_text(head)->size();
  for (std::size_t at = 0; at < note.size(); ++at) {
    if (at >= text_end && at < head.size()) continue;  // the log's own line is another's business
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = note;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      EXPECT_FALSE(open_note(changed, {&known, 1})) << at << " " << bit;
    }
  }
}

}  // namespace
}  // namespace knippe::proof
