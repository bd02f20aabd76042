#include "http/multipart.h"

#include <algorithm>

#include "base/text.h"
#include "http/fields.h"

namespace knippe::http {
namespace {

bool is_token_char(char c) {
  return c > ' ' && c < 127 && std::string_view("()<>@,;:\\\"/[]?={}").find(c) == std::string_view::npos;
}

bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_char); }

std::string_view take_token(std::string_view& rest) {
  const auto end = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_token_char) - rest.begin());
  const auto token = rest.substr(0, end);
  rest.remove_prefix(end);
  return token;
}

void skip_blanks(std::string_view& rest) { rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size())); }

/// A quoted string; a backslash escapes only a quote or itself, since old browsers send Windows paths raw.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string value;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '"') {
      rest.remove_prefix(i + 1);
      return value;
    }
    const bool escaped = rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\');
    value += rest[escaped ? ++i : i];
  }
  return std::nullopt;
}

/// `; name=value; name="value"`
std::optional<Headers> read_parameters(std::string_view rest) {
  Headers parameters;
  for (skip_blanks(rest); !rest.empty(); skip_blanks(rest)) {
    if (!rest.starts_with(';')) return std::nullopt;
    rest.remove_prefix(1);
    skip_blanks(rest);
    if (rest.empty()) break;
    const auto name = take_token(rest);
    if (name.empty() || !rest.starts_with('=') || parameters.has(name)) return std::nullopt;
    rest.remove_prefix(1);
    const auto value = rest.starts_with('"') ? take_quoted(rest) : std::string(take_token(rest));
    if (!value) return std::nullopt;
    parameters.add(std::string(name), *value);
  }
  return parameters;
}

/// How browsers write what may not stand in a quoted string (HTML, multipart/form-data encoding algorithm).
std::string unescape(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto escape = value.substr(i, 3);
    const char meant = escape == "%22" ? '"' : escape == "%0D" ? '\r' : escape == "%0A" ? '\n' : '\0';
    out += meant ? meant : value[i];
    if (meant) i += 2;
  }
  return out;
}

/// The last step of a path, whichever way its slashes lean.
std::string base_name(std::string_view path) { return std::string(path.substr(path.find_last_of("/\\") + 1)); }

Status read_disposition(std::string_view value, Part& part) {
  const auto kind = take_token(value);
  const auto parameters = read_parameters(value);
  if (!equal_ignoring_case(kind, "form-data") || !parameters || !parameters->has("name")) return bad_input("multipart.header");
  part.name = unescape((*parameters)["name"]);
  if (const auto file = parameters->find("filename")) part.file_name = base_name(unescape(*file));
  const bool nul = part.name.find('\0') != std::string::npos || (part.file_name && part.file_name->find('\0') != std::string::npos);
  if (nul || !is_valid_utf8(part.name) || !is_valid_utf8(part.file_name.value_or(""))) return bad_input("multipart.not_utf8");
  return {};
}

bool is_field_text(std::string_view value) {
  return std::ranges::all_of(value, [](char c) { return c == '\t' || (c != 127 && static_cast<unsigned char>(c) >= ' '); });
}

/// RFC 7578 retired transfer encodings; taking base64 for the content itself would be worse than refusing.
bool is_plain_encoding(std::string_view value) {
  return equal_ignoring_case(value, "binary") || equal_ignoring_case(value, "8bit") || equal_ignoring_case(value, "7bit");
}

/// The lines above a part's content, each ending in CRLF.
Result<Part> read_header(std::string_view block) {
  Part part{.name = {}, .file_name = {}, .content_type = "text/plain", .content = {}};
  bool named = false;
  while (!block.empty()) {
    const auto end = block.find("\r\n");
    const auto line = block.substr(0, end);
    block.remove_prefix(end + 2);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon)) || !is_field_text(line)) return bad_input("multipart.header");
    const auto value = trim_ascii(line.substr(colon + 1));
    if (equal_ignoring_case(line.substr(0, colon), "content-type")) part.content_type = value;
    if (equal_ignoring_case(line.substr(0, colon), "content-transfer-encoding") && !is_plain_encoding(value)) return bad_input("multipart.header");
    if (!equal_ignoring_case(line.substr(0, colon), "content-disposition")) continue;
    if (named) return bad_input("multipart.header");
    TRY_STATUS(read_disposition(value, part));
    named = true;
  }
  if (!named) return bad_input("multipart.header");
  return part;
}

/// Reads one part from just after its boundary line; leaves `rest` just after the next boundary.
Result<Part> take_part(std::string_view& rest, std::string_view delimiter) {
  const bool headless = rest.starts_with("\r\n");
  const auto head_end = headless ? 0 : rest.substr(0, multipart_header_max + 4).find("\r\n\r\n");
  if (head_end == std::string_view::npos) return bad_input("multipart.header");
  const auto head_size = headless ? 0 : head_end + 2;
  auto part = TRY(read_header(rest.substr(0, head_size)));
  rest.remove_prefix(head_size);  // the CRLF of the empty line stays: it may belong to the delimiter of an empty part
  const auto end = rest.find(delimiter);
  if (end == std::string_view::npos) return bad_input("multipart.malformed");
  part.content = end < 2 ? std::string_view{} : rest.substr(2, end - 2);
  rest.remove_prefix(end + delimiter.size());
  return part;
}

/// What follows a boundary: CRLF for one more part, "--" for the end.
Result<bool> another_part(std::string_view& rest) {
  if (rest.starts_with("--")) return false;
  skip_blanks(rest);
  if (!rest.starts_with("\r\n")) return bad_input("multipart.malformed");
  rest.remove_prefix(2);
  return true;
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  const auto semicolon = std::min(content_type.find(';'), content_type.size());
  if (!equal_ignoring_case(trim_ascii(content_type.substr(0, semicolon)), "multipart/form-data")) return std::nullopt;
  const auto parameters = read_parameters(content_type.substr(semicolon));
  if (!parameters) return std::nullopt;
  const std::string boundary((*parameters)["boundary"]);
  const bool allowed = !boundary.empty() && boundary.size() <= multipart_boundary_max && !boundary.ends_with(' ') &&
                       std::ranges::all_of(boundary, [](char c) { return c >= ' ' && c < 127; });
  return allowed ? std::optional(boundary) : std::nullopt;
}

Result<std::vector<Part>> split_multipart(std::string_view content_type, std::string_view body) {
  const auto boundary = multipart_boundary(content_type);
  if (!boundary) return bad_input("multipart.boundary");
  const auto delimiter = "\r\n--" + *boundary;
  if (!body.starts_with(std::string_view(delimiter).substr(2))) return bad_input("multipart.malformed");
  body.remove_prefix(delimiter.size() - 2);
  std::vector<Part> parts;
  while (TRY(another_part(body))) {
    if (parts.size() == multipart_parts_max) return bad_input("multipart.too_many", std::to_string(multipart_parts_max));
    parts.push_back(TRY(take_part(body, delimiter)));
  }
  return parts;
}

std::string join_multipart(std::string_view boundary, const Form& form, const FileToSend& file) {
  std::string body;
  const auto part = [&](std::initializer_list<std::string_view> header, std::string_view content) {
    body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
    for (const std::string_view piece : header) body.append(piece);
    body.append("\r\n\r\n").append(content).append("\r\n");
  };
  for (const auto& [name, value] : form) part({name, "\""}, value);
  part({file.name, "\"; filename=\"", file.file_name, "\"\r\nContent-Type: ", file.content_type}, file.content);
  return body.append("--").append(boundary).append("--\r\n");
}

}  // namespace knippe::http
