#include "proof/ed25519.h"

#include <sodium.h>

#include "base/check.h"

namespace knippe::proof {
namespace {

unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* raw(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }
const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

KeyPair::KeyPair(const Digest& seed) {
  CHECK(sodium_init() >= 0);
  CHECK(crypto_sign_seed_keypair(raw(public_.data()), raw(secret_.data()), raw(seed.data())) == 0);
}

KeyPair::~KeyPair() { sodium_memzero(secret_.data(), secret_.size()); }

Signature KeyPair::sign(std::string_view message) const {
  Signature signature{};
  CHECK(crypto_sign_detached(raw(signature.data()), nullptr, raw(message), message.size(), raw(secret_.data())) == 0);
  return signature;
}

bool verify(const PublicKey& key, std::string_view message, const Signature& signature) {
  return crypto_sign_verify_detached(raw(signature.data()), raw(message), message.size(), raw(key.data())) == 0;
}

}  // namespace knippe::proof
