#pragma once
// The input for a picture and how far it has come; the same for posters and for contributions. The form around it needs FormLook::upload_bytes
// (desk/parts.h) or the like.

#include <cstdint>
#include <string>
#include <string_view>

#include "views/html.h"
#include "views/lang.h"

namespace knippe::views {

inline constexpr std::int64_t photo_megabytes_max = 15, photo_bytes_max = photo_megabytes_max << 20;  // as media/decode.h enforces

struct PhotoField {
  std::string_view label;
  std::string error = {};
  bool required = false;
};
/// Named `bilde`, with the id "bilde-fil".
void photo_field(Writer& h, const Words& w, const PhotoField& field);
/// Filled in by app.js while the picture is on its way.
void upload_progress(Writer& h, const Words& w);

}  // namespace knippe::views
