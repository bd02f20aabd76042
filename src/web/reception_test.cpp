#include "web/reception.h"

#include <gtest/gtest.h>

namespace knippe::web {
namespace {

TEST(Redact, NoSecretOfAnAddressStandsInTheLog) {
  EXPECT_EQ(Reception::redact("/tiltak/0123456789abcdef"), "/tiltak/…");
  EXPECT_EQ(Reception::redact("/v/123456"), "/v/…");
  EXPECT_EQ(Reception::redact("/g/secret"), "/g/…");
  EXPECT_EQ(Reception::redact("/g/secret/and-more"), "/g/…");
  EXPECT_EQ(Reception::redact("/skjerm/secret/strom"), "/skjerm/…");
  EXPECT_EQ(Reception::redact("/kvittering/ABCD1234EFGH/bevis"), "/kvittering/…");
  EXPECT_EQ(Reception::redact("/saker/51ww5awmyn12h/kvittering/0004ABCDEFGH"), "/saker/51ww5awmyn12h/kvittering/…");
}

TEST(Redact, TheRestIsSaidAsItIs) {
  for (const char* path : {"/", "/kvittering", "/saker", "/saker/51ww5awmyn12h/innspill", "/rom/51ww5awmyn12h", "/styring/tiltak", "/v/", "/nothing/here"})
    EXPECT_EQ(Reception::redact(path), path);
}

}  // namespace
}  // namespace knippe::web
