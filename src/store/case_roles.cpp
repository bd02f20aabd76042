#include "store/case_roles.h"

#include "store/account_rows.h"
#include "store/database.h"
#include "store/rooms.h"

namespace knippe::store {

Status CaseRoles::give(const GivenRole& given) {
  return database_.write([&](Connection& db) -> Status {
    if (!TRY(any(db.run("SELECT 1 FROM room WHERE id = ? AND kind = ?", given.room, involvement_kind))))
      return fail(ErrorKind::not_found, "room.not_found");
    if (!TRY(any(db.run("SELECT 1 FROM account WHERE id = ?", given.account)))) return no_such_account();
    return db.execute("INSERT OR IGNORE INTO case_role (room, account, role) VALUES (?, ?, ?)", given.room, given.account,
                      static_cast<int>(given.role));
  });
}

Status CaseRoles::take(const GivenRole& given) {
  TRY_STATUS(database_.write([&](Connection& db) {
    return db.execute("DELETE FROM case_role WHERE room = ? AND account = ? AND role = ?", given.room, given.account,
                      static_cast<int>(given.role));
  }));
  return sessions_.end_all(given.account);
}

Result<bool> CaseRoles::has(const GivenRole& given) {
  return database_.read([&](Connection& db) {
    return any(db.run("SELECT 1 FROM case_role WHERE room = ? AND account = ? AND role = ?", given.room, given.account,
                      static_cast<int>(given.role)));
  });
}

Result<std::vector<GivenRole>> CaseRoles::of(AccountId account) {
  return database_.read([&](Connection& db) -> Result<std::vector<GivenRole>> {
    std::vector<GivenRole> found;
    auto rows = db.run("SELECT room, role FROM case_role WHERE account = ? ORDER BY room, role", account);
    while (rows.next()) found.push_back({rows.id<RoomId>(0), account, static_cast<CaseRole>(rows.number(1))});
    TRY_STATUS(rows.end());
    return found;
  });
}

}  // namespace knippe::store
