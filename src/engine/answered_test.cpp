#include "engine/answered.h"

#include <gtest/gtest.h>

namespace knippe::engine {
namespace {

CommandId cause(int number) {
  CommandId id{};
  id[0] = static_cast<std::byte>(number);
  id[8] = std::byte{1};
  return id;
}

constexpr Span span(std::uint64_t first, std::uint64_t last) { return {Seq{first}, Seq{last}}; }

TEST(Answered, RemembersUpToItsBoundAndForgetsTheOldest) {
  Answered answered(3);
  for (int i = 1; i <= 5; ++i) answered.remember(cause(i), span(static_cast<unsigned>(i), static_cast<unsigned>(i)));
  EXPECT_FALSE(answered.find(cause(1)));
  EXPECT_FALSE(answered.find(cause(2)));
  for (int i = 3; i <= 5; ++i)
    EXPECT_EQ(answered.find(cause(i)), span(static_cast<unsigned>(i), static_cast<unsigned>(i)));
  answered.remember(cause(3), span(9, 9));
  EXPECT_EQ(answered.find(cause(3)), span(9, 9));
}

TEST(Answered, RecordsInARowWithOneCauseAreOneAnswer) {
  Answered answered;
  for (std::uint64_t seq = 1; seq <= 3; ++seq) answered.remember_record(cause(1), Seq{seq});
  answered.remember_record(cause(2), Seq{4});
  answered.remember_record(CommandId{}, Seq{5});
  EXPECT_EQ(answered.find(cause(1)), span(1, 3));
  EXPECT_EQ(answered.find(cause(2)), span(4, 4));
  EXPECT_FALSE(answered.find(CommandId{}));
}

TEST(Answered, SurvivesStorageWithoutTheQuietOnes) {
  Answered answered;
  answered.remember(cause(1), span(1, 3));
  answered.remember(cause(2), span(4, 3));
  answered.remember(cause(3), span(4, 4));
  const std::string bytes = answered.encode();
  EXPECT_EQ(bytes.size(), 2U * 28U);
  const auto stored = Answered::decode(bytes, 1);
  ASSERT_TRUE(stored);
  EXPECT_FALSE(stored->find(cause(1)));
  EXPECT_EQ(stored->find(cause(3)), span(4, 4));
  EXPECT_EQ(Answered::decode(bytes)->encode(), bytes);
  EXPECT_FALSE(Answered::decode(bytes.substr(1)));
}

}  // namespace
}  // namespace knippe::engine
