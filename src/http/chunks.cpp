#include "http/chunks.h"

#include <algorithm>

namespace knippe::http {
namespace {

constexpr std::size_t line_max = 1024;
constexpr std::size_t trailers_max = 4096;

bool is_field_text(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == '\t' || (c != 127 && static_cast<unsigned char>(c) >= ' '); });
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::size_t ChunkReader::put(std::string_view bytes, std::string& body) {
  std::string_view rest = bytes;
  while (refusal_ == 0 && step_ != Step::done && advance(rest, body)) {}
  return bytes.size() - rest.size();
}

/// One step; false when more bytes are needed.
bool ChunkReader::advance(std::string_view& rest, std::string& body) {
  if (step_ == Step::content) {
    const std::size_t n = std::min(left_, rest.size());
    body.append(rest.substr(0, n));
    rest.remove_prefix(n);
    left_ -= n;
    if (left_ == 0) step_ = Step::content_end;
    return left_ == 0;
  }
  if (!read_line(rest)) return false;
  if (step_ == Step::size) read_size(line_, body.size());
  else if (step_ == Step::trailer) read_trailer(line_);
  else if (line_.empty()) step_ = Step::size;
  else refusal_ = 400;
  return true;
}

/// Takes a line that ends in CRLF and holds nothing invisible.
bool ChunkReader::read_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\r'), rest.size());
  if (!is_field_text(rest.substr(0, end)) || end > line_max) return refusal_ = 400, false;
  if (end + 2 > rest.size()) return false;
  if (rest[end + 1] != '\n') return refusal_ = 400, false;
  line_ = rest.substr(0, end);
  rest.remove_prefix(end + 2);
  return true;
}

void ChunkReader::read_size(std::string_view line, std::size_t body_size) {
  std::size_t digits = 0, size = 0;
  for (; digits < line.size() && hex_value(line[digits]) >= 0; ++digits) {
    size = size * 16 + static_cast<std::size_t>(hex_value(line[digits]));
    if (size > limit_ - body_size) return void(refusal_ = 413);
  }
  const auto after = line.substr(digits);
  const auto extension = after.substr(std::min(after.find_first_not_of(" \t"), after.size()));
  if (digits == 0 || (!after.empty() && !extension.starts_with(';'))) return void(refusal_ = 400);
  left_ = size;
  step_ = size == 0 ? Step::trailer : Step::content;
}

void ChunkReader::read_trailer(std::string_view line) {
  if (line.empty()) return void(step_ = Step::done);
  trailer_bytes_ += line.size() + 2;
  const auto colon = line.find(':');
  const bool is_field = colon != std::string_view::npos && colon > 0 && line.substr(0, colon).find_first_of(" \t") == std::string_view::npos;
  if (!is_field || trailer_bytes_ > trailers_max) refusal_ = 400;
}

}  // namespace knippe::http
