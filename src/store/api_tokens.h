#pragma once
// Tokens made in administration for tools such as `knippe simulate --token-file`; stored as SHA-256.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/random.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::store {

class Database;

using ApiTokenId = Id<struct ApiTokenTag, std::uint64_t>;

struct ApiToken {
  ApiTokenId id;
  AccountId account;  ///< who made it; the tool acts as this account
  std::string name;
  Instant created;
  std::optional<Instant> last_used;  ///< to within five minutes
  std::optional<Instant> revoked;
};

struct NewApiToken {
  std::string token;  ///< shown once
  ApiTokenId id;
};

class ApiTokens {
 public:
  ApiTokens(Database& database, const Clock& clock, Random& random);

  Result<NewApiToken> make(AccountId account, std::string_view name);
  /// not_found `token.unknown` when wrong, revoked, or its account is disabled.
  Result<ApiToken> find(std::string_view token);
  /// Newest first, revoked ones too.
  Result<std::vector<ApiToken>> list();
  Status revoke(ApiTokenId id);

 private:
  Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace knippe::store
