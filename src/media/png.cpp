// libpng's simplified interface: any depth, palette and interlacing; what is transparent becomes white.

#include <png.h>

#include "media/decode.h"

namespace knippe::media {

Result<Decoded> decode_png(std::string_view bytes) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&png, bytes.data(), bytes.size())) return bad_input("photo.broken");
  if (const Status fits = check_size(png.width, png.height); !fits) {
    png_image_free(&png);
    return std::unexpected(fits.error());
  }
  png.format = PNG_FORMAT_RGB;
  Decoded decoded{Image(static_cast<int>(png.width), static_cast<int>(png.height))};
  constexpr png_color white{255, 255, 255};
  if (!png_image_finish_read(&png, &white, decoded.image.pixels.data(), 0, nullptr)) return bad_input("photo.broken");
  return decoded;
}

}  // namespace knippe::media
