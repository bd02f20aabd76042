// libheif (with libde265): what iPhones send. The library turns the picture upright itself.

#include <libheif/heif.h>

#include <algorithm>
#include <memory>

#include "media/decode.h"

namespace knippe::media {
namespace {

template <auto release>
struct Releaser {
  template <class T>
  void operator()(T* object) const { release(object); }
};
template <class T, auto release>
using Held = std::unique_ptr<T, Releaser<release>>;

bool went_well(const heif_error& error) { return error.code == heif_error_Ok; }

}  // namespace

Result<Decoded> decode_heic(std::string_view bytes) {
  const Held<heif_context, heif_context_free> context(heif_context_alloc());
  heif_context_set_max_decoding_threads(context.get(), 1);
  if (!went_well(heif_context_read_from_memory_without_copy(context.get(), bytes.data(), bytes.size(), nullptr)))
    return bad_input("photo.broken");
  heif_image_handle* found = nullptr;
  if (!went_well(heif_context_get_primary_image_handle(context.get(), &found))) return bad_input("photo.broken");
  const Held<heif_image_handle, heif_image_handle_release> handle(found);
  TRY_STATUS(check_size(heif_image_handle_get_width(found), heif_image_handle_get_height(found)));
  heif_image* made = nullptr;
  if (!went_well(heif_decode_image(found, &made, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr))) return bad_input("photo.broken");
  const Held<heif_image, heif_image_release> picture(made);
  const int width = heif_image_get_width(made, heif_channel_interleaved), height = heif_image_get_height(made, heif_channel_interleaved);
  TRY_STATUS(check_size(width, height));
  int stride = 0;
  const std::uint8_t* plane = heif_image_get_plane_readonly(made, heif_channel_interleaved, &stride);
  if (!plane || stride < 3 * width) return bad_input("photo.broken");
  Decoded decoded{Image(width, height)};
  for (int y = 0; y < height; ++y)
    std::copy_n(plane + static_cast<std::ptrdiff_t>(stride) * y, 3 * static_cast<std::ptrdiff_t>(width), decoded.image.row(y));
  return decoded;
}

}  // namespace knippe::media
