// The first line is a name, the rest a Cookie header. Any text we set comes back as it was and can add no attribute.

#include <cstdint>

#include "base/check.h"
#include "base/text.h"
#include "http/cookie.h"

using namespace knippe;
using namespace knippe::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line = std::min(input.find('\n'), input.size());
  const auto header = input.substr(std::min(line + 1, input.size()));
  if (const auto found = find_cookie(header, input.substr(0, line))) CHECK(is_valid_utf8(*found) && !found->contains('\0'));
  for (bool https : {false, true}) {
    const auto set = set_cookie({.name = "okt", .value = std::string(header), .max_age_s = 7}, https);
    const auto pair = set.substr(0, set.find(';'));
    CHECK(set.substr(pair.size()) == (https ? "; Path=/; Max-Age=7; HttpOnly; SameSite=Lax; Secure" : "; Path=/; Max-Age=7; HttpOnly; SameSite=Lax"));
    const bool is_text = is_valid_utf8(header) && !header.contains('\0');
    if (is_text) CHECK(find_cookie("a=b; " + pair, https ? "__Host-okt" : "okt") == header);
  }
  return 0;
}
