#include "base/encoding.h"

namespace knippe {
namespace {

constexpr std::string_view base64url_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view base32_alphabet = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford: no i, l, o, u

unsigned value_of(std::byte byte) { return std::to_integer<unsigned>(byte); }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string to_hex(std::span<const std::byte> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::byte byte : bytes) {
    out += digits[value_of(byte) >> 4];
    out += digits[value_of(byte) & 15];
  }
  return out;
}

std::optional<std::vector<std::byte>> from_hex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::vector<std::byte> out;
  out.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = hex_value(text[i]), low = hex_value(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out.push_back(static_cast<std::byte>(high << 4 | low));
  }
  return out;
}

std::string to_base64url(std::span<const std::byte> bytes) {
  std::string out;
  out.reserve((bytes.size() * 4 + 2) / 3);
  unsigned buffer = 0;
  int bits = 0;
  for (const std::byte byte : bytes) {
    buffer = (buffer << 8 | value_of(byte)) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      out += base64url_alphabet[buffer >> bits & 63];
    }
  }
  if (bits > 0) out += base64url_alphabet[buffer << (6 - bits) & 63];
  return out;
}

std::optional<std::vector<std::byte>> from_base64url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::vector<std::byte> out;
  unsigned buffer = 0;
  int bits = 0;
  for (const char c : text) {
    const std::size_t value = base64url_alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    buffer = (buffer << 6 | static_cast<unsigned>(value)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out.push_back(static_cast<std::byte>(buffer >> bits & 255));
    }
  }
  if ((buffer & ((1U << bits) - 1)) != 0) return std::nullopt;  // one text per value
  return out;
}

std::string to_base64(std::span<const std::byte> bytes) {
  std::string out = to_base64url(bytes);
  for (char& c : out) c = c == '-' ? '+' : c == '_' ? '/' : c;
  out.append((4 - out.size() % 4) % 4, '=');
  return out;
}

std::optional<std::vector<std::byte>> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string plain(text.substr(0, text.size() - (text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0)));
  for (char& c : plain) {
    if (c == '-' || c == '_') return std::nullopt;
    c = c == '+' ? '-' : c == '/' ? '_' : c;
  }
  auto bytes = from_base64url(plain);
  if (!bytes || to_base64(*bytes) != text) return std::nullopt;
  return bytes;
}

std::string to_base32(std::uint64_t number) {
  std::string out(13, '0');
  for (std::size_t i = out.size(); i-- > 0; number >>= 5) out[i] = base32_alphabet[number & 31];
  return out;
}

std::optional<std::uint64_t> from_base32(std::string_view text) {
  if (text.size() != 13) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : text) {
    const std::size_t value = base32_alphabet.find(c);
    if (value == std::string_view::npos || number >> 59 != 0) return std::nullopt;
    number = number << 5 | value;
  }
  return number;
}

std::optional<std::uint64_t> parse_number(std::string_view text) {
  if (text.empty() || text.size() > 19 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

}  // namespace knippe
