#include "http/form.h"

#include <boost/url/pct_string_view.hpp>

#include "base/text.h"

namespace knippe::http {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

std::optional<std::string> decode(std::string_view text, bool plus_is_space) {
  const auto checked = boost::urls::make_pct_string_view(boost::urls::string_view(text.data(), text.size()));
  if (!checked) return std::nullopt;
  boost::urls::encoding_opts options;
  options.space_as_plus = plus_is_space;
  std::string out;
  checked->decode(options, boost::urls::string_token::assign_to(out));
  return out;
}

Result<std::string> form_text(std::string_view text) {
  auto decoded = decode(text, true);
  if (!decoded) return bad_input("form.malformed");
  if (decoded->find('\0') != std::string::npos) return bad_input("form.nul");
  if (!is_valid_utf8(*decoded)) return bad_input("form.not_utf8");
  return *std::move(decoded);
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

Result<Form> parse_form(std::string_view text) {
  Form form;
  while (!text.empty()) {
    const auto end = text.find('&');
    const auto pair = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (pair.empty()) continue;
    if (form.size() == form_fields_max) return bad_input("form.too_many", std::to_string(form_fields_max));
    const auto equals = pair.find('=');
    auto name = TRY(form_text(pair.substr(0, equals)));
    auto value = TRY(form_text(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1)));
    form.add(std::move(name), std::move(value));
  }
  return form;
}

std::string to_form(const Form& form) {
  std::string out;
  for (const auto& [name, value] : form) {
    if (!out.empty()) out += '&';
    out += percent_encode(name) + '=' + percent_encode(value);
  }
  return out;
}

std::string percent_encode(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', hex_digits[byte >> 4], hex_digits[byte & 15]};
    }
  }
  return out;
}

std::optional<std::string> percent_decode(std::string_view text) { return decode(text, false); }

}  // namespace knippe::http
