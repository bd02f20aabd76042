#include "store/photos.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "store/testing.h"

namespace knippe::store {
namespace {

namespace fs = std::filesystem;
constexpr RoomId room{5}, other{6};

class PhotosTest : public testing::StoreTest {
 protected:
  Photos& photos() { return store().photos(); }
  std::size_t files() const {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(dir() / "files")) count += entry.is_regular_file();
    return count;
  }
};

TEST_F(PhotosTest, gives_back_what_it_keeps_and_only_to_its_room) {
  const auto kept = photos().keep(room, "large", "small");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->size(), 64u);
  EXPECT_EQ(photos().read(room, *kept, PhotoSize::display), "large");
  EXPECT_EQ(photos().read(room, *kept, PhotoSize::thumbnail), "small");
  EXPECT_EQ(photos().read(other, *kept, PhotoSize::display).error().message_key, "photo.unknown");
}

TEST_F(PhotosTest, the_same_picture_twice_has_two_commitments_and_one_file) {
  const auto first = photos().keep(room, "large", "small"), second = photos().keep(other, "large", "small");
  EXPECT_NE(*first, *second);
  EXPECT_EQ(files(), 2u);
  EXPECT_TRUE(photos().drop(room, *first));
  EXPECT_EQ(photos().read(other, *second, PhotoSize::display), "large");
  EXPECT_TRUE(photos().drop(other, *second));
  EXPECT_EQ(files(), 0u);
}

TEST_F(PhotosTest, forgetting_leaves_nothing_behind) {
  const auto kept = photos().keep(room, "large", "small");
  EXPECT_TRUE(photos().keep(room, "second", "small"));
  EXPECT_TRUE(store().remove_room(room));
  EXPECT_EQ(files(), 0u);
  EXPECT_FALSE(photos().read(room, *kept, PhotoSize::display));
  EXPECT_TRUE(photos().drop(room, *kept));
}

TEST_F(PhotosTest, a_sweep_removes_what_no_picture_names_after_a_day_and_nothing_else) {
  const auto kept = photos().keep(room, "large", "small");
  ASSERT_TRUE(kept);
  const std::string orphan(64, 'a'), half(64, 'b');
  const fs::path folder = dir() / "files";
  fs::create_directory(folder / "aa");
  for (const std::string& name : {orphan + ".jpg", half + ".jpg.unfinished", std::string("notes.txt"), std::string(64, 'Z') + ".jpg"})
    std::ofstream(folder / "aa" / name) << "x";
  const Instant now = SystemClock().now();
  EXPECT_EQ(photos().sweep(now), 0u) << "an upload may be under way";
  const Instant tomorrow = now.plus_ms(25LL * 60 * 60 * 1000);
  EXPECT_EQ(photos().sweep(tomorrow), 2u);
  EXPECT_EQ(files(), 4u);
  EXPECT_EQ(photos().read(room, *kept, PhotoSize::display), "large");
  EXPECT_EQ(photos().sweep(tomorrow), 0u);
}

/// A picture's file lies there as an orphan of old when the same picture is sent again: its row and the sweep must not miss each other.
TEST_F(PhotosTest, a_sweep_never_takes_the_file_of_a_picture_that_is_being_kept) {
  const Instant tomorrow = SystemClock().now().plus_ms(25LL * 60 * 60 * 1000);
  std::atomic<bool> done{false};
  std::jthread sweeping([&] {
    while (!done) EXPECT_TRUE(photos().sweep(tomorrow));
  });
  for (int i = 0; i < 40; ++i) {
    const auto kept = photos().keep(room, "again", "and again");
    ASSERT_TRUE(kept);
    ASSERT_EQ(photos().read(room, *kept, PhotoSize::display), "again") << i;
    ASSERT_EQ(photos().read(room, *kept, PhotoSize::thumbnail), "and again") << i;
    ASSERT_TRUE(photos().drop(room, *kept));
  }
  done = true;
}

TEST_F(PhotosTest, files_are_for_their_owner_only) {
  EXPECT_TRUE(photos().keep(room, "large", "small"));
  for (const auto& entry : fs::recursive_directory_iterator(dir() / "files"))
    EXPECT_EQ(entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none) << entry.path();
}

}  // namespace
}  // namespace knippe::store
