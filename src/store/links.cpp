// One-time links: the part of Accounts that makes accounts and mends passwords.

#include "base/text.h"
#include "store/account_rows.h"
#include "store/accounts.h"
#include "store/database.h"
#include "store/outbox.h"
#include "store/token.h"

namespace knippe::store {
namespace {

/// Whether a link of this kind may be made or redeemed now.
Status check_grant(Connection& db, const Link& link) {
  const std::string key = email_key(link.email);
  switch (link.kind) {
    case LinkKind::set_up:
      if (TRY(any(db.run("SELECT 1 FROM account WHERE administrator AND NOT disabled")))) return refuse("setup.done");
      return {};
    case LinkKind::password_reset:
    case LinkKind::sign_in:
      if (TRY(any(db.run("SELECT 1 FROM account WHERE email_key = ? AND NOT disabled", key)))) return {};
      return no_such_account();
    case LinkKind::invitation:
      if (TRY(any(db.run("SELECT 1 FROM account WHERE email_key = ?", key))))
        return refuse("account.email_taken", link.email);
      return {};
  }
  return {};
}

}  // namespace

Result<std::string> Accounts::make_link(const Link& grant) {
  const std::string token = secret_token(random_);
  const Digest hash = token_hash(token);
  const std::string key = email_key(grant.email);
  TRY_STATUS(database_.write([&](Connection& db) -> Status {
    TRY_STATUS(check_grant(db, grant));
    TRY_STATUS(db.execute("DELETE FROM link WHERE expires <= ? OR (kind = ? AND email_key = ?)", clock_.now(),
                          static_cast<int>(grant.kind), key));
    return db.execute(
        "INSERT INTO link (token_hash, kind, organisation, email, email_key, expires, " ROLE_COLUMNS ") "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        hash, static_cast<int>(grant.kind), grant.organisation, grant.email, key, grant.expires, grant.roles.administrator,
        grant.roles.facilitator, grant.roles.owner, grant.roles.answerer, grant.roles.moderator, grant.roles.politician);
  }));
  return token;
}

Result<std::string> Accounts::make_set_up_link() {
  return make_link({.id = {},
                    .kind = LinkKind::set_up,
                    .organisation = default_organisation,
                    .email = {},
                    .roles = {.administrator = true, .facilitator = true, .owner = true},
                    .expires = clock_.now().plus_ms(set_up_lifetime_ms)});
}

Result<std::string> Accounts::make_link_for(std::string_view email, LinkKind kind, std::int64_t lifetime_ms) {
  const Account account = TRY(find_by_email(email));
  return make_link({.id = {},
                    .kind = kind,
                    .organisation = account.organisation,
                    .email = account.email,
                    .roles = account.roles,
                    .expires = clock_.now().plus_ms(lifetime_ms)});
}

Result<std::string> Accounts::make_reset_link(std::string_view email) {
  return make_link_for(email, LinkKind::password_reset, reset_lifetime_ms);
}

Result<std::string> Accounts::make_sign_in_link(std::string_view email) {
  return make_link_for(email, LinkKind::sign_in, sign_in_lifetime_ms);
}

Result<std::string> Accounts::invite(OrganisationId organisation, std::string_view email, Roles roles) {
  return make_link({.id = {},
                    .kind = LinkKind::invitation,
                    .organisation = organisation,
                    .email = TRY(clean_email(email)),
                    .roles = roles,
                    .expires = clock_.now().plus_ms(invitation_lifetime_ms)});
}

Result<std::vector<Link>> Accounts::invitations(OrganisationId organisation) {
  return database_.read([&](Connection& db) -> Result<std::vector<Link>> {
    std::vector<Link> links;
    auto rows = db.run(SELECT_LINK "WHERE kind = ? AND organisation = ? AND expires > ? ORDER BY id DESC",
                       static_cast<int>(LinkKind::invitation), organisation, clock_.now());
    while (rows.next()) links.push_back(link_of(rows));
    TRY_STATUS(rows.end());
    return links;
  });
}

Result<std::vector<Link>> Accounts::links_to(std::string_view email) {
  const std::string key = email_key(TRY(clean_email(email)));
  return database_.read([&](Connection& db) -> Result<std::vector<Link>> {
    std::vector<Link> links;
    auto rows = db.run(SELECT_LINK "WHERE email_key = ? AND expires > ? ORDER BY id DESC", key, clock_.now());
    while (rows.next()) links.push_back(link_of(rows));
    TRY_STATUS(rows.end());
    return links;
  });
}

Status Accounts::withdraw_invitation(LinkId id) {
  return database_.write([&](Connection& db) -> Status {
    auto rows = db.run("DELETE FROM link WHERE id = ? AND kind = ? RETURNING email_key", id, static_cast<int>(LinkKind::invitation));
    const std::string key = rows.next() ? rows.text(0) : std::string();
    TRY_STATUS(rows.end());
    return drop_messages(db, MessageKind::invitation, key);
  });
}

Result<Link> Accounts::look_at(std::string_view token) {
  const Digest hash = token_hash(token);
  return database_.read([&](Connection& db) -> Result<Link> {
    auto rows = db.run(SELECT_LINK "WHERE token_hash = ? AND expires > ?", hash, clock_.now());
    if (rows.next()) return link_of(rows);
    TRY_STATUS(rows.end());
    return no_such_link();
  });
}

Result<Link> Accounts::look_at(std::string_view token, LinkKind kind) {
  Link link = TRY(look_at(token));
  if (link.kind != kind) return no_such_link();
  return link;
}

Result<Account> Accounts::redeem_set_up(std::string_view token, std::string_view name, std::string_view email,
                                        std::string_view password) {
  Link link = TRY(look_at(token, LinkKind::set_up));
  link.email = TRY(clean_email(email));
  return open_account(token, link, name, password);
}

Result<Account> Accounts::redeem_invitation(std::string_view token, std::string_view name, std::string_view password) {
  return open_account(token, TRY(look_at(token, LinkKind::invitation)), name, password);
}

Result<Account> Accounts::open_account(std::string_view token, const Link& link, std::string_view name,
                                       std::string_view password) {
  const std::string clean_name = TRY(required_line(name, name_length_max));
  const std::string checked = TRY(check_password(password, link.email));
  const std::string hash = TRY(passwords_.hash(checked));
  const Digest link_hash = token_hash(token);
  const std::string key = email_key(link.email);
  const auto id = TRY(database_.write([&](Connection& db) -> Result<AccountId> {
    if (!TRY(any(db.run("SELECT 1 FROM link WHERE token_hash = ? AND expires > ?", link_hash, clock_.now()))))
      return no_such_link();
    TRY_STATUS(check_grant(db, link));
    if (TRY(any(db.run("SELECT 1 FROM account WHERE email_key = ?", key))))
      return refuse("account.email_taken", link.email);
    TRY_STATUS(
        db.execute("INSERT INTO account (organisation, name, email, email_key, password_hash, created, " ROLE_COLUMNS ") "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   link.organisation, clean_name, link.email, key, hash, clock_.now(), link.roles.administrator, link.roles.facilitator,
                   link.roles.owner, link.roles.answerer, link.roles.moderator, link.roles.politician));
    const AccountId fresh{static_cast<std::uint64_t>(db.last_row())};
    TRY_STATUS(db.execute("DELETE FROM link WHERE id = ? OR email_key = ?", link.id, key));
    TRY_STATUS(drop_messages(db, MessageKind::invitation, key));
    return fresh;
  }));
  return find(id);
}

Result<Account> Accounts::redeem_reset(std::string_view token, std::string_view password) {
  const Link link = TRY(look_at(token, LinkKind::password_reset));
  const Account account = TRY(find_by_email(link.email));
  TRY_STATUS(set_password(account.id, TRY(check_password(password, account.email)), link.id));
  return account;
}

Result<Account> Accounts::redeem_sign_in(std::string_view token) {
  const Link link = TRY(look_at(token, LinkKind::sign_in));
  TRY_STATUS(database_.write([&](Connection& db) -> Status {
    if (!TRY(any(db.run("DELETE FROM link WHERE id = ? RETURNING id", link.id)))) return no_such_link();
    return {};
  }));
  const Account account = TRY(find_by_email(link.email));
  if (account.disabled) return no_such_link();
  return account;
}

}  // namespace knippe::store
