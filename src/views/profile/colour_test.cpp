#include "views/profile/colour.h"

#include <gtest/gtest.h>

#include "views/profile/municipalities.h"

namespace knippe::views {
namespace {

Colour in_sheet(const std::string& sheet, std::string_view name) {
  const std::string start = "--ds-color-accent-" + std::string(name) + ":";
  return parse_colour(std::string_view(sheet).substr(sheet.find(start) + start.size(), 7)).value();
}

TEST(Colour, ContrastIsThatOfWcag) {
  EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 1e-9);
  EXPECT_NEAR(contrast(*parse_colour("#767676"), *parse_colour("#ffffff")), 4.54, 0.005);
  EXPECT_NEAR(contrast(*parse_colour("#777777"), *parse_colour("#ffffff")), 4.48, 0.005);
}

TEST(Colour, ReadsOnlySixDigits) {
  EXPECT_EQ(parse_colour("#0B5a60"), (Colour{11, 90, 96}));
  for (const char* wrong : {"", "0b5a60", "#fff", "#0b5a6g", "#0b5a600"}) EXPECT_FALSE(parse_colour(wrong)) << wrong;
  EXPECT_EQ(to_text({11, 90, 96}), "#0b5a60");
}

TEST(Colour, SaysWhichContrastFailsAndAColourThatWouldDo) {
  EXPECT_FALSE(fault_of(*parse_colour("#0b5a60")));
  const auto sun = fault_of(*parse_colour("#f0b034"));
  ASSERT_TRUE(sun);
  EXPECT_EQ(sun->against, Ground::white);
  EXPECT_LT(sun->contrast, 2);
  EXPECT_FALSE(fault_of(sun->would_do));
  const auto grey = fault_of(*parse_colour("#747474"));  // enough on white, not on paper or sand
  ASSERT_TRUE(grey);
  EXPECT_NE(grey->against, Ground::white);
}

TEST(Colour, EveryAllowedColourGivesAThemeWithinTheLimits) {
  int allowed = 0;
  for (int red = 0; red < 256; red += 15)
    for (int green = 0; green < 256; green += 15)
      for (int blue = 0; blue < 256; blue += 15) {
        const Colour colour{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green), static_cast<std::uint8_t>(blue)};
        const auto fault = fault_of(colour);
        if (fault) {
          ASSERT_FALSE(fault_of(fault->would_do)) << to_text(colour);
          continue;
        }
        ++allowed;
        const std::string sheet = theme_sheet(colour);
        for (const char* base : {"base-default", "base-hover", "base-active"})
          ASSERT_GE(contrast(in_sheet(sheet, base), in_sheet(sheet, "base-contrast-default")), 4.5) << to_text(colour) << base;
        for (const char* ground : {"background-tinted", "surface-tinted", "surface-hover", "surface-active"})
          ASSERT_GE(contrast(in_sheet(sheet, "text-subtle"), in_sheet(sheet, ground)), 4.5) << to_text(colour) << ground;
        ASSERT_GE(contrast(in_sheet(sheet, "text-default"), in_sheet(sheet, "surface-active")), 7) << to_text(colour);
        ASSERT_GE(contrast(in_sheet(sheet, "border-default"), in_sheet(sheet, "surface-tinted")), 3) << to_text(colour);
        ASSERT_GE(contrast(in_sheet(sheet, "border-default"), colour_of(Ground::sand)), 3) << to_text(colour);
      }
  EXPECT_GT(allowed, 500);
}

TEST(Municipalities, AreAllThereWithTheNamesTheListHas) {
  EXPECT_EQ(all_municipalities().size(), 357u);
  ASSERT_TRUE(find_municipality("5610"));
  EXPECT_EQ(find_municipality("5610")->name, "Karasjok");
  EXPECT_EQ(find_municipality("5610")->other, "Kárášjohka");
  EXPECT_EQ(find_municipality("0301")->other, "");
  EXPECT_FALSE(find_municipality("9999"));
}

}  // namespace
}  // namespace knippe::views
