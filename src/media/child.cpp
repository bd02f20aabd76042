#include <unistd.h>

#include <new>

#include "media/answer.h"
#include "media/heif_library.h"

namespace knippe::media {
namespace {

constexpr int display_quality = 84, thumbnail_quality = 78;

Result<std::string> read_all(int file) {
  std::string bytes;
  char piece[1 << 16];
  for (ssize_t count; (count = ::read(file, piece, sizeof piece)) != 0;) {
    if (count < 0) return bad_input("photo.broken");
    bytes.append(piece, static_cast<std::size_t>(count));
    if (bytes.size() > upload_bytes_max) return fail(ErrorKind::too_large, "photo.too_large");
  }
  return bytes;
}

Status write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count <= 0) return bad_input("photo.broken");
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Status develop_to(int out) {
  const std::string upload = TRY(read_all(STDIN_FILENO));
  return write_all(out, write_answer(TRY(develop_here(upload))));
}

}  // namespace

Result<Developed> develop_here(std::string_view upload) {
  const Image display = TRY(decode(upload));
  Developed developed{display.width, display.height, to_jpeg(display, display_quality), {}};
  developed.thumbnail = to_jpeg(shrunk(display, thumbnail_side_max), thumbnail_quality);
  return developed;
}

int develop_photo_main(const Confinement& walls) {
  (void)heif_library();  // while files can still be opened
  if (!confine(walls)) return 1;
  try {
    const Status done = develop_to(STDOUT_FILENO);
    return done ? 0 : exit_code_of(done.error());
  } catch (const std::bad_alloc&) {
    return exit_code_of({ErrorKind::too_large, "photo.too_many_pixels", {}});
  } catch (...) {
    return 1;
  }
}

}  // namespace knippe::media
