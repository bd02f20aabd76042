#pragma once
// Counts wrong guesses in a sliding minute, per address and for the whole server. Only wrong ones count; the caller
// looks first and asks here only after a miss. Remembers at most `per_server` guesses, whatever the traffic.

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

#include "base/time.h"

namespace knippe::store {

/// What one visitor shares: an IPv4 address whole, an IPv6 address's first 64 bits, any other text as it is.
std::string address_key(std::string_view address);

class WrongTries {
 public:
  WrongTries(const Clock& clock, std::size_t per_address, std::size_t per_server)
      : clock_(clock), per_address_(per_address), per_server_(per_server) {}

  /// Notes a wrong guess under this key; true if the limit was reached before it.
  bool note(std::string_view key);

 private:
  struct Try {
    Instant at;
    std::string key;
  };
  const Clock& clock_;
  const std::size_t per_address_;
  const std::size_t per_server_;
  std::mutex mutex_;
  std::deque<Try> recent_;
};

}  // namespace knippe::store
