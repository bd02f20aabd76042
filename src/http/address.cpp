#include "http/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>

#include "base/encoding.h"
#include "base/text.h"

namespace knippe::http {
namespace {

constexpr std::array<std::uint8_t, 12> v4_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    return end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
  }
  const bool one_colon = std::ranges::count(text, ':') == 1;
  return one_colon ? text.substr(0, text.find(':')) : text;
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
  const std::string plain(without_port(trim_ascii(text)));
  Bytes bytes{};
  if (inet_pton(AF_INET6, plain.c_str(), bytes.data()) == 1) return Address(bytes);
  std::ranges::copy(v4_prefix, bytes.begin());
  if (inet_pton(AF_INET, plain.c_str(), bytes.data() + 12) == 1) return Address(bytes);
  return std::nullopt;
}

bool Address::is_v4() const { return std::equal(v4_prefix.begin(), v4_prefix.end(), bytes_.begin()); }

bool Address::is_loopback() const {
  if (is_v4()) return bytes_[12] == 127;
  Bytes one{};
  one[15] = 1;
  return bytes_ == one;
}

std::string Address::text() const {
  char out[INET6_ADDRSTRLEN];
  const bool v4 = is_v4();
  inet_ntop(v4 ? AF_INET : AF_INET6, bytes_.data() + (v4 ? 12 : 0), out, sizeof out);
  return out;
}

std::string Address::shortened() const { return is_v4() ? masked(96 + 24).text() + "/24" : masked(48).text() + "/48"; }

Address Address::neighbourhood() const { return is_v4() ? *this : masked(64); }

Address Address::masked(unsigned bits) const {
  Address result = *this;
  for (unsigned i = 0; i < 16; ++i) {
    const unsigned kept = bits > i * 8 ? std::min(bits - i * 8, 8u) : 0;
    result.bytes_[i] &= static_cast<std::uint8_t>(0xff00u >> kept);
  }
  return result;
}

std::optional<Network> Network::parse(std::string_view text) {
  const auto slash = text.find('/');
  const auto base = Address::parse(text.substr(0, slash));
  if (!base) return std::nullopt;
  const unsigned size = base->is_v4() ? 32 : 128;
  const auto bits = slash == std::string_view::npos ? size : parse_number(text.substr(slash + 1));
  if (!bits || *bits > size) return std::nullopt;
  const unsigned mapped = static_cast<unsigned>(*bits) + (128 - size);
  return Network(base->masked(mapped), mapped);
}

bool Network::contains(const Address& address) const { return address.masked(bits_) == base_; }

bool contains(const std::vector<Network>& networks, const Address& address) {
  return std::ranges::any_of(networks, [&](const Network& network) { return network.contains(address); });
}

}  // namespace knippe::http

std::size_t std::hash<knippe::http::Address>::operator()(const knippe::http::Address& address) const noexcept {
  return std::hash<std::string_view>{}({reinterpret_cast<const char*>(address.bytes().data()), address.bytes().size()});
}
