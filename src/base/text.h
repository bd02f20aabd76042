#pragma once
// What people type: UTF-8, normalised (NFC), without control characters, measured in code points.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace knippe {

bool is_valid_utf8(std::string_view text);
/// Number of code points of valid UTF-8.
std::size_t length(std::string_view text);
/// One line of a person's text: NFC, control and invisible direction characters dropped, white space collapsed and trimmed.
/// Refuses invalid UTF-8 (`text.not_utf8`).
Result<std::string> clean_line(std::string_view text);
/// The same, but line breaks stay (CRLF becomes LF, at most two in a row).
Result<std::string> clean_paragraphs(std::string_view text);
/// clean_line, then 1..max code points: `text.empty` or `text.too_long` (detail: the limit).
Result<std::string> required_line(std::string_view text, std::size_t max);
Result<std::string> required_paragraphs(std::string_view text, std::size_t max);
/// clean_line, then 0..max code points.
Result<std::string> optional_line(std::string_view text, std::size_t max);
/// clean_paragraphs, then 0..max code points.
Result<std::string> optional_paragraphs(std::string_view text, std::size_t max);
std::string_view trim_ascii(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace knippe
