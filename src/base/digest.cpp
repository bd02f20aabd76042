#include "base/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/check.h"

namespace knippe {
namespace {

struct Free {
  void operator()(EVP_MD* md) const { EVP_MD_free(md); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

const EVP_MD* fetched_sha256() {
  static const std::unique_ptr<EVP_MD, Free> md{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  CHECK(md != nullptr);
  return md.get();
}

/// A call costs more than copying what fits here: a leaf, a node.
constexpr std::size_t together_max = 512;

void update(EVP_MD_CTX* context, std::initializer_list<std::span<const std::byte>> parts) {
  std::array<std::byte, together_max> together;
  std::size_t held = 0;
  for (const auto part : parts) {
    if (part.size() <= together.size() - held) {
      std::ranges::copy(part, together.begin() + static_cast<std::ptrdiff_t>(held));
      held += part.size();
      continue;
    }
    CHECK(EVP_DigestUpdate(context, together.data(), held) == 1);
    CHECK(EVP_DigestUpdate(context, part.data(), part.size()) == 1);
    held = 0;
  }
  CHECK(EVP_DigestUpdate(context, together.data(), held) == 1);
}

}  // namespace

Digest sha256(std::initializer_list<std::span<const std::byte>> parts) {
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
  Digest digest;
  CHECK(EVP_DigestInit_ex2(context.get(), fetched_sha256(), nullptr) == 1);
  update(context.get(), parts);
  CHECK(EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) == 1);
  return digest;
}

Digest sha256(std::string_view text) { return sha256({as_bytes(text)}); }

/// RFC 2104. Not OpenSSL's HMAC(), which looks its algorithms up anew for each message.
Digest hmac_sha256(std::span<const std::byte> key, std::span<const std::byte> message) {
  std::array<std::byte, 64> inner{}, outer{};
  const Digest shortened = key.size() > inner.size() ? sha256({key}) : Digest{};
  if (key.size() > inner.size()) key = shortened;
  std::ranges::copy(key, inner.begin());
  outer = inner;
  for (std::byte& each : inner) each ^= std::byte{0x36};
  for (std::byte& each : outer) each ^= std::byte{0x5c};
  const Digest within = sha256({inner, message});
  return sha256({outer, within});
}

bool equal_in_constant_time(std::span<const std::byte> a, std::span<const std::byte> b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace knippe
