// What parse_form accepts is text, within bounds, and survives being written and read again.

#include <cstdint>

#include "base/check.h"
#include "base/text.h"
#include "http/form.h"

using namespace knippe;
using namespace knippe::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto form = parse_form({reinterpret_cast<const char*>(data), size});
  if (!form) {
    CHECK(form.error().kind == ErrorKind::bad_input && form.error().message_key.starts_with("form."));
    return 0;
  }
  CHECK(form->size() <= form_fields_max);
  for (const auto& [name, value] : *form) {
    CHECK(is_valid_utf8(name) && is_valid_utf8(value));
    CHECK(!name.contains('\0') && !value.contains('\0'));
  }
  CHECK(parse_form(to_form(*form)) == *form);
  return 0;
}
