// libwebp, decoded straight to the size that is needed. Moving pictures are not posters.

#include <webp/decode.h>

#include <algorithm>

#include "media/decode.h"

namespace knippe::media {
namespace {

/// The content of the RIFF chunk "EXIF"; empty when there is none.
std::string_view exif_of(std::string_view bytes) {
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    std::size_t size = 0;
    for (int i = 3; i >= 0; --i) size = size << 8 | static_cast<std::uint8_t>(bytes[at + 4 + static_cast<std::size_t>(i)]);
    if (bytes.substr(at, 4) == "EXIF") return bytes.substr(at + 8, size);
    at += 8 + size + (size & 1);
  }
  return {};
}

void lay_on_white(const std::vector<std::uint8_t>& rgba, std::vector<std::uint8_t>& rgb) {
  for (std::size_t i = 0; i < rgb.size() / 3; ++i)
    for (std::size_t c = 0; c < 3; ++c) {
      const int alpha = rgba[4 * i + 3];
      rgb[3 * i + c] = static_cast<std::uint8_t>((rgba[4 * i + c] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}

}  // namespace

Result<Decoded> decode_webp(std::string_view bytes, int side_min) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config) || WebPGetFeatures(data, bytes.size(), &config.input) != VP8_STATUS_OK) return bad_input("photo.broken");
  if (config.input.has_animation) return bad_input("photo.unknown_type");
  const int width = config.input.width, height = config.input.height, longer = std::max(width, height);
  TRY_STATUS(check_size(width, height));
  Decoded decoded{Image(width, height), orientation_of(exif_of(bytes))};
  if (longer > side_min) {
    const auto scaled = [&](int side) { return std::max(1, static_cast<int>(std::int64_t{side} * side_min / longer)); };
    decoded.image = Image(scaled(width), scaled(height));
    config.options.use_scaling = 1;
    config.options.scaled_width = decoded.image.width;
    config.options.scaled_height = decoded.image.height;
  }
  std::vector<std::uint8_t> rgba(decoded.image.pixels.size() / 3 * 4);
  config.output.colorspace = MODE_RGBA;
  config.output.is_external_memory = 1;
  config.output.u.RGBA = {rgba.data(), 4 * decoded.image.width, rgba.size()};
  if (WebPDecode(data, bytes.size(), &config) != VP8_STATUS_OK) return bad_input("photo.broken");
  lay_on_white(rgba, decoded.image.pixels);
  return decoded;
}

}  // namespace knippe::media
