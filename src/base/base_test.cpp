#include <gtest/gtest.h>

#include "base/digest.h"
#include "base/encoding.h"
#include "base/random.h"
#include "base/text.h"
#include "base/time.h"

namespace knippe {
namespace {

TEST(Digest, KnownAnswers) {  // FIPS 180-4 example, RFC 4231 test cases 2 and 6
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256({as_bytes("a"), as_bytes("bc")}), sha256("abc"));
  EXPECT_EQ(to_hex(hmac_sha256(as_bytes("Jefe"), as_bytes("what do ya want for nothing?"))),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(to_hex(hmac_sha256(as_bytes(std::string(131, '\xaa')), as_bytes("Test Using Larger Than Block-Size Key - Hash Key First"))),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Encoding, RoundTripsEveryLength) {
  SeededRandom random(1);
  for (std::size_t size = 0; size < 40; ++size) {
    std::vector<std::byte> bytes(size);
    random.fill(bytes);
    EXPECT_EQ(from_hex(to_hex(bytes)), bytes);
    EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
    const std::uint64_t number = random.next_u64();
    EXPECT_EQ(from_base32(to_base32(number)), number);
  }
}

TEST(Encoding, RefusesOtherSpellings) {
  EXPECT_FALSE(from_base64url("AB"));  // trailing bits set
  EXPECT_FALSE(from_base64url("A+"));
  EXPECT_FALSE(from_hex("0G"));
  EXPECT_FALSE(from_hex("0"));
  EXPECT_FALSE(from_base32("zzzzzzzzzzzzz"));  // over 64 bits
  EXPECT_FALSE(parse_number("01"));
  EXPECT_FALSE(parse_number("-1"));
  EXPECT_FALSE(parse_number(""));
  EXPECT_EQ(parse_number("0"), 0U);
}

TEST(Text, CleansWhatPeopleType) {
  EXPECT_EQ(*clean_line("  a\t b\r\nc\x01 "), "a b c");
  EXPECT_EQ(*clean_line("A\xCC\x8A"), "\xC3\x85");                      // NFC: Å
  EXPECT_EQ(*clean_line("x\xE2\x80\xAEy"), "xy");                        // right-to-left override
  EXPECT_EQ(*clean_paragraphs("a\r\n\r\n\r\n\r\nb \n c"), "a\n\nb\nc");
  EXPECT_EQ(clean_line("\xFF").error().message_key, "text.not_utf8");
  EXPECT_EQ(clean_line("\xC0\x80").error().message_key, "text.not_utf8");
  EXPECT_EQ(required_line(" \xE2\x80\x8B ", 5).error().message_key, "text.empty");
  EXPECT_EQ(required_line("æøåæøå", 5).error(), (Error{ErrorKind::bad_input, "text.too_long", "5"}));
  EXPECT_EQ(*required_line("æøåæø", 5), "æøåæø");
}

TEST(Time, WritesAndReadsDates) {
  EXPECT_EQ(to_rfc3339({1'506'421'800'000}), "2017-09-26T10:30:00Z");
  EXPECT_TRUE(is_iso_date("2024-02-29"));
  EXPECT_FALSE(is_iso_date("2023-02-29"));
  EXPECT_FALSE(is_iso_date("2023-2-29"));
}

TEST(Random, BelowStaysBelowAndCoversAll) {
  SeededRandom random(7);
  std::array<int, 6> seen{};
  for (int i = 0; i < 600; ++i) ++seen[random.below(6)];
  for (const int count : seen) EXPECT_GT(count, 50);
}

TEST(Time, Rfc3339IsReadAsItIsWritten) {
  for (const std::int64_t second : {0LL, 951'782'400LL, 1'795'712'399LL, -1LL}) {
    const Instant instant{second * 1000};
    EXPECT_EQ(parse_rfc3339(to_rfc3339(instant)), instant) << to_rfc3339(instant);
  }
  for (const char* bad : {"", "2026-11-24", "2026-02-30T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T14:46:16+00", "2026-11-24 14:46:16Z",
                          "2026-11-24T1x:46:16Z"})
    EXPECT_FALSE(parse_rfc3339(bad)) << bad;
}

}  // namespace
}  // namespace knippe
