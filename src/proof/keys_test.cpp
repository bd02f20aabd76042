#include "proof/keys.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace knippe::proof {
namespace {

struct Installation {
  SeededRandom random{11};
  KeyPair first{random.bytes<32>()}, second{random.bytes<32>()}, third{random.bytes<32>()}, stranger{random.bytes<32>()};
  KeyList list = first_key(first, Instant{1000});
  Installation() {
    rotate(list, first, second, Instant{2000});
    rotate(list, second, third, Instant{3000});
  }
};

TEST(Keys, TheListIsReadAsItWasWritten) {
  const Installation it;
  EXPECT_EQ(*parse_keys(write_keys(it.list)), it.list);
  for (const char* bad : {"", "{}", "[]", "{\"format\":\"knippe-keys-1\",\"keys\":[],\"rotations\":[]}",
                          "{\"format\":\"knippe-keys-1\",\"keys\":[{\"public_key\":\"AAAA\",\"from\":\"1970-01-01T00:00:00Z\"}],\"rotations\":[]}"})
    EXPECT_FALSE(parse_keys(bad)) << bad;
}

TEST(Keys, TrustFollowsTheNotesFromOldToNew) {
  const Installation it;
  EXPECT_EQ(keys_trusted_from(it.list, it.first.public_key()), it.list.public_keys());
  EXPECT_EQ(keys_trusted_from(it.list, it.second.public_key()).size(), 2u);
  EXPECT_TRUE(keys_trusted_from(it.list, it.stranger.public_key()).empty());
}

TEST(Keys, ASwappedKeyIsAStranger) {
  Installation it;
  it.list.keys[1].key = it.stranger.public_key();
  EXPECT_EQ(keys_trusted_from(it.list, it.first.public_key()).size(), 1u);
}

TEST(Keys, ANoteThatOnlyOneSideSignedHandsNothingOver) {
  Installation it;
  for (std::string& note : it.list.rotations) note = note.substr(0, note.rfind("\u2014"));
  EXPECT_EQ(keys_trusted_from(it.list, it.first.public_key()).size(), 1u);
}

}  // namespace
}  // namespace knippe::proof
