// What the child process does with an upload: any bytes give two sound JPEGs of allowed size, or a refusal by name.

#include <cstdint>

#include "base/check.h"
#include "media/answer.h"

using namespace knippe;
using namespace knippe::media;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto developed = develop_here({reinterpret_cast<const char*>(data), size});
  if (!developed) {
    CHECK(developed.error().message_key.starts_with("photo."));
    CHECK(exit_code_of(developed.error()) != 1);
    return 0;
  }
  CHECK(developed->width >= 1 && developed->width <= display_side_max && developed->height >= 1 && developed->height <= display_side_max);
  const auto read = read_answer(write_answer(*developed));
  CHECK(read && read->display == developed->display);
  CHECK(format_of(read->display) == Format::jpeg && decode(read->thumbnail));
  return 0;
}
