#include "views/profile/colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace knippe::views {
namespace {

constexpr Colour white{255, 255, 255}, black{0, 0, 0}, paper{0xFB, 0xF8, 0xF2}, sand{0xF4, 0xEE, 0xE2};

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue); }

/// `percent` of `other` in `colour`.
Colour mix(Colour colour, Colour other, int percent) {
  const auto channel = [&](int a, int b) { return static_cast<std::uint8_t>((a * (100 - percent) + b * percent + 50) / 100); };
  return {channel(colour.red, other.red), channel(colour.green, other.green), channel(colour.blue, other.blue)};
}

bool stands_out(Colour colour, std::initializer_list<Colour> grounds, double least) {
  return std::ranges::all_of(grounds, [&](Colour ground) { return contrast(colour, ground) >= least; });
}

/// The colour with as little black as it takes to stand out from all of the grounds.
Colour dark_enough(Colour colour, std::initializer_list<Colour> grounds, double least) {
  for (int percent = 0; percent < 100; ++percent)
    if (const Colour darker = mix(colour, black, percent); stands_out(darker, grounds, least)) return darker;
  return black;
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::uint32_t bits = 0;
  for (const char c : text.substr(1)) {
    const auto digit = std::string_view("0123456789abcdef").find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = bits * 16 + static_cast<std::uint32_t>(digit);
  }
  return Colour{static_cast<std::uint8_t>(bits >> 16U), static_cast<std::uint8_t>((bits >> 8U) & 255U), static_cast<std::uint8_t>(bits & 255U)};
}

std::string to_text(Colour c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

double contrast(Colour a, Colour b) {
  const double one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

Colour colour_of(Ground ground) {
  switch (ground) {
    case Ground::white: return white;
    case Ground::paper: return paper;
    case Ground::sand: return sand;
  }
  __builtin_unreachable();
}

std::optional<ColourFault> fault_of(Colour colour) {
  for (const Ground ground : {Ground::white, Ground::paper, Ground::sand})
    if (const double found = contrast(colour, colour_of(ground)); found < contrast_min)
      return ColourFault{ground, found, dark_enough(colour, {white, paper, sand}, contrast_min)};
  return std::nullopt;
}

std::string theme_sheet(Colour colour) {
  const Colour tinted = mix(colour, white, 88), hover = mix(colour, white, 80), active = mix(colour, white, 71);
  const Colour text = dark_enough(colour, {white, paper, sand, tinted, hover, active}, contrast_min);
  const Colour border = dark_enough(mix(colour, white, 25), {white, paper, sand, tinted}, 3);
  const auto set = [](std::string_view name, Colour value) { return fmt::format("--ds-color-accent-{}:{};", name, to_text(value)); };
  return ":root{" + set("background-tinted", mix(colour, white, 94)) + set("surface-tinted", tinted) + set("surface-hover", hover) +
         set("surface-active", active) + set("border-subtle", mix(colour, white, 63)) + set("border-default", border) +
         set("border-strong", text) + set("text-subtle", text) +
         set("text-default", dark_enough(colour, {white, paper, sand, tinted, hover, active}, 7)) + set("base-default", colour) +
         set("base-hover", mix(colour, black, 20)) + set("base-active", mix(colour, black, 40)) +
         set("base-contrast-subtle", mix(colour, white, 92)) + set("base-contrast-default", white) + "}\n";
}

}  // namespace knippe::views
