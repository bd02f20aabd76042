#include "store/heads.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using HeadsTest = testing::StoreTest;

constexpr RoomId seven{7}, eight{8};

TEST_F(HeadsTest, AreKeptInOrderWithTheirReceipts) {
  Heads& heads = store().heads();
  ASSERT_TRUE(heads.keep({seven, 5, Instant{10}, "fem"}, {{"F7K29QXM4TBD", seven, Seq{4}}}));
  ASSERT_TRUE(heads.keep({seven, 12, Instant{20}, "tolv"}, {}));
  ASSERT_TRUE(heads.keep({eight, 2, Instant{15}, "to"}, {{"Z00000000001", eight, Seq{1}}}));
  reopen();
  Heads& again = store().heads();
  EXPECT_EQ(again.of_room(seven).value(), (std::vector<SignedHead>{{seven, 5, Instant{10}, "fem"}, {seven, 12, Instant{20}, "tolv"}}));
  EXPECT_EQ(again.newest(seven).value()->note, "tolv");
  EXPECT_EQ(again.newest(RoomId{9}).value(), std::nullopt);
  EXPECT_EQ(again.newest_of_all().value().size(), 2u);
  EXPECT_EQ(again.find("F7K29QXM4TBD").value(), (ReceiptPlace{"F7K29QXM4TBD", seven, Seq{4}}));
  EXPECT_EQ(key_of(again.find("F7K29QXM4TBE")), "receipt.unknown");
}

TEST_F(HeadsTest, TheSameReceiptTwiceIsNoError) {
  Heads& heads = store().heads();
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(heads.keep({seven, 5, Instant{10}, "fem"}, {{"F7K29QXM4TBD", seven, Seq{4}}}));
  EXPECT_EQ(heads.of_room(seven).value().size(), 1u);
}

}  // namespace
}  // namespace knippe::store
