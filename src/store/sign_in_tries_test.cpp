#include "store/sign_in_tries.h"

#include <gtest/gtest.h>

namespace knippe::store {
namespace {

struct SignInTriesTest : ::testing::Test {
  ManualClock clock;
  SignInTries tries{clock};
  /// How many of so many wrong passwords are looked at.
  int looked_at(int count, const char* account, const char* address) {
    int looked = 0;
    for (int i = 0; i < count; ++i) looked += tries.begin(account, address);
    return looked;
  }
};

TEST_F(SignInTriesTest, AnAddressMayBeWrongTwentyTimesInTenMinutes) {
  for (int i = 0; i < 30; ++i) EXPECT_EQ(tries.begin("account " + std::to_string(i), "192.0.2.1"), i < 20) << i;
  EXPECT_TRUE(tries.begin("kari", "192.0.2.2"));
  clock.advance_ms(wrong_passwords_ms);
  EXPECT_TRUE(tries.begin("kari", "192.0.2.1"));
}

TEST_F(SignInTriesTest, AMissedAccountStaysOpenFromElsewhere) {
  EXPECT_EQ(looked_at(15, "kari", "192.0.2.1"), 10);
  EXPECT_TRUE(tries.begin("kari", "192.0.2.2")) << "the owner at another address is not locked out";
  EXPECT_FALSE(tries.begin("kari", "192.0.2.2")) << "but does not get a second guess at once";
  clock.advance_ms(one_more_password_ms);
  EXPECT_EQ(looked_at(3, "kari", "192.0.2.1"), 1);
  EXPECT_TRUE(tries.begin("ola", "192.0.2.1"));
}

TEST_F(SignInTriesTest, OnlyWrongPasswordsCount) {
  for (int i = 0; i < 100; ++i) {
    ASSERT_TRUE(tries.begin("kari", "192.0.2.1"));
    tries.forgive("kari", "192.0.2.1");
  }
}

TEST_F(SignInTriesTest, OneIpv6NetworkIsOneAddress) {
  for (int i = 0; i < 20; ++i) tries.begin("account " + std::to_string(i), "2001:db8::" + std::to_string(i + 1));
  EXPECT_FALSE(tries.begin("kari", "2001:db8::ffff"));
  EXPECT_TRUE(tries.begin("kari", "2001:db8:0:1::1"));
}

}  // namespace
}  // namespace knippe::store
