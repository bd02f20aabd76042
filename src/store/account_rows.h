#pragma once
// Reading accounts and one-time links from their tables; for accounts.cpp and links.cpp.

#include <optional>

#include "store/accounts.h"
#include "store/connection.h"

namespace knippe::store {

#define SELECT_ACCOUNT \
  "SELECT id, organisation, name, email, administrator, facilitator, disabled, created, password_hash FROM account "
#define SELECT_LINK "SELECT id, kind, organisation, email, administrator, facilitator, expires FROM link "

inline Account account_of(const Rows& rows) {
  return {.id = rows.id<AccountId>(0),
          .organisation = rows.id<OrganisationId>(1),
          .name = rows.text(2),
          .email = rows.text(3),
          .roles = {.administrator = rows.flag(4), .facilitator = rows.flag(5)},
          .disabled = rows.flag(6),
          .created = rows.time(7)};
}

inline Link link_of(const Rows& rows) {
  return {.id = rows.id<LinkId>(0),
          .kind = static_cast<LinkKind>(rows.number(1)),
          .organisation = rows.id<OrganisationId>(2),
          .email = rows.text(3),
          .roles = {.administrator = rows.flag(4), .facilitator = rows.flag(5)},
          .expires = rows.time(6)};
}

inline std::unexpected<Error> no_such_account() { return fail(ErrorKind::not_found, "account.unknown"); }
inline std::unexpected<Error> no_such_link() { return fail(ErrorKind::not_found, "link.unknown"); }

/// True if the query gives a row.
inline Result<bool> any(Rows rows) {
  const bool some = rows.next();
  TRY_STATUS(rows.end());
  return some;
}

}  // namespace knippe::store
