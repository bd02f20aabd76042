// libheif (with libde265): what iPhones send. The library turns the picture upright itself.

#include <algorithm>
#include <memory>

#include "media/decode.h"
#include "media/heif_library.h"

namespace knippe::media {
namespace {

template <class T>
using Held = std::unique_ptr<T, void (*)(const T*)>;

bool went_well(const heif_error& error) { return error.code == heif_error_Ok; }

}  // namespace

Result<Decoded> decode_heic(std::string_view bytes) {
  const HeifLibrary* heif = heif_library();
  if (!heif) return fail(ErrorKind::unavailable, "photo.no_heic");
  const std::unique_ptr<heif_context, decltype(heif->heif_context_free)> context(heif->heif_context_alloc(), heif->heif_context_free);
  heif->heif_context_set_max_decoding_threads(context.get(), 1);
  if (!went_well(heif->heif_context_read_from_memory_without_copy(context.get(), bytes.data(), bytes.size(), nullptr)))
    return bad_input("photo.broken");
  heif_image_handle* found = nullptr;
  if (!went_well(heif->heif_context_get_primary_image_handle(context.get(), &found))) return bad_input("photo.broken");
  const Held<heif_image_handle> handle(found, heif->heif_image_handle_release);
  TRY_STATUS(check_size(heif->heif_image_handle_get_width(found), heif->heif_image_handle_get_height(found)));
  heif_image* made = nullptr;
  if (!went_well(heif->heif_decode_image(found, &made, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr))) return bad_input("photo.broken");
  const Held<heif_image> picture(made, heif->heif_image_release);
  const int width = heif->heif_image_get_width(made, heif_channel_interleaved), height = heif->heif_image_get_height(made, heif_channel_interleaved);
  TRY_STATUS(check_size(width, height));
  int stride = 0;
  const std::uint8_t* plane = heif->heif_image_get_plane_readonly(made, heif_channel_interleaved, &stride);
  if (!plane || stride < 3 * width) return bad_input("photo.broken");
  Decoded decoded{Image(width, height)};
  for (int y = 0; y < height; ++y)
    std::copy_n(plane + static_cast<std::ptrdiff_t>(stride) * y, 3 * static_cast<std::ptrdiff_t>(width), decoded.image.row(y));
  return decoded;
}

}  // namespace knippe::media
