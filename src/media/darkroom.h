#pragma once
// Develops photos: an upload goes in, two clean JPEGs come out. The bytes are opened in a child process (the same program, started
// anew in a hidden mode) behind the walls of confine.h; this process only carries them there in a memory file and takes the
// answer from a pipe. What comes out is encoded anew from pixels: no EXIF, no place, no colour profile, no hidden second content.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.h"
#include "media/confine.h"
#include "media/decode.h"

namespace knippe::media {

/// How the program is started when it is to be the child: `knippe develop-photo`.
inline constexpr const char* child_mode = "develop-photo";

struct Developed {
  int width = 0;          ///< of `display`
  int height = 0;
  std::string display;    ///< JPEG, at most display_side_max on its longer side
  std::string thumbnail;  ///< JPEG, at most thumbnail_side_max
};

struct DarkroomOptions {
  std::string program = "/proc/self/exe";
  std::chrono::milliseconds wall{30'000};     ///< a child that takes longer is killed
  std::chrono::milliseconds patience{30'000}; ///< waiting for a place
  int places = 2;                             ///< children at once
};

/// Safe from several threads.
class Darkroom {
 public:
  explicit Darkroom(DarkroomOptions options = {}) : options_(std::move(options)), free_(options_.places) {}

  /// Errors: those of decode(), `photo.too_large`, `photo.too_slow`, `photo.broken` (also when the child was killed), `photo.busy`.
  Result<Developed> develop(std::string_view upload);

 private:
  Result<Developed> in_child(std::string_view upload) const;

  const DarkroomOptions options_;
  std::mutex mutex_;
  std::condition_variable freed_;
  int free_;
};

/// The child's whole life: confines itself, reads standard input, writes the answer to standard output. Returns its exit code.
int develop_photo_main(const Confinement& walls = {});
/// What the child does once it is confined; also what the fuzz target calls.
Result<Developed> develop_here(std::string_view upload);

}  // namespace knippe::media
