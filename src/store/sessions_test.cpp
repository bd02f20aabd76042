#include "store/sessions.h"

#include "store/connection.h"
#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;

constexpr std::int64_t minute = 60'000, hour = 60 * minute;

class SessionsTest : public StoreTest {
 protected:
  Sessions& sessions() { return store().sessions(); }
  std::int64_t seen_on_disk() {
    const auto connection = Connection::open(folder().database(), Connection::Use::read).value();
    auto rows = connection->run("SELECT last_seen FROM session");
    return rows.next() ? rows.number(0) : -1;
  }
  Account account = make_administrator();
};

TEST_F(SessionsTest, ATokenOpensItsSessionAlsoAfterARestart) {
  const auto token = sessions().begin(account.id).value();
  EXPECT_EQ(token.size(), 32u);
  const auto session = sessions().find(token).value();
  EXPECT_EQ(session.account, account.id);
  reopen();
  EXPECT_EQ(sessions().find(token).value().id, session.id);
  EXPECT_EQ(key_of(sessions().find("something else")), "session.unknown");
  EXPECT_EQ(key_of(sessions().find("")), "session.unknown");
}

TEST_F(SessionsTest, OnlyTheDigestIsStored) {
  const auto token = sessions().begin(account.id).value();
  const auto connection = Connection::open(folder().database(), Connection::Use::read).value();
  auto rows = connection->run("SELECT token_hash FROM session");
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.digest(0), sha256(token));
}

TEST_F(SessionsTest, EndsAfterTwelveIdleHours) {
  const auto token = sessions().begin(account.id).value();
  clock.advance_ms(12 * hour - 1);
  EXPECT_TRUE(sessions().find(token));
  clock.advance_ms(12 * hour - 1);
  EXPECT_TRUE(sessions().find(token));
  clock.advance_ms(12 * hour);
  EXPECT_EQ(key_of(sessions().find(token)), "session.unknown");
  reopen();
  EXPECT_EQ(key_of(sessions().find(token)), "session.unknown");
}

TEST_F(SessionsTest, EndsAfterFourteenDaysHoweverBusy) {
  const auto token = sessions().begin(account.id).value();
  for (int i = 0; i < 14 * 24 / 8 - 1; ++i) {
    clock.advance_ms(8 * hour);
    ASSERT_TRUE(sessions().find(token)) << i;
  }
  clock.advance_ms(8 * hour);
  EXPECT_EQ(key_of(sessions().find(token)), "session.unknown");
}

TEST_F(SessionsTest, LastSeenIsWrittenAtMostEveryFiveMinutes) {
  const auto token = sessions().begin(account.id).value();
  const auto begun = seen_on_disk();
  clock.advance_ms(5 * minute - 1);
  ASSERT_TRUE(sessions().find(token));
  EXPECT_EQ(seen_on_disk(), begun);
  clock.advance_ms(1);
  ASSERT_TRUE(sessions().find(token));
  EXPECT_EQ(seen_on_disk(), clock.now().ms);
  clock.advance_ms(minute);
  EXPECT_EQ(sessions().find(token).value().last_seen.ms, clock.now().ms - minute);
}

TEST_F(SessionsTest, RenewalMovesTheSessionToANewToken) {
  const auto old_token = sessions().begin(account.id).value();
  const auto id = sessions().find(old_token).value().id;
  const auto token = sessions().renew(old_token).value();
  EXPECT_NE(token, old_token);
  EXPECT_EQ(sessions().find(token).value().id, id);
  EXPECT_EQ(key_of(sessions().find(old_token)), "session.unknown");
  EXPECT_EQ(key_of(sessions().renew(old_token)), "session.unknown");
}

TEST_F(SessionsTest, EndingOneLeavesTheOthers) {
  const auto first = sessions().begin(account.id).value();
  const auto second = sessions().begin(account.id).value();
  ASSERT_TRUE(sessions().find(first));
  EXPECT_TRUE(sessions().end(first));
  EXPECT_TRUE(sessions().end(first));
  EXPECT_EQ(key_of(sessions().find(first)), "session.unknown");
  EXPECT_TRUE(sessions().find(second));
}

TEST_F(SessionsTest, EndingAllOfOneAccountLeavesAnothers) {
  const auto other = make_facilitator();
  const auto mine = sessions().begin(account.id).value();
  const auto theirs = sessions().begin(other.id).value();
  ASSERT_TRUE(sessions().find(mine));
  EXPECT_TRUE(sessions().end_all(account.id));
  EXPECT_EQ(key_of(sessions().find(mine)), "session.unknown");
  EXPECT_TRUE(sessions().find(theirs));
}

}  // namespace
}  // namespace knippe::store
