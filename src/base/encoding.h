#pragma once
// Bytes as text: hex, base64 and base64url without padding (RFC 4648 §4, §5), Crockford base32 for numbers in addresses.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knippe {

std::string to_hex(std::span<const std::byte> bytes);
std::optional<std::vector<std::byte>> from_hex(std::string_view text);
std::string to_base64url(std::span<const std::byte> bytes);
std::optional<std::vector<std::byte>> from_base64url(std::string_view text);
/// RFC 4648 §4, with padding; the inverse refuses missing padding and stray bits.
std::string to_base64(std::span<const std::byte> bytes);
std::optional<std::vector<std::byte>> from_base64(std::string_view text);
/// 13 lower-case characters; the inverse takes exactly those.
std::string to_base32(std::uint64_t number);
std::optional<std::uint64_t> from_base32(std::string_view text);
/// A decimal number without sign, spaces or leading zeros (except "0").
std::optional<std::uint64_t> parse_number(std::string_view text);

}  // namespace knippe
