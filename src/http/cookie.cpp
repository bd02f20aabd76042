#include "http/cookie.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "http/form.h"

namespace knippe::http {
namespace {

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

bool is_path(std::string_view path) {
  return path.starts_with('/') && std::ranges::all_of(path, [](char c) { return c > ' ' && c < 127 && c != ';' && c != ','; });
}

std::string_view unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.starts_with('"') && value.ends_with('"');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

std::string set_cookie(const Cookie& cookie, bool https) {
  CHECK(is_name(cookie.name) && is_path(cookie.path));
  std::string line = https ? "__Host-" : "";
  line += cookie.name + '=' + percent_encode(cookie.value);
  line += "; Path=" + (https ? std::string("/") : cookie.path);
  if (cookie.max_age_s) line += "; Max-Age=" + std::to_string(*cookie.max_age_s);
  line += "; HttpOnly; SameSite=Lax";
  if (https) line += "; Secure";
  return line;
}

std::string forget_cookie(std::string_view name, bool https) {
  return set_cookie({.name = std::string(name), .value = "", .max_age_s = 0}, https);
}

std::optional<std::string> find_cookie(std::string_view header, std::string_view name) {
  for (std::string_view pair : split(header, ';')) {
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || trim_ascii(pair.substr(0, equals)) != name) continue;
    auto value = percent_decode(unquoted(trim_ascii(pair.substr(equals + 1))));
    if (value && is_valid_utf8(*value) && value->find('\0') == std::string::npos) return value;
  }
  return std::nullopt;
}

}  // namespace knippe::http
