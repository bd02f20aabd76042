#include "proof/receipt.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace knippe::proof {
namespace {

TEST(Receipt, ACodeIsReadAsPeopleTypeIt) {
  SeededRandom random(1);
  for (int turn = 0; turn < 100; ++turn) {
    const std::string code = receipt_code(random.bytes<32>());
    ASSERT_EQ(code.size(), 12u);
    EXPECT_EQ(read_code(written(code)), code);
  }
  EXPECT_EQ(read_code(" f7k2 9qxm-4tbd"), "F7K29QXM4TBD");
  EXPECT_EQ(read_code("o7kI-9qxL-4tbd"), "07K19QX14TBD");
  for (const char* bad : {"", "F7K2-9QXM-4TB", "F7K2-9QXM-4TBDD", "F7K2-9QXM-4TBU", "F7K2/9QXM/4TBD", "æøå"}) EXPECT_FALSE(read_code(bad)) << bad;
}

TEST(Receipt, TheCodeIsTheLeafsFirstSixtyBits) {
  Digest leaf{};
  leaf[0] = std::byte{0xf8};
  leaf[7] = std::byte{0x10};
  EXPECT_EQ(receipt_code(leaf), "Z00000000001");
  leaf[7] = std::byte{0x1f};  // the last four of 64 bits are not in the code
  EXPECT_EQ(receipt_code(leaf), "Z00000000001");
}

TEST(Receipt, TheWholeReceiptIsReadAsItWasWritten) {
  SeededRandom random(2);
  const WholeReceipt receipt{"knippe-record-1\n...\n", 41, {random.bytes<32>(), random.bytes<32>()}, "origin\n42\nroot\n\n\u2014 a b\n"};
  EXPECT_EQ(parse_receipt(write_receipt(receipt)), receipt);
  const WholeReceipt alone{"e\n", 0, {}, "o\n"};
  EXPECT_EQ(parse_receipt(write_receipt(alone)), alone);
}

TEST(Receipt, WhatIsNoReceiptIsRefused) {
  const std::string good = write_receipt({"e\n", 0, {Digest{}}, "o\n"});
  ASSERT_TRUE(parse_receipt(good));
  for (const std::string& bad : {std::string(), std::string("c2sp.org/tlog-proof@v2\n"), good.substr(0, good.size() - 2), good.substr(0, good.size() - 3) + "o\n", good.substr(1),
                                 std::string("c2sp.org/tlog-proof@v1\nindex 0\n\no\n"), std::string("c2sp.org/tlog-proof@v1\nextra AA==\nindex 01\n\no\n")})
    EXPECT_FALSE(parse_receipt(bad)) << bad;
}

}  // namespace
}  // namespace knippe::proof
