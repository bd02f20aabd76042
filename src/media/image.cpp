#include "media/image.h"

#include <algorithm>

namespace knippe::media {
namespace {

/// Areas on a line of `from` pixels that become one of `to`, both measured in units of 1/to and 1/from: exact integers.
struct Line {
  std::int64_t from, to;
  std::int64_t first(std::int64_t i) const { return i * from / to; }
  std::int64_t last(std::int64_t i) const { return std::min(from - 1, ((i + 1) * from - 1) / to); }
  std::int64_t weight(std::int64_t i, std::int64_t j) const {
    return std::min((j + 1) * to, (i + 1) * from) - std::max(j * to, i * from);
  }
};

Image narrowed(const Image& image, int width) {
  Image out(width, image.height);
  const Line line{image.width, width};
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* in = image.row(y);
    std::uint8_t* to = out.row(y);
    for (std::int64_t x = 0; x < width; ++x)
      for (int channel = 0; channel < 3; ++channel) {
        std::int64_t sum = line.from / 2;
        for (std::int64_t j = line.first(x); j <= line.last(x); ++j) sum += line.weight(x, j) * in[3 * j + channel];
        *to++ = static_cast<std::uint8_t>(sum / line.from);
      }
  }
  return out;
}

Image lowered(const Image& image, int height) {
  Image out(image.width, height);
  const Line line{image.height, height};
  std::vector<std::int64_t> sums(std::size_t{3} * static_cast<std::size_t>(image.width));
  for (int y = 0; y < height; ++y) {
    std::ranges::fill(sums, line.from / 2);
    for (std::int64_t j = line.first(y); j <= line.last(y); ++j) {
      const std::uint8_t* in = image.row(static_cast<int>(j));
      const std::int64_t weight = line.weight(y, j);
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weight * in[i];
    }
    std::ranges::transform(sums, out.row(y), [&](std::int64_t sum) { return static_cast<std::uint8_t>(sum / line.from); });
  }
  return out;
}

template <class Source>
Image placed(const Image& image, bool sideways, Source source) {
  Image out(sideways ? image.height : image.width, sideways ? image.width : image.height);
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x) {
      const auto [from_x, from_y] = source(x, y);
      std::copy_n(image.row(from_y) + 3 * from_x, 3, out.row(y) + 3 * x);
    }
  return out;
}

/// Numbers of a TIFF block, in its own byte order; 0 beyond its end.
struct Tiff {
  std::string_view bytes;
  bool little;
  std::uint32_t at(std::size_t offset, int size) const {
    std::uint32_t number = 0;
    for (int i = 0; i < size; ++i) {
      const std::size_t place = offset + static_cast<std::size_t>(little ? size - 1 - i : i);
      number = number << 8 | (place < bytes.size() ? static_cast<std::uint8_t>(bytes[place]) : 0U);
    }
    return number;
  }
};

constexpr std::uint32_t tag_orientation = 0x0112, type_short = 3;

}  // namespace

Image shrunk(Image image, int side_max) {
  const int longer = std::max(image.width, image.height);
  if (longer <= side_max) return image;
  const auto scaled = [&](int side) { return std::max(1, static_cast<int>((std::int64_t{side} * side_max + longer / 2) / longer)); };
  const int width = scaled(image.width), height = scaled(image.height);
  return lowered(narrowed(image, width), height);
}

Image upright(Image image, int orientation) {
  const int right = image.width - 1, bottom = image.height - 1;
  struct At { int x, y; };
  switch (orientation) {
    case 2: return placed(image, false, [=](int x, int y) { return At{right - x, y}; });
    case 3: return placed(image, false, [=](int x, int y) { return At{right - x, bottom - y}; });
    case 4: return placed(image, false, [=](int x, int y) { return At{x, bottom - y}; });
    case 5: return placed(image, true, [=](int x, int y) { return At{y, x}; });
    case 6: return placed(image, true, [=](int x, int y) { return At{y, bottom - x}; });
    case 7: return placed(image, true, [=](int x, int y) { return At{right - y, bottom - x}; });
    case 8: return placed(image, true, [=](int x, int y) { return At{right - y, x}; });
    default: return image;
  }
}

int orientation_of(std::string_view exif) {
  if (exif.starts_with(std::string_view("Exif\0\0", 6))) exif.remove_prefix(6);
  const bool little = exif.starts_with(std::string_view("II*\0", 4));
  if (!little && !exif.starts_with(std::string_view("MM\0*", 4))) return 1;
  const Tiff tiff{exif, little};
  const std::size_t directory = tiff.at(4, 4);
  if (directory >= exif.size()) return 1;
  for (std::uint32_t i = 0, count = tiff.at(directory, 2); i < count; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry + 12 > exif.size()) return 1;
    if (tiff.at(entry, 2) != tag_orientation || tiff.at(entry + 2, 2) != type_short) continue;
    const std::uint32_t value = tiff.at(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace knippe::media
