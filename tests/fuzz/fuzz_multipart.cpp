// The first line is the Content-Type, the rest the body. Parts are views into the body, within bounds, with clean names.

#include <cstdint>

#include "base/check.h"
#include "base/text.h"
#include "http/multipart.h"

using namespace knippe;
using namespace knippe::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line = std::min(input.find('\n'), input.size());
  const auto body = input.substr(std::min(line + 1, input.size()));
  const auto parts = split_multipart(input.substr(0, line), body);
  if (!parts) {
    CHECK(parts.error().message_key.starts_with("multipart."));
    return 0;
  }
  CHECK(parts->size() <= multipart_parts_max);
  for (const Part& part : *parts) {
    CHECK(is_valid_utf8(part.name) && !part.name.contains('\0'));
    CHECK(!part.file_name || (is_valid_utf8(*part.file_name) && part.file_name->find_first_of("/\\") == std::string::npos));
    CHECK(part.content.empty() || (part.content.data() >= body.data() && part.content.data() + part.content.size() <= body.data() + body.size()));
    CHECK(!part.content.contains("\r\n--" + *multipart_boundary(input.substr(0, line))));
  }
  return 0;
}
