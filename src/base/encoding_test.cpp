#include "base/encoding.h"

#include <gtest/gtest.h>

#include "base/digest.h"

namespace knippe {
namespace {

TEST(Encoding, Base64WithPaddingHasOneTextPerValue) {
  EXPECT_EQ(to_base64(as_bytes("")), "");
  EXPECT_EQ(to_base64(as_bytes("f")), "Zg==");
  EXPECT_EQ(to_base64(as_bytes("fo")), "Zm8=");
  EXPECT_EQ(to_base64(as_bytes("foo\xff\xfe")), "Zm9v//4=");
  for (const char* good : {"", "Zg==", "Zm8=", "Zm9v//4="}) EXPECT_TRUE(from_base64(good)) << good;
  for (const char* bad : {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zm9v__4=", "Zg==Zg==", "Zm 8="})
    EXPECT_FALSE(from_base64(bad)) << bad;
}

}  // namespace
}  // namespace knippe
