#pragma once
// Where a request came from, and which neighbours are trusted to tell us so.

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knippe::http {

/// An IP address. IPv4 is kept in its IPv6-mapped form, so that one comparison serves both.
class Address {
 public:
  using Bytes = std::array<std::uint8_t, 16>;
  constexpr Address() = default;
  explicit constexpr Address(const Bytes& bytes) : bytes_(bytes) {}
  /// Takes "192.0.2.1", "2001:db8::1", "[2001:db8::1]"; a port after either is ignored.
  static std::optional<Address> parse(std::string_view text);

  const Bytes& bytes() const { return bytes_; }
  bool is_v4() const;
  bool is_loopback() const;
  std::string text() const;
  /// For logs: the /24 of an IPv4 address, the /48 of an IPv6 address, written "192.0.2.0/24".
  std::string shortened() const;
  /// One household or hall: an IPv4 address as it is, the /64 of an IPv6 address. The key for every limit by address.
  Address neighbourhood() const;
  auto operator<=>(const Address&) const = default;

 private:
  Address masked(unsigned bits) const;
  friend class Network;
  Bytes bytes_{};
};

/// A block of addresses written "10.0.0.0/8" or "fd00::/8"; a bare address is a block of one.
class Network {
 public:
  static std::optional<Network> parse(std::string_view text);
  bool contains(const Address& address) const;

 private:
  Network(const Address& base, unsigned bits) : base_(base), bits_(bits) {}
  Address base_;
  unsigned bits_;
};

bool contains(const std::vector<Network>& networks, const Address& address);

}  // namespace knippe::http

template <>
struct std::hash<knippe::http::Address> {
  std::size_t operator()(const knippe::http::Address& address) const noexcept;
};
