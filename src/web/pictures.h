#pragma once
// Pictures between a form, the darkroom, the store, the log and a browser; the same for posters and for contributions.

#include <string>
#include <string_view>

#include "store/photos.h"
#include "web/call.h"

namespace knippe::web {

struct KeptPicture {
  std::string commitment;  ///< names it in the room's part of the store
  int width = 0;
  int height = 0;
};

/// The call's upload, developed and kept in its room: `photo.none`, and what darkroom and store refuse.
Result<KeptPicture> keep_upload(const Call& call);

/// Forgetting what is not there is no error.
Status drop_picture(const Call& call, std::string_view commitment);

/// From upload to log: `submit(const KeptPicture&)` hands in the command. What the log refuses, or has already, leaves nothing in the store.
template <class Submit>
Result<engine::Receipt> submit_with_upload(const Call& call, Submit submit) {
  const KeptPicture kept = TRY(keep_upload(call));
  auto receipt = submit(kept);
  if (!receipt || receipt->repeated) TRY_STATUS(drop_picture(call, kept.commitment));
  return receipt;
}

/// The whole answer is a picture of ours, whatever a browser thinks of it. Without a commitment: `photo.unknown`.
http::Response picture_answer(const Call& call, const std::string& commitment, store::PhotoSize size, std::string_view file_name);

/// The number in a path's first {…}; 0 for anything else.
std::uint32_t number_in_path(const Call& call);

}  // namespace knippe::web
