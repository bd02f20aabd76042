// An account is erased: the row goes, its number stays where the logs have it.

#include "store/account_rows.h"
#include "store/database.h"
#include "store/schema.h"
#include "store/store.h"

namespace knippe::store {

Status check_administrator_remains(Connection& db) {
  if (TRY(any(db.run("SELECT 1 FROM account WHERE administrator AND NOT disabled")))) return {};
  return refuse("account.last_administrator");
}

Status erase_account_rows(Connection& db, AccountId id) {
  TRY_STATUS(db.execute("UPDATE room SET owner = NULL WHERE owner = ?", id));
  TRY_STATUS(db.execute("DELETE FROM link WHERE email_key = (SELECT email_key FROM account WHERE id = ?)", id));
  if (TRY(has_table(db, "outbox")))
    TRY_STATUS(db.execute("DELETE FROM outbox WHERE recipient_key = (SELECT email_key FROM account WHERE id = ?)", id));
  return db.execute("DELETE FROM account WHERE id = ?", id);
}

Status Store::may_erase_account(AccountId id) {
  return database_->read([&](Connection& db) -> Status {
    if (TRY(any(db.run("SELECT 1 FROM account WHERE administrator AND NOT disabled AND id <> ?", id)))) return {};
    if (TRY(any(db.run("SELECT 1 FROM account WHERE administrator AND NOT disabled AND id = ?", id)))) return refuse("account.last_administrator");
    return {};
  });
}

Status Store::erase_account(AccountId id) {
  const Account account = TRY(accounts_.find(id));
  const auto rooms = TRY(rooms_.list_for(id));
  const Erasure entry{accounts_room, Seq{id.value}, mark_of_account(id, account.created), clock_.now()};
  TRY_STATUS(database_->write([&](Connection& db) -> Status {
    TRY_STATUS(db.execute("INSERT OR IGNORE INTO erasure (room, seq, commitment, time) VALUES (?, ?, ?, ?)", entry.room, entry.seq, entry.commitment, entry.time));
    TRY_STATUS(db.execute("INSERT OR IGNORE INTO erasure_begun VALUES (?)", entry.room));
    TRY_STATUS(erase_account_rows(db, id));
    return account.roles.administrator ? check_administrator_remains(db) : Status();
  }));
  accounts_.forget(id);
  for (const Room& room : rooms) rooms_.forget(room.id);
  TRY_STATUS(sessions_.end_all(id));
  TRY_STATUS(erasures_.erase_in_old_copies({&entry, 1}));
  return erasures_.end(accounts_room);
}

}  // namespace knippe::store
