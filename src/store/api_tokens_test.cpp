#include "store/api_tokens.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;

class ApiTokensTest : public StoreTest {
 protected:
  ApiTokens& tokens() { return store().api_tokens(); }
  Account kari = make_administrator();
};

TEST_F(ApiTokensTest, ATokenActsForItsMaker) {
  const auto made = tokens().make(kari.id, " simulering ").value();
  reopen();
  const auto found = tokens().find(made.token).value();
  EXPECT_EQ(found.id, made.id);
  EXPECT_EQ(found.account, kari.id);
  EXPECT_EQ(found.name, "simulering");
  EXPECT_EQ(key_of(tokens().find(made.token + "x")), "token.unknown");
  EXPECT_EQ(key_of(tokens().make(kari.id, " ")), "text.empty");
}

TEST_F(ApiTokensTest, ItsUseIsNotedEveryFiveMinutes) {
  const auto made = tokens().make(kari.id, "a").value();
  EXPECT_EQ(tokens().list().value().front().last_used, std::nullopt);
  const auto first = clock.now();
  ASSERT_TRUE(tokens().find(made.token));
  clock.advance_ms(299'999);
  ASSERT_TRUE(tokens().find(made.token));
  EXPECT_EQ(tokens().list().value().front().last_used, first);
  clock.advance_ms(1);
  ASSERT_TRUE(tokens().find(made.token));
  EXPECT_EQ(tokens().list().value().front().last_used, clock.now());
}

TEST_F(ApiTokensTest, ARevokedOneIsListedButOpensNothing) {
  const auto made = tokens().make(kari.id, "a").value();
  const auto revoked_at = clock.now();
  EXPECT_TRUE(tokens().revoke(made.id));
  clock.advance_ms(1);
  EXPECT_TRUE(tokens().revoke(made.id));
  EXPECT_EQ(key_of(tokens().find(made.token)), "token.unknown");
  EXPECT_EQ(tokens().list().value().front().revoked, revoked_at);
}

TEST_F(ApiTokensTest, ADisabledMakersTokenOpensNothing) {
  const auto ola = make_facilitator();
  const auto made = tokens().make(ola.id, "a").value();
  ASSERT_TRUE(tokens().find(made.token));
  ASSERT_TRUE(store().accounts().set_disabled(ola.id, true));
  EXPECT_EQ(key_of(tokens().find(made.token)), "token.unknown");
}

}  // namespace
}  // namespace knippe::store
