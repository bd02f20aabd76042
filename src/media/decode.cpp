#include "media/decode.h"

namespace knippe::media {
namespace {

constexpr std::string_view heic_brands[] = {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"};

bool is_heic(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return false;
  for (const std::string_view brand : heic_brands)
    if (bytes.substr(8, 4) == brand) return true;
  return false;
}

Result<Decoded> decode_as(Format format, std::string_view bytes, int side_min) {
  switch (format) {
    case Format::jpeg: return decode_jpeg(bytes, side_min);
    case Format::png: return decode_png(bytes);
    case Format::webp: return decode_webp(bytes, side_min);
    case Format::heic: return decode_heic(bytes);
    case Format::unknown: break;
  }
  return bad_input("photo.unknown_type");
}

}  // namespace

Format format_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return Format::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return Format::png;
  if (bytes.size() >= 16 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return Format::webp;
  return is_heic(bytes) ? Format::heic : Format::unknown;
}

Status check_size(std::int64_t width, std::int64_t height) {
  if (width < 1 || height < 1) return bad_input("photo.broken");
  if (width > pixels_max || height > pixels_max / width)
    return fail(ErrorKind::too_large, "photo.too_many_pixels", std::to_string(pixels_max / 1'000'000));
  return {};
}

Result<Image> decode(std::string_view bytes, int side_min) {
  if (bytes.size() > upload_bytes_max) return fail(ErrorKind::too_large, "photo.too_large", std::to_string(upload_bytes_max >> 20));
  Decoded decoded = TRY(decode_as(format_of(bytes), bytes, side_min));
  Image smaller = shrunk(std::move(decoded.image), side_min);
  return upright(std::move(smaller), decoded.orientation);
}

}  // namespace knippe::media
