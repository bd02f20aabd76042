#include "store/sessions.h"

#include "store/database.h"
#include "store/token.h"

namespace knippe::store {
namespace {

std::unexpected<Error> unknown_session() { return fail(ErrorKind::not_found, "session.unknown"); }

}  // namespace

Sessions::Sessions(Database& database, const Clock& clock, Random& random)
    : database_(database), clock_(clock), random_(random) {}

bool Sessions::alive(const Session& session) const {
  const Instant now = clock_.now();
  return now < session.last_seen.plus_ms(session_idle_ms_max) && now < session.created.plus_ms(session_age_ms_max);
}

Result<std::string> Sessions::begin(AccountId account) {
  std::string token = secret_token(random_);
  const Digest key = token_hash(token);
  const Instant now = clock_.now();
  TRY_STATUS(database_.write([&](Connection& db) -> Status {
    TRY_STATUS(db.execute("DELETE FROM session WHERE last_seen <= ? OR created <= ?", now.plus_ms(-session_idle_ms_max),
                          now.plus_ms(-session_age_ms_max)));
    return db.execute("INSERT INTO session (token_hash, account, created, last_seen) VALUES (?, ?, ?, ?)", key, account,
                      now, now);
  }));
  return token;
}

Result<Session> Sessions::find(std::string_view token) {
  const Digest key = token_hash(token);
  auto known = known_.get(key);
  Session session = known ? *known : TRY(load(key));
  if (!alive(session)) {
    known_.forget(key);
    return unknown_session();
  }
  if (clock_.now() >= session.last_seen.plus_ms(last_seen_every_ms)) note_seen(key, session);
  return session;
}

Result<Session> Sessions::load(const Digest& key) {
  const auto epoch = known_.epoch();
  const Session session = TRY(database_.read([&](Connection& db) -> Result<Session> {
    auto rows = db.run("SELECT id, account, created, last_seen FROM session WHERE token_hash = ?", key);
    if (rows.next()) return Session{rows.id<SessionId>(0), rows.id<AccountId>(1), rows.time(2), rows.time(3)};
    TRY_STATUS(rows.end());
    return unknown_session();
  }));
  known_.put(key, session, epoch);
  return session;
}

void Sessions::note_seen(const Digest& key, Session& session) {
  const auto epoch = known_.epoch();
  session.last_seen = clock_.now();
  const Status noted = database_.write([&](Connection& db) {
    return db.execute("UPDATE session SET last_seen = ? WHERE token_hash = ?", session.last_seen, key);
  });
  if (noted) known_.put(key, session, epoch);  // a full disk must not keep anybody out
}

Result<std::string> Sessions::renew(std::string_view token) {
  TRY(find(token));
  const Digest old_key = token_hash(token);
  std::string fresh = secret_token(random_);
  const Digest fresh_key = token_hash(fresh);
  Status renewed = database_.write([&](Connection& db) -> Status {
    TRY_STATUS(db.execute("UPDATE session SET token_hash = ?, last_seen = ? WHERE token_hash = ?", fresh_key,
                          clock_.now(), old_key));
    return db.changed() == 1 ? Status() : Status(unknown_session());
  });
  known_.forget(old_key);
  TRY_STATUS(renewed);
  return fresh;
}

Status Sessions::end(std::string_view token) {
  const Digest key = token_hash(token);
  Status ended =
      database_.write([&](Connection& db) { return db.execute("DELETE FROM session WHERE token_hash = ?", key); });
  known_.forget(key);
  return ended;
}

Status Sessions::end_all(AccountId account) {
  Status ended =
      database_.write([&](Connection& db) { return db.execute("DELETE FROM session WHERE account = ?", account); });
  known_.forget_if([&](const Session& session) { return session.account == account; });
  return ended;
}

Result<std::vector<Session>> Sessions::of(AccountId account) {
  return database_.read([&](Connection& db) -> Result<std::vector<Session>> {
    std::vector<Session> found;
    auto rows = db.run("SELECT id, account, created, last_seen FROM session WHERE account = ? ORDER BY id DESC", account);
    while (rows.next()) found.push_back({rows.id<SessionId>(0), rows.id<AccountId>(1), rows.time(2), rows.time(3)});
    TRY_STATUS(rows.end());
    std::erase_if(found, [&](const Session& session) { return !alive(session); });
    return found;
  });
}

}  // namespace knippe::store
