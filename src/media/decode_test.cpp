#include "media/decode.h"

#include <gtest/gtest.h>

#include "media/samples_test.h"

/// The encoder that makes our HEIC samples keeps some memory to the end; the program itself never encodes HEIC.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libx265\n"; }

namespace knippe::media {
namespace {

std::string key_of(const auto& result) { return result ? "" : result.error().message_key; }

/// "rgbw": the four quarters in reading order.
std::string quarters_of(const Image& image) {
  std::string seen;
  for (const int y : {image.height / 4, image.height * 3 / 4})
    for (const int x : {image.width / 4, image.width * 3 / 4}) {
      const std::uint8_t* pixel = image.row(y) + 3 * x;
      const bool r = pixel[0] > 128, g = pixel[1] > 128, b = pixel[2] > 128;
      seen += r && g && b ? 'w' : r ? 'r' : g ? 'g' : b ? 'b' : '?';
    }
  return seen;
}

TEST(Decode, reads_what_phones_send) {
  for (const std::string& bytes : {samples::jpeg(64, 48), samples::png(64, 48), samples::webp(64, 48), samples::heic(64, 48)}) {
    const auto image = decode(bytes);
    ASSERT_TRUE(image) << key_of(image);
    EXPECT_EQ(image->width, 64);
    EXPECT_EQ(image->height, 48);
    EXPECT_EQ(quarters_of(*image), "rgbw") << static_cast<int>(format_of(bytes));
  }
}

TEST(Decode, knows_a_format_by_its_bytes_only) {
  EXPECT_EQ(format_of(samples::jpeg(8, 8)), Format::jpeg);
  EXPECT_EQ(format_of(samples::heic(64, 64)), Format::heic);
  for (const std::string bytes : {"", "\xFF\xD8", "GIF89a", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF....WAVE....",
                                  "....ftypavif....", "MZ"})
    EXPECT_EQ(key_of(decode(bytes)), "photo.unknown_type") << bytes;
}

TEST(Decode, applies_every_orientation) {
  // What EXIF says the stored rows and columns are, and what the eye should see.
  const char* seen[] = {"", "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const auto image = decode(samples::jpeg(64, 48, orientation));
    ASSERT_TRUE(image);
    EXPECT_EQ(image->width, orientation >= 5 ? 48 : 64);
    EXPECT_EQ(quarters_of(*image), seen[orientation]) << orientation;
  }
}

TEST(Decode, an_unsound_orientation_is_none) {
  EXPECT_EQ(orientation_of(""), 1);
  EXPECT_EQ(orientation_of("MM"), 1);
  EXPECT_EQ(orientation_of(samples::exif(9)), 1);
  EXPECT_EQ(orientation_of(samples::exif(6).substr(0, 15)), 1);
  EXPECT_EQ(orientation_of(std::string("II*\0\xFF\xFF\xFF\x7F", 8)), 1);
  EXPECT_EQ(orientation_of(samples::exif(6)), 6);
}

TEST(Decode, makes_large_pictures_smaller_and_leaves_small_ones) {
  for (const std::string& bytes : {samples::jpeg(3000, 1500), samples::png(3000, 1500), samples::webp(3000, 1500)}) {
    const auto image = decode(bytes, 600);
    ASSERT_TRUE(image) << key_of(image);
    EXPECT_EQ(image->width, 600);
    EXPECT_EQ(image->height, 300);
    EXPECT_EQ(quarters_of(*image), "rgbw");
  }
  const auto thin = decode(samples::png(3000, 1), 600);
  ASSERT_TRUE(thin);
  EXPECT_EQ(thin->height, 1);
}

TEST(Decode, refuses_bombs_before_it_makes_room_for_them) {
  EXPECT_EQ(key_of(decode(samples::png_of_claimed_size(60'000, 60'000))), "photo.too_many_pixels");
  EXPECT_EQ(key_of(decode(samples::jpeg_of_claimed_size(65'000, 65'000))), "photo.too_many_pixels");
  EXPECT_EQ(key_of(decode(std::string(upload_bytes_max + 1, 'x'))), "photo.too_large");
}

TEST(Decode, refuses_a_file_cut_anywhere) {
  for (const std::string& bytes : {samples::jpeg(64, 48), samples::png(64, 48), samples::webp(64, 48), samples::heic(64, 64)})
    for (std::size_t part = 1; part < 8; ++part) {
      const auto image = decode(std::string_view(bytes).substr(0, bytes.size() * part / 8));
      EXPECT_FALSE(image) << static_cast<int>(format_of(bytes)) << " " << part;
    }
}

TEST(Image, averages_areas_exactly) {
  Image image(3, 1);
  for (int x = 0; x < 3; ++x) image.row(0)[3 * x] = static_cast<std::uint8_t>(x * 90);  // 0, 90, 180
  const Image half = shrunk(image, 2);  // each new pixel covers one and a half: (0 + 45)/1.5, (45 + 180)/1.5
  ASSERT_EQ(half.width, 2);
  EXPECT_EQ(half.row(0)[0], 30);
  EXPECT_EQ(half.row(0)[3], 150);
}

}  // namespace
}  // namespace knippe::media
