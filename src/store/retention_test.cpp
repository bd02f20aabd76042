#include "store/retention.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;

constexpr RoomId room{5}, other{6};
constexpr std::int64_t day = 86'400'000;

class RetentionTest : public testing::StoreTest {
 protected:
  Retentions& retentions() { return store().retentions(); }
  std::vector<RoomId> due() { return retentions().due(clock.now()).value(); }
};

TEST_F(RetentionTest, nothing_is_due_until_somebody_decided_and_the_workshop_is_over) {
  ASSERT_TRUE(retentions().start(other, clock.now()));
  ASSERT_TRUE(retentions().set(room, {Goes::all, 30, "", {}}, {}));
  clock.advance_ms(1'000 * day);
  EXPECT_EQ(due(), std::vector<RoomId>{});
  EXPECT_FALSE(retentions().find(other).value());
}

TEST_F(RetentionTest, the_time_runs_from_the_end) {
  ASSERT_TRUE(retentions().set(room, {Goes::all, 30, "", {}}, {}));
  const Instant end = clock.now();
  ASSERT_TRUE(retentions().start(room, end));
  clock.advance_ms(30 * day - 1);
  EXPECT_EQ(due(), std::vector<RoomId>{});
  clock.advance_ms(1);
  reopen();
  EXPECT_EQ(due(), std::vector<RoomId>{room});
  ASSERT_TRUE(retentions().finish(room));
  EXPECT_EQ(due(), std::vector<RoomId>{});
}

TEST_F(RetentionTest, another_decision_after_the_end_counts_from_the_same_end) {
  ASSERT_TRUE(retentions().set(room, {Goes::all, 30, "", {}}, {}));
  const Instant end = clock.now();
  ASSERT_TRUE(retentions().start(room, end));
  ASSERT_TRUE(retentions().set(room, {Goes::names, 90, "arkiv", {}}, end));
  EXPECT_EQ(retentions().find(room).value()->due, end.plus_ms(90 * day));
  ASSERT_TRUE(retentions().set(room, {Goes::nothing, 90, "arkiv", {}}, end));
  EXPECT_EQ(retentions().find(room).value()->due, std::nullopt);
}

TEST_F(RetentionTest, keeping_needs_a_reason_and_days_have_bounds) {
  EXPECT_EQ(key_of(retentions().set(room, {Goes::nothing, 30, "", {}}, {})), "retention.reason_missing");
  EXPECT_EQ(key_of(retentions().set(room, {Goes::names, 30, "", {}}, {})), "retention.reason_missing");
  for (const int days : {-1, 0, retention_days_max + 1}) EXPECT_EQ(key_of(retentions().set(room, {Goes::all, days, "", {}}, {})), "retention.days");
}

}  // namespace
}  // namespace knippe::store
