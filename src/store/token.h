#pragma once
// Random tokens as people's browsers carry them, and the digest by which they are stored.

#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/encoding.h"
#include "base/random.h"

namespace knippe::store {

/// Cookies and one-time links: 192 bits, 32 characters.
inline std::string secret_token(Random& random) { return to_base64url(random.bytes<24>()); }
/// Links that must fit a small QR code: 128 bits, 22 characters.
inline std::string short_token(Random& random) { return to_base64url(random.bytes<16>()); }
inline Digest token_hash(std::string_view token) { return sha256(token); }

}  // namespace knippe::store
