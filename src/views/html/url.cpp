#include "views/html/url.h"

namespace knippe::views {
namespace {

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Percent-encodes every byte that is neither alphanumeric nor in `kept`.
std::string encoded(std::string_view text, std::string_view kept) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_alphanumeric(c) || kept.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

constexpr std::string_view unreserved = "-._~";
constexpr std::string_view allowed_in_address = "-._~/?#[]@!$&()*+,;=:%";

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    if (c != lower_case[i]) return false;
  }
  return true;
}

}  // namespace

Url Url::local(std::string_view address) {
  if (!is_local_address(address)) return {Checked{}, "#"};
  return {Checked{}, encoded(address, allowed_in_address)};
}

Url Url::external(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://", "mailto:"})
    if (starts_with_ignoring_case(address, scheme)) return {Checked{}, encoded(address, allowed_in_address)};
  return {Checked{}, "#"};
}

std::string Url::segment(std::string_view text) { return encoded(text, unreserved); }

}  // namespace knippe::views
