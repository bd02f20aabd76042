#include "http/stencil.h"

#include <zlib.h>

#include <tuple>
#include <utility>

#include "base/check.h"

namespace knippe::http {
namespace {

constexpr int level = 6;
constexpr std::string_view gzip_head("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
constexpr std::size_t stored_head = 5;  // of a block that is not compressed (RFC 1951, 3.2.4)

const Bytef* bytes_of(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }
uInt size_of(std::string_view text) { return static_cast<uInt>(text.size()); }

std::string deflated(std::string_view text, bool last) {
  z_stream stream{};
  CHECK(deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, size_of(text)) + 16, '\0');
  stream.next_in = const_cast<Bytef*>(bytes_of(text));
  stream.avail_in = size_of(text);
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = size_of(out);
  CHECK(deflate(&stream, last ? Z_FINISH : Z_FULL_FLUSH) == (last ? Z_STREAM_END : Z_OK) && stream.avail_in == 0);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

void append_number(std::string& out, std::uint32_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> 8 * i & 255);
}

void append_stored(std::string& out, std::string_view text) {
  const auto size = static_cast<std::uint16_t>(text.size());
  out += '\0';
  append_number(out, size, 2);
  append_number(out, static_cast<std::uint16_t>(~size), 2);
  out += text;
}

/// Where the next value stands, and which one.
std::pair<std::size_t, std::size_t> next_value(std::string_view page, std::span<const std::string> values) {
  std::pair found{page.size(), values.size()};
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const std::size_t at = page.find(values[i]); !values[i].empty() && at < found.first) found = {at, i};
  return found;
}

}  // namespace

Stencil::Stencil(std::string_view page, std::span<const std::string> values) {
  for (auto [at, value] = next_value(page, values); value != values.size(); std::tie(at, value) = next_value(page, values)) {
    add(page.substr(0, at), value);
    page.remove_prefix(at + values[value].size());
    page_bytes_ += values[value].size();
    gzip_bytes_ += values[value].size() + stored_head;
  }
  add(page, none);
}

void Stencil::add(std::string_view text, std::size_t value) {
  const auto crc = crc32(0, bytes_of(text), size_of(text));
  pieces_.push_back({std::string(text), deflated(text, value == none), crc, crc32_combine_gen(static_cast<z_off_t>(text.size())), value});
  page_bytes_ += text.size();
  gzip_bytes_ += pieces_.back().deflated.size();
}

std::string Stencil::filled(std::span<const std::string> values) const {
  std::string page;
  page.reserve(page_bytes_);
  for (const Piece& piece : pieces_) {
    page += piece.plain;
    if (piece.value != none) page += values[piece.value];
  }
  CHECK(page.size() == page_bytes_);
  return page;
}

std::string Stencil::gzipped(std::span<const std::string> values) const {
  std::string file(gzip_head);
  file.reserve(gzip_head.size() + gzip_bytes_ + 8);
  unsigned long crc = 0;
  for (const Piece& piece : pieces_) {
    file += piece.deflated;
    crc = crc32_combine_op(crc, piece.crc, piece.crc_shift);
    if (piece.value == none) continue;
    append_stored(file, values[piece.value]);
    crc = crc32(crc, bytes_of(values[piece.value]), size_of(values[piece.value]));
  }
  append_number(file, static_cast<std::uint32_t>(crc), 4);
  append_number(file, static_cast<std::uint32_t>(page_bytes_), 4);
  return file;
}

std::size_t Stencil::bytes() const {
  std::size_t sum = sizeof *this;
  for (const Piece& piece : pieces_) sum += sizeof piece + piece.plain.size() + piece.deflated.size();
  return sum;
}

}  // namespace knippe::http
