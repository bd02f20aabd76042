#pragma once
// Bytes that somebody sent → pixels. Called in the child process only: whatever a decoder does wrong, it does there.
//
// What counts is what the bytes are, never what their sender calls them. Metadata is read for the orientation and then dropped.

#include <string_view>

#include "base/result.h"
#include "media/image.h"

namespace knippe::media {

inline constexpr std::size_t upload_bytes_max = 15u << 20;
inline constexpr std::int64_t pixels_max = 50'000'000;
inline constexpr int display_side_max = 2400;
inline constexpr int thumbnail_side_max = 480;

enum class Format { jpeg, png, webp, heic, unknown };
Format format_of(std::string_view bytes);

/// The picture, upright. Where the format allows it is decoded smaller, but never below `side_min` on its longer side.
/// Errors: `photo.unknown_type`, `photo.broken`, `photo.too_many_pixels` (detail: millions allowed), `photo.no_heic` (this machine cannot).
Result<Image> decode(std::string_view bytes, int side_min = display_side_max);

/// One for each format; orientation is applied by decode(), except for heic, whose library does it.
struct Decoded {
  Image image;
  int orientation = 1;
};
Result<Decoded> decode_jpeg(std::string_view bytes, int side_min);
Result<Decoded> decode_png(std::string_view bytes);
Result<Decoded> decode_webp(std::string_view bytes, int side_min);
Result<Decoded> decode_heic(std::string_view bytes);

/// `photo.broken` or `photo.too_many_pixels` unless this many pixels may be decoded.
Status check_size(std::int64_t width, std::int64_t height);

}  // namespace knippe::media
