#pragma once
// Ed25519 (RFC 8032) by libsodium: strict verification (no small-order points, no non-canonical encodings, cofactorless).

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/digest.h"

namespace knippe::proof {

using PublicKey = std::array<std::byte, 32>;
using Signature = std::array<std::byte, 64>;

/// The pair of keys that a 32-byte seed stands for. The secret half is wiped at the end.
class KeyPair {
 public:
  explicit KeyPair(const Digest& seed);
  KeyPair(const KeyPair&) = default;
  KeyPair& operator=(const KeyPair&) = default;
  ~KeyPair();

  const PublicKey& public_key() const { return public_; }
  Signature sign(std::string_view message) const;

 private:
  PublicKey public_{};
  std::array<std::byte, 64> secret_{};
};

bool verify(const PublicKey& key, std::string_view message, const Signature& signature);

}  // namespace knippe::proof
