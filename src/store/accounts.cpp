#include "store/accounts.h"

#include "base/text.h"
#include "store/account_rows.h"
#include "store/database.h"
#include "store/outbox.h"

namespace knippe::store {
namespace {

struct WithHash {
  Account account;
  std::string password_hash;
};

Result<std::optional<WithHash>> first(Rows rows) {
  std::optional<WithHash> found;
  if (rows.next()) found = WithHash{account_of(rows), rows.text(6)};
  TRY_STATUS(rows.end());
  return found;
}

/// A reset link of an account whose password or standing just changed opens nothing any more.
Status drop_reset_links(Connection& db, AccountId id) {
  return db.execute("DELETE FROM link WHERE kind = ? AND email_key = (SELECT email_key FROM account WHERE id = ?)",
                    static_cast<int>(LinkKind::password_reset), id);
}

}  // namespace

Accounts::Accounts(Database& database, const Clock& clock, Random& random, Sessions& sessions, PasswordCost cost)
    : database_(database), clock_(clock), random_(random), sessions_(sessions), passwords_(cost) {}

Result<Account> Accounts::sign_in(std::string_view email, std::string_view password, std::string_view address) {
  const auto wrong = [] { return fail(ErrorKind::forbidden, "account.wrong_email_or_password"); };
  const std::string key = email_key(clean_email(email).value_or(std::string()));
  if (!tries_.begin(key, address)) return fail(ErrorKind::too_many, "account.too_many_tries");
  auto found =
      TRY(database_.read([&](Connection& db) { return first(db.run(SELECT_ACCOUNT "WHERE email_key = ?", key)); }));
  const bool right = passwords_.matches(password, found ? found->password_hash : std::string());
  if (!right || !found || found->account.disabled) return wrong();
  tries_.forgive(key, address);
  return std::move(found->account);
}

Status Accounts::change_password(AccountId id, std::string_view present, std::string_view fresh) {
  const Account account = TRY(find(id));
  if (!passwords_.matches(present, TRY(password_hash_of(id))))
    return fail(ErrorKind::forbidden, "account.wrong_password");
  return set_password(id, TRY(check_password(fresh, account.email)), std::nullopt);
}

Result<std::string> Accounts::password_hash_of(AccountId id) {
  const auto found =
      TRY(database_.read([&](Connection& db) { return first(db.run(SELECT_ACCOUNT "WHERE id = ?", id)); }));
  return found ? found->password_hash : std::string();
}

Status Accounts::set_password(AccountId id, std::string_view checked, const std::optional<LinkId>& by_link) {
  const std::string hash = TRY(passwords_.hash(checked)), key = email_key(TRY(find(id)).email);
  TRY_STATUS(database_.write([&](Connection& db) -> Status {
    if (by_link && !TRY(any(db.run("SELECT 1 FROM link WHERE id = ? AND expires > ?", *by_link, clock_.now()))))
      return no_such_link();
    TRY_STATUS(db.execute("UPDATE account SET password_hash = ? WHERE id = ?", hash, id));
    TRY_STATUS(drop_messages(db, MessageKind::password_link, key));
    return drop_reset_links(db, id);
  }));
  return sessions_.end_all(id);
}

Result<Account> Accounts::find(AccountId id) {
  if (auto known = known_.get(id)) return *std::move(known);
  const auto epoch = known_.epoch();
  auto found = TRY(database_.read([&](Connection& db) { return first(db.run(SELECT_ACCOUNT "WHERE id = ?", id)); }));
  if (!found) return no_such_account();
  known_.put(id, found->account, epoch);
  return std::move(found->account);
}

Result<Account> Accounts::find_by_email(std::string_view email) {
  const std::string key = email_key(TRY(clean_email(email)));
  auto found =
      TRY(database_.read([&](Connection& db) { return first(db.run(SELECT_ACCOUNT "WHERE email_key = ?", key)); }));
  if (!found) return no_such_account();
  return std::move(found->account);
}

Result<std::vector<Account>> Accounts::list(OrganisationId organisation) {
  return database_.read([&](Connection& db) -> Result<std::vector<Account>> {
    std::vector<Account> accounts;
    auto rows = db.run(SELECT_ACCOUNT "WHERE organisation = ? ORDER BY name, id", organisation);
    while (rows.next()) accounts.push_back(account_of(rows));
    TRY_STATUS(rows.end());
    return accounts;
  });
}

template <class Work>
Status Accounts::change(AccountId id, const Work& work) {
  Status changed = database_.write([&](Connection& db) -> Status {
    if (!TRY(any(db.run("SELECT 1 FROM account WHERE id = ?", id)))) return no_such_account();
    return work(db);
  });
  known_.forget(id);
  return changed;
}

Status Accounts::rename(AccountId id, std::string_view name) {
  const std::string clean = TRY(required_line(name, name_length_max));
  return change(id, [&](Connection& db) { return db.execute("UPDATE account SET name = ? WHERE id = ?", clean, id); });
}

Status Accounts::set_roles(AccountId id, Roles roles) {
  const Roles before = TRY(find(id)).roles;
  TRY_STATUS(change(id, [&](Connection& db) -> Status {
    TRY_STATUS(db.execute("UPDATE account SET administrator = ?, facilitator = ?, case_owner = ?, answerer = ?, moderator = ?, "
                          "politician = ? WHERE id = ?",
                          roles.administrator, roles.facilitator, roles.owner, roles.answerer, roles.moderator, roles.politician, id));
    return check_administrator_remains(db);
  }));
  return is_demotion(before, roles) ? sessions_.end_all(id) : Status();
}

Status Accounts::set_disabled(AccountId id, bool disabled) {
  TRY_STATUS(change(id, [&](Connection& db) -> Status {
    TRY_STATUS(db.execute("UPDATE account SET disabled = ? WHERE id = ?", disabled, id));
    TRY_STATUS(drop_reset_links(db, id));
    if (disabled) TRY_STATUS(drop_messages_of(db, id));
    return check_administrator_remains(db);
  }));
  return disabled ? sessions_.end_all(id) : Status();
}

Result<bool> Accounts::has_administrator() {
  return database_.read(
      [](Connection& db) { return any(db.run("SELECT 1 FROM account WHERE administrator AND NOT disabled")); });
}

}  // namespace knippe::store
