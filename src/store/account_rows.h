#pragma once
// Reading accounts and one-time links from their tables; for accounts.cpp and links.cpp.

#include <optional>

#include "store/accounts.h"
#include "store/connection.h"

namespace knippe::store {

#define ROLE_COLUMNS "administrator, facilitator, case_owner, answerer, moderator, politician"
#define SELECT_ACCOUNT "SELECT id, organisation, name, email, disabled, created, password_hash, " ROLE_COLUMNS " FROM account "
#define SELECT_LINK "SELECT id, kind, organisation, email, expires, " ROLE_COLUMNS " FROM link "

/// Of six columns from `first` on.
inline Roles roles_of(const Rows& rows, int first) {
  return {.administrator = rows.flag(first), .facilitator = rows.flag(first + 1), .owner = rows.flag(first + 2),
          .answerer = rows.flag(first + 3), .moderator = rows.flag(first + 4), .politician = rows.flag(first + 5)};
}

inline Account account_of(const Rows& rows) {
  return {.id = rows.id<AccountId>(0),
          .organisation = rows.id<OrganisationId>(1),
          .name = rows.text(2),
          .email = rows.text(3),
          .roles = roles_of(rows, 7),
          .disabled = rows.flag(4),
          .created = rows.time(5)};
}

inline Link link_of(const Rows& rows) {
  return {.id = rows.id<LinkId>(0),
          .kind = static_cast<LinkKind>(rows.number(1)),
          .organisation = rows.id<OrganisationId>(2),
          .email = rows.text(3),
          .roles = roles_of(rows, 5),
          .expires = rows.time(4)};
}

inline std::unexpected<Error> no_such_account() { return fail(ErrorKind::not_found, "account.unknown"); }
inline std::unexpected<Error> no_such_link() { return fail(ErrorKind::not_found, "link.unknown"); }

/// Refused `account.last_administrator` when nobody could administer the installation any more.
Status check_administrator_remains(Connection& db);
/// The account with its sessions, roles, tools and links; its rooms have no owner from then on. Also of an older version's database.
Status erase_account_rows(Connection& db, AccountId id);

/// True if the query gives a row.
inline Result<bool> any(Rows rows) {
  const bool some = rows.next();
  TRY_STATUS(rows.end());
  return some;
}

}  // namespace knippe::store
