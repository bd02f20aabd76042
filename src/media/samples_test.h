#pragma once
// Pictures made by the libraries themselves, and what spoils them.

#include <libheif/heif.h>
#include <png.h>
#include <webp/encode.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "media/image.h"

namespace knippe::media::samples {

/// Red in the upper left, green in the upper right, blue in the lower left, white in the lower right.
inline Image quarters(int width, int height) {
  Image image(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const bool left = x < width / 2, upper = y < height / 2;
      std::uint8_t* pixel = image.row(y) + 3 * x;
      pixel[0] = left == upper ? (left ? 255 : 255) : 0;
      pixel[1] = upper ? (left ? 0 : 255) : (left ? 0 : 255);
      pixel[2] = upper ? 0 : 255;
      if (upper && !left) pixel[0] = 0;
    }
  return image;
}

inline std::string big_endian(std::uint32_t number, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 255);
  return out;
}

inline constexpr std::string_view place = "GPS-58.9700N-5.7331E";

/// A TIFF block with an orientation and a place that must not leave.
inline std::string exif(int orientation) {
  return std::string("MM\0*", 4) + big_endian(8, 4) + big_endian(2, 2) +
         big_endian(0x0112, 2) + big_endian(3, 2) + big_endian(1, 4) + big_endian(static_cast<std::uint32_t>(orientation) << 16, 4) +
         big_endian(0x8825, 2) + big_endian(4, 2) + big_endian(1, 4) + big_endian(40, 4) + big_endian(0, 4) + std::string(place);
}

inline std::string with_app1(std::string_view jpeg, std::string_view content) {
  return std::string(jpeg.substr(0, 2)) + "\xFF\xE1" + big_endian(static_cast<std::uint32_t>(content.size() + 2), 2) + std::string(content) +
         std::string(jpeg.substr(2));
}
inline std::string jpeg(int width, int height, int orientation = 0) {
  const std::string plain = to_jpeg(quarters(width, height), 90);
  return orientation ? with_app1(plain, std::string("Exif\0\0", 6) + exif(orientation)) : plain;
}

inline std::string png(int width, int height) {
  const Image image = quarters(width, height);
  png_image out{};
  out.version = PNG_IMAGE_VERSION;
  out.width = static_cast<png_uint_32>(width);
  out.height = static_cast<png_uint_32>(height);
  out.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&out, nullptr, &size, 0, image.pixels.data(), 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&out, bytes.data(), &size, 0, image.pixels.data(), 0, nullptr);
  bytes.resize(size);
  return bytes;
}

/// Says in its header to be of another size; the header's checksum is right.
inline std::string png_of_claimed_size(std::uint32_t width, std::uint32_t height) {
  std::string bytes = png(8, 8);
  bytes.replace(16, 8, big_endian(width, 4) + big_endian(height, 4));
  std::uint32_t crc = 0xFFFFFFFF;
  for (std::size_t i = 12; i < 29; ++i) {
    crc ^= static_cast<std::uint8_t>(bytes[i]);
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
  }
  return bytes.replace(29, 4, big_endian(~crc, 4));
}
inline std::string jpeg_of_claimed_size(std::uint32_t width, std::uint32_t height) {
  std::string bytes = jpeg(16, 16);
  const std::size_t frame = bytes.find("\xFF\xC0");
  return bytes.replace(frame + 5, 4, big_endian(height, 2) + big_endian(width, 2));
}

inline std::string webp(int width, int height) {
  const Image image = quarters(width, height);
  std::uint8_t* made = nullptr;
  const std::size_t size = WebPEncodeRGB(image.pixels.data(), width, height, 3 * width, 90, &made);
  std::string bytes(reinterpret_cast<const char*>(made), size);
  WebPFree(made);
  return bytes;
}

inline heif_error append(heif_context*, const void* data, std::size_t size, void* to) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
  return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

/// As an iPhone makes it; with EXIF when asked.
inline std::string heic(int width, int height, bool with_place = false) {
  const Image image = quarters(width, height);
  heif_image* picture = nullptr;
  heif_image_create(width, height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &picture);
  heif_image_add_plane(picture, heif_channel_interleaved, width, height, 8);
  int stride = 0;
  std::uint8_t* plane = heif_image_get_plane(picture, heif_channel_interleaved, &stride);
  for (int y = 0; y < height; ++y) std::copy_n(image.row(y), 3 * width, plane + stride * y);
  heif_context* context = heif_context_alloc();
  heif_encoder* encoder = nullptr;
  heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder);
  heif_image_handle* handle = nullptr;
  heif_context_encode_image(context, picture, encoder, nullptr, &handle);
  if (with_place) {
    const std::string block = exif(1);
    heif_context_add_exif_metadata(context, handle, block.data(), static_cast<int>(block.size()));
  }
  std::string bytes;
  heif_writer writer{1, append};
  heif_context_write(context, &writer, &bytes);
  heif_image_handle_release(handle);
  heif_encoder_release(encoder);
  heif_context_free(context);
  heif_image_release(picture);
  return bytes;
}

}  // namespace knippe::media::samples
