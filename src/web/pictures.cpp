#include "web/pictures.h"

#include "base/encoding.h"
#include "media/darkroom.h"
#include "store/store.h"

namespace knippe::web {

Result<KeptPicture> keep_upload(const Call& call) {
  if (!call.upload || call.upload->empty()) return bad_input("photo.none");
  const media::Developed developed = TRY(call.site.darkroom.develop(*call.upload));
  return KeptPicture{TRY(call.site.store.photos().keep(call.room, developed.display, developed.thumbnail)), developed.width, developed.height};
}

Status drop_picture(const Call& call, std::string_view commitment) { return call.site.store.photos().drop(call.room, commitment); }

http::Response picture_answer(const Call& call, const std::string& commitment, store::PhotoSize size, std::string_view file_name) {
  if (commitment.empty()) return error_answer(call, {ErrorKind::not_found, "photo.unknown", {}});
  const std::string etag = "\"" + commitment.substr(0, 32) + (size == store::PhotoSize::display ? "\"" : "-t\"");
  if (http::knows_etag(call.request, etag)) return http::not_modified(etag);
  auto bytes = call.site.store.photos().read(call.room, commitment, size);
  if (!bytes) return error_answer(call, bytes.error());
  http::Response response;
  response.content_type = "image/jpeg";
  response.body = *std::move(bytes);
  response.with("ETag", etag)
      .with("Cache-Control", "private, no-cache")
      .with("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
      .with("Content-Disposition", "inline; filename=\"" + std::string(file_name) + ".jpg\"");
  return response;
}

std::uint32_t number_in_path(const Call& call) {
  const auto number = parse_number(call.captured[0]);
  return number && *number <= UINT32_MAX ? static_cast<std::uint32_t>(*number) : 0;
}

}  // namespace knippe::web
