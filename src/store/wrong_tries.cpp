#include "store/wrong_tries.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <span>

#include "base/encoding.h"

namespace knippe::store {
namespace {

constexpr std::int64_t minute_ms = 60'000;

}  // namespace

std::string address_key(std::string_view address) {
  const std::string text(address.substr(0, address.find('%')));
  std::array<std::byte, 16> bytes{};
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
  in6_addr parsed;
  std::memcpy(&parsed, bytes.data(), sizeof parsed);
  char v4[INET_ADDRSTRLEN];
  if (IN6_IS_ADDR_V4MAPPED(&parsed) && inet_ntop(AF_INET, &bytes[12], v4, sizeof v4)) return v4;
  return to_hex(std::span(bytes).first(8));
}

bool WrongTries::note(std::string_view key) {
  const Instant now = clock_.now();
  const std::scoped_lock lock(mutex_);
  while (!recent_.empty() && recent_.front().at.plus_ms(minute_ms) <= now) recent_.pop_front();
  const auto from_here = std::ranges::count(recent_, key, &Try::key);
  if (recent_.size() >= per_server_ || static_cast<std::size_t>(from_here) >= per_address_) return true;
  recent_.push_back({now, std::string(key)});
  return false;
}

}  // namespace knippe::store
