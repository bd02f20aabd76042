#include "web/receipt_code.h"

#include <gtest/gtest.h>

namespace knippe::web {
namespace {

using domain::involvement::ContributionId;

TEST(ReceiptCode, LeadsBackToItsContributionAndNoOther) {
  const FormTokens tokens(Digest{});
  const RoomId room{7};
  const std::string code = receipt_code(tokens, room, ContributionId{12'345});
  EXPECT_EQ(code.size(), 12U);
  EXPECT_EQ(of_receipt_code(tokens, room, code), ContributionId{12'345});
  EXPECT_FALSE(of_receipt_code(tokens, RoomId{8}, code));
  Digest other{};
  other[0] = std::byte{1};
  EXPECT_FALSE(of_receipt_code(FormTokens(other), room, code));
  for (std::size_t at = 0; at < code.size(); ++at) {
    std::string changed = code;
    changed[at] = changed[at] == 'Z' ? 'Y' : 'Z';
    EXPECT_FALSE(of_receipt_code(tokens, room, changed)) << changed;
  }
}

TEST(ReceiptCode, OfASupportLeadsToItsRecordAndIsNoContributions) {
  const FormTokens tokens(Digest{});
  const std::string code = support_code(tokens, RoomId{7}, Seq{20});
  EXPECT_EQ(code.size(), 12U);
  EXPECT_EQ(of_support_code(tokens, RoomId{7}, code), Seq{20});
  EXPECT_FALSE(of_support_code(tokens, RoomId{8}, code));
  EXPECT_FALSE(of_receipt_code(tokens, RoomId{7}, code));
  EXPECT_FALSE(of_support_code(tokens, RoomId{7}, receipt_code(tokens, RoomId{7}, ContributionId{20})));
}

TEST(ReceiptCode, ForgivesHowItIsTyped) {
  const FormTokens tokens(Digest{});
  const std::string code = receipt_code(tokens, RoomId{7}, ContributionId{1});
  std::string typed = " ";
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (at > 0 && at % 4 == 0) typed += '-';
    typed += code[at] == '0' ? 'o' : code[at] == '1' ? 'l' : static_cast<char>(code[at] >= 'A' ? code[at] - 'A' + 'a' : code[at]);
  }
  EXPECT_EQ(of_receipt_code(tokens, RoomId{7}, typed), ContributionId{1});
  EXPECT_FALSE(of_receipt_code(tokens, RoomId{7}, ""));
  EXPECT_FALSE(of_receipt_code(tokens, RoomId{7}, std::string(10'000, '0')));
}

}  // namespace
}  // namespace knippe::web
