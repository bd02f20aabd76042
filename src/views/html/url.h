#pragma once
// Addresses that may stand in href, action and src. A plain string cannot: `javascript:` would be a way in.

#include <string>
#include <string_view>
#include <utility>

namespace knippe::views {

/// True for "/path", "?query" and "#part", but not for "//host" or "/\host", which browsers take for another site.
constexpr bool is_local_address(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] == '?' || text[0] == '#') return true;
  return text[0] == '/' && (text.size() == 1 || (text[1] != '/' && text[1] != '\\'));
}

/// A local address written as a literal in our own source; anything else does not compile.
class LiteralUrl {
 public:
  consteval LiteralUrl(const char* literal) : text_(literal) {
    if (!is_local_address(text_)) throw "a literal address begins with /, ? or #";
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// A checked address. What is refused becomes "#", which leads nowhere.
class Url {
 public:
  /// Url("/personvern")
  Url(LiteralUrl literal) : text_(literal.text()) {}
  /// An address within this site. Characters that have no place in an address are percent-encoded.
  static Url local(std::string_view address);
  /// http, https or mailto.
  static Url external(std::string_view address);
  /// `text` as one path segment or query value (RFC 3986 unreserved characters stay).
  static std::string segment(std::string_view text);

  const std::string& text() const { return text_; }

 private:
  struct Checked {};
  Url(Checked, std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace knippe::views
