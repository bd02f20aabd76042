#pragma once
// SHA-256 (FIPS 180-4) through an EVP_MD fetched once.

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

namespace knippe {

using Digest = std::array<std::byte, 32>;

/// SHA-256 of the concatenated parts.
Digest sha256(std::initializer_list<std::span<const std::byte>> parts);
Digest sha256(std::string_view text);
/// HMAC-SHA-256 (RFC 2104).
Digest hmac_sha256(std::span<const std::byte> key, std::span<const std::byte> message);
/// Equal, in time that does not depend on where they differ.
bool equal_in_constant_time(std::span<const std::byte> a, std::span<const std::byte> b);

inline std::span<const std::byte> as_bytes(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}
inline std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace knippe
