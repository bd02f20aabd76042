#include "store/api_tokens.h"

#include "base/text.h"
#include "store/account.h"
#include "store/database.h"
#include "store/token.h"

namespace knippe::store {
namespace {

constexpr std::int64_t last_used_every_ms = 5LL * 60'000;

#define API_TOKEN "SELECT t.id, t.account, t.name, t.created, t.last_used, t.revoked FROM api_token t "

ApiToken token_of(const Rows& rows) {
  return {rows.id<ApiTokenId>(0), rows.id<AccountId>(1), rows.text(2),
          rows.time(3),           rows.optional_time(4), rows.optional_time(5)};
}

}  // namespace

ApiTokens::ApiTokens(Database& database, const Clock& clock, Random& random)
    : database_(database), clock_(clock), random_(random) {}

Result<NewApiToken> ApiTokens::make(AccountId account, std::string_view name) {
  const std::string label = TRY(required_line(name, name_length_max));
  NewApiToken fresh{secret_token(random_), {}};
  fresh.id = TRY(database_.write([&](Connection& db) -> Result<ApiTokenId> {
    TRY_STATUS(db.execute("INSERT INTO api_token (token_hash, account, name, created) VALUES (?, ?, ?, ?)",
                          token_hash(fresh.token), account, label, clock_.now()));
    return ApiTokenId{static_cast<std::uint64_t>(db.last_row())};
  }));
  return fresh;
}

Result<ApiToken> ApiTokens::find(std::string_view token) {
  const Digest key = token_hash(token);
  ApiToken found = TRY(database_.read([&](Connection& db) -> Result<ApiToken> {
    auto rows = db.run(
        API_TOKEN "JOIN account a ON a.id = t.account WHERE t.token_hash = ? AND t.revoked IS NULL AND NOT a.disabled",
        key);
    if (rows.next()) return token_of(rows);
    TRY_STATUS(rows.end());
    return fail(ErrorKind::not_found, "token.unknown");
  }));
  const Instant now = clock_.now();
  if (found.last_used && now < found.last_used->plus_ms(last_used_every_ms)) return found;
  found.last_used = now;
  (void)database_.write(
      [&](Connection& db) { return db.execute("UPDATE api_token SET last_used = ? WHERE id = ?", now, found.id); });
  return found;
}

Result<std::vector<ApiToken>> ApiTokens::list() {
  return database_.read([&](Connection& db) -> Result<std::vector<ApiToken>> {
    std::vector<ApiToken> found;
    auto rows = db.run(API_TOKEN "ORDER BY t.id DESC");
    while (rows.next()) found.push_back(token_of(rows));
    TRY_STATUS(rows.end());
    return found;
  });
}

Status ApiTokens::revoke(ApiTokenId id) {
  return database_.write([&](Connection& db) {
    return db.execute("UPDATE api_token SET revoked = coalesce(revoked, ?) WHERE id = ?", clock_.now(), id);
  });
}

}  // namespace knippe::store
