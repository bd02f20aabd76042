#pragma once
// Passwords: argon2id (RFC 9106) through libsodium. A guess at an unknown account costs as much as one at a known.

#include <cstddef>
#include <semaphore>
#include <string>
#include <string_view>

#include "base/result.h"

namespace knippe::store {

inline constexpr std::size_t password_length_min = 10;
inline constexpr std::size_t password_length_max = 200;

struct PasswordCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = 64 << 20;
};

/// Normalised (NFC) password, or bad_input: `password.too_short` (detail: the minimum), `password.too_long`,
/// `password.same_as_email`, `password.too_common`.
Result<std::string> check_password(std::string_view typed, std::string_view email);

/// Hashes two at a time at most, so that a crowd at the sign-in page cannot take all memory.
class Passwords {
 public:
  explicit Passwords(PasswordCost cost = {});
  Result<std::string> hash(std::string_view checked) const;
  /// True if `typed` is the password behind `hash`. An empty hash matches nothing, and takes as long to say so.
  bool matches(std::string_view typed, std::string_view hash) const;

 private:
  PasswordCost cost_;
  std::string nobodys_;
  mutable std::counting_semaphore<2> places_{2};
};

}  // namespace knippe::store
