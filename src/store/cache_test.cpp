#include "store/cache.h"

#include <gtest/gtest.h>

#include <string>

namespace knippe::store {
namespace {

TEST(Cache, GivesWhatWasPut) {
  Cache<int, std::string> cache(10);
  EXPECT_FALSE(cache.get(1));
  cache.put(1, "one", cache.epoch());
  cache.put(1, "uno", cache.epoch());
  EXPECT_EQ(cache.get(1), "uno");
  cache.forget(1);
  EXPECT_FALSE(cache.get(1));
}

TEST(Cache, DropsAValueReadBeforeSomethingWasForgotten) {
  Cache<int, std::string> cache(10);
  const auto before = cache.epoch();
  cache.forget(1);
  cache.put(1, "stale", before);
  EXPECT_FALSE(cache.get(1));
}

TEST(Cache, StaysWithinItsCapacityAndKeepsWhatIsUsed) {
  Cache<int, int> cache(10);
  int kept = 0;
  for (int i = 0; i < 100; ++i) {
    cache.put(i, i, cache.epoch());
    EXPECT_TRUE(cache.get(0)) << i;
  }
  for (int i = 0; i < 100; ++i) kept += cache.get(i) ? 1 : 0;
  EXPECT_LE(kept, 10);
  EXPECT_GE(kept, 5);
}

TEST(Cache, ForgetsByValueInBothGenerations) {
  Cache<int, int> cache(4);
  for (int i = 0; i < 4; ++i) cache.put(i, i % 2, cache.epoch());
  cache.forget_if([](int value) { return value == 1; });
  EXPECT_TRUE(cache.get(2));
  EXPECT_FALSE(cache.get(3));
  EXPECT_FALSE(cache.get(1));
}

}  // namespace
}  // namespace knippe::store
