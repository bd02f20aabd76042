#pragma once
// libheif, fetched by the child that may need it. Linked, it and the codecs that it brings would lie in the memory of every server.

#include <libheif/heif.h>

namespace knippe::media {

#define KNIPPE_HEIF_FUNCTIONS(each)                                                                                          \
  each(heif_init) each(heif_context_alloc) each(heif_context_free) each(heif_context_set_max_decoding_threads)               \
  each(heif_context_read_from_memory_without_copy) each(heif_context_get_primary_image_handle) each(heif_decode_image)       \
  each(heif_image_handle_get_width) each(heif_image_handle_get_height) each(heif_image_handle_release)                       \
  each(heif_image_get_width) each(heif_image_get_height) each(heif_image_get_plane_readonly) each(heif_image_release)

/// What we use of it, by its own names and with the types of its header.
struct HeifLibrary {
#define KNIPPE_HEIF_MEMBER(function) decltype(&::function) function;
  KNIPPE_HEIF_FUNCTIONS(KNIPPE_HEIF_MEMBER)
#undef KNIPPE_HEIF_MEMBER
};

/// nullptr: this machine has none. Opens files when first called, which must be before there are walls.
const HeifLibrary* heif_library();

}  // namespace knippe::media
