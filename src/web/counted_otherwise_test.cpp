#include "web/counted_otherwise.h"

#include <gtest/gtest.h>

namespace knippe::web {
namespace {

TEST(CountedOtherwise, IsWorkedOutOnceForEachStateOfEachRoom) {
  CountedOtherwise counted;
  int asked = 0;
  const auto work_out = [&]() -> CountedOtherwise::Found {
    views::OtherRules found;
    found.differing = static_cast<std::size_t>(++asked);
    return found;
  };
  EXPECT_EQ((*counted.of(RoomId{1}, Seq{5}, work_out))->differing, 1u);
  EXPECT_EQ((*counted.of(RoomId{1}, Seq{5}, work_out))->differing, 1u);
  EXPECT_EQ((*counted.of(RoomId{2}, Seq{5}, work_out))->differing, 2u);
  EXPECT_EQ((*counted.of(RoomId{1}, Seq{6}, work_out))->differing, 3u);
  EXPECT_EQ((*counted.of(RoomId{1}, Seq{5}, work_out))->differing, 4u);
}

TEST(CountedOtherwise, ForgettingCostsTimeOnly) {
  CountedOtherwise counted;
  const auto nothing = []() -> CountedOtherwise::Found { return std::nullopt; };
  for (std::uint64_t room = 1; room <= 250; ++room) EXPECT_FALSE(counted.of(RoomId{room}, Seq{1}, nothing)->has_value());
}

}  // namespace
}  // namespace knippe::web
