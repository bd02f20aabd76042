#pragma once
// application/x-www-form-urlencoded and its one reader.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/fields.h"

namespace knippe::http {

using Form = Fields;
inline constexpr std::size_t form_fields_max = 256;

/// Decodes a form or a query. Refuses broken percent-escapes (`form.malformed`), text that is not UTF-8 (`form.not_utf8`),
/// NUL (`form.nul`) and more than form_fields_max fields (`form.too_many`).
Result<Form> parse_form(std::string_view text);
/// The inverse, for clients and redirects.
std::string to_form(const Form& form);
/// Percent-encodes everything but RFC 3986 unreserved characters.
std::string percent_encode(std::string_view text);
/// Decodes %XX only; nothing when an escape is broken.
std::optional<std::string> percent_decode(std::string_view text);

}  // namespace knippe::http
