#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace knippe {
namespace {

/// Direction overrides, zero-width and other invisible characters that only confuse readers.
bool is_dropped(UChar32 c) {
  if (c == 0x200D) return false;  // joins emoji and letters of some scripts
  const auto category = u_charType(c);
  return category == U_CONTROL_CHAR || category == U_FORMAT_CHAR || category == U_UNASSIGNED ||
         category == U_PRIVATE_USE_CHAR || category == U_SURROGATE;
}

bool is_space(UChar32 c) { return u_isUWhiteSpace(c); }

Result<icu::UnicodeString> to_nfc(std::string_view text) {
  if (!is_valid_utf8(text)) return bad_input("text.not_utf8");
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString normal = nfc->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  if (U_FAILURE(status)) return bad_input("text.not_utf8");
  return normal;
}

std::string cleaned(const icu::UnicodeString& text, bool keep_lines) {
  icu::UnicodeString out;
  int pending_space = 0, pending_lines = 0;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (keep_lines && c == '\n') { ++pending_lines; continue; }
    if (is_space(c)) { pending_space = 1; continue; }
    if (is_dropped(c)) continue;
    if (!out.isEmpty() && pending_lines > 0) {
      for (int n = 0; n < (pending_lines > 2 ? 2 : pending_lines); ++n) out.append(UChar32{'\n'});
    } else if (!out.isEmpty() && pending_space > 0) {
      out.append(UChar32{' '});
    }
    pending_space = pending_lines = 0;
    out.append(c);
  }
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

Result<std::string> clean(std::string_view text, bool keep_lines) {
  const auto normal = TRY(to_nfc(text));
  return cleaned(normal, keep_lines);
}

Result<std::string> within(std::string text, std::size_t max, bool required) {
  if (required && text.empty()) return bad_input("text.empty");
  if (length(text) > max) return bad_input("text.too_long", std::to_string(max));
  return text;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

Result<std::string> clean_line(std::string_view text) { return clean(text, false); }
Result<std::string> clean_paragraphs(std::string_view text) { return clean(text, true); }

Result<std::string> required_line(std::string_view text, std::size_t max) {
  return within(TRY(clean_line(text)), max, true);
}
Result<std::string> required_paragraphs(std::string_view text, std::size_t max) {
  return within(TRY(clean_paragraphs(text)), max, true);
}
Result<std::string> optional_line(std::string_view text, std::size_t max) {
  return within(TRY(clean_line(text)), max, false);
}
Result<std::string> optional_paragraphs(std::string_view text, std::size_t max) {
  return within(TRY(clean_paragraphs(text)), max, false);
}

std::string_view trim_ascii(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    parts.push_back(text.substr(at, end == std::string_view::npos ? end : end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

}  // namespace knippe
