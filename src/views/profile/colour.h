#pragma once
// The organisation's colour: what it may be, and the theme that follows from it. Contrast as WCAG 2.2 defines it (relative luminance of
// sRGB, 1.4.3 and 1.4.11). Every colour that is allowed gives a theme that keeps the limits; colour_test.cpp goes through them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace knippe::views {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

/// "#0b5a60"; nothing for anything else.
std::optional<Colour> parse_colour(std::string_view text);
std::string to_text(Colour colour);
/// 1..21.
double contrast(Colour a, Colour b);

/// What the colour is held against: white text on it, and links in it on the page's own grounds.
enum class Ground { white, paper, sand };
inline constexpr double contrast_min = 4.5;
Colour colour_of(Ground ground);

struct ColourFault {
  Ground against = Ground::white;
  double contrast = 0;
  Colour would_do;  ///< the same hue, as much darker as it takes
};
/// The worst fault; nothing when the colour may be used.
std::optional<ColourFault> fault_of(Colour colour);

/// A style sheet that sets the accent colours of the theme (assets/css/theme.css). The colour must be without fault.
std::string theme_sheet(Colour colour);

}  // namespace knippe::views
