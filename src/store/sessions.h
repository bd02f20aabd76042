#pragma once
// Sessions of accounts: a random token in a cookie, stored as SHA-256. A page view reads memory only; "last seen" is
// written at most every five minutes.

#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/id.h"
#include "base/random.h"
#include "base/result.h"
#include "base/time.h"
#include "store/cache.h"

namespace knippe::store {

class Database;

using SessionId = Id<struct SessionTag, std::uint64_t>;

/// `id` survives renewal; it is no secret and opens nothing.
struct Session {
  SessionId id;
  AccountId account;
  Instant created;
  Instant last_seen;
};

inline constexpr std::int64_t session_idle_ms_max = 12LL * 3'600'000;
inline constexpr std::int64_t session_age_ms_max = 14LL * 24 * 3'600'000;
inline constexpr std::int64_t last_seen_every_ms = 5LL * 60'000;

class Sessions {
 public:
  Sessions(Database& database, const Clock& clock, Random& random);

  /// Begins a session and gives the token for the cookie.
  Result<std::string> begin(AccountId account);
  /// The live session of this token (`last_seen` is true to within five minutes); not_found `session.unknown` when
  /// wrong, ended or expired.
  Result<Session> find(std::string_view token);
  /// The same session under a new token; the old one opens nothing from now on.
  Result<std::string> renew(std::string_view token);
  /// Ending what is not there is no error.
  Status end(std::string_view token);
  Status end_all(AccountId account);
  /// Of one account, alive, newest first.
  Result<std::vector<Session>> of(AccountId account);

 private:
  bool alive(const Session& session) const;
  Result<Session> load(const Digest& key);
  void note_seen(const Digest& key, Session& session);

  Database& database_;
  const Clock& clock_;
  Random& random_;
  Cache<Digest, Session> known_{20'000};
};

}  // namespace knippe::store
