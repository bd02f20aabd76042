#pragma once
// Guessing at passwords is slowed down without shutting anybody out: only wrong passwords count, for ten minutes, in memory.
// An address (IPv6: its first 64 bits) may be wrong twenty times. Once an account has been missed ten times from anywhere, each
// address may miss it once a minute; an address that has not missed it lately is let in at once, so nobody can lock another out.
// Known and unknown accounts are treated alike.

#include <cstddef>
#include <deque>
#include <mutex>
#include <string_view>

#include "base/digest.h"
#include "base/time.h"

namespace knippe::store {

inline constexpr std::size_t wrong_passwords_per_address = 20;
inline constexpr std::size_t wrong_passwords_per_account = 10;
inline constexpr std::int64_t wrong_passwords_ms = 10LL * 60'000;
inline constexpr std::int64_t one_more_password_ms = 60'000;

class SignInTries {
 public:
  explicit SignInTries(const Clock& clock) : clock_(clock) {}

  /// Counts a try before its password is looked at, so that many at once are no way around; false when it must be refused.
  bool begin(std::string_view account, std::string_view address);
  /// The password was right: that try does not count.
  void forgive(std::string_view account, std::string_view address);

 private:
  struct Try {
    Instant at;
    Digest account;
    Digest address;
  };
  void forget_old(Instant now);

  const Clock& clock_;
  std::mutex mutex_;
  std::deque<Try> recent_;
};

}  // namespace knippe::store
