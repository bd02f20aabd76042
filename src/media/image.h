#pragma once
// Pixels in memory, and what one does with them. Only the child process works with these (see darkroom.h).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knippe::media {

/// Rows from the top, three bytes a pixel (red, green, blue), without gaps.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;

  Image() = default;
  Image(int w, int h) : width(w), height(h), pixels(std::size_t{3} * static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
  std::uint8_t* row(int y) { return pixels.data() + std::size_t{3} * static_cast<std::size_t>(width) * static_cast<std::size_t>(y); }
  const std::uint8_t* row(int y) const { return const_cast<Image*>(this)->row(y); }
};

/// Smaller by averaging areas, so that the longer side is at most `side_max`; unchanged when it is already.
Image shrunk(Image image, int side_max);
/// Turned and mirrored as EXIF's orientation 1–8 says; any other number leaves it as it is.
Image upright(Image image, int orientation);
/// EXIF's orientation from a TIFF block ("II*…" or "MM*…", with or without "Exif\0\0" before it); 1 when it says nothing sound.
int orientation_of(std::string_view exif);
/// A baseline JPEG (4:2:0) without any metadata.
std::string to_jpeg(const Image& image, int quality);

}  // namespace knippe::media
