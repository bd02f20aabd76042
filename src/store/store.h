#pragma once
// Everything that is not the log, in the same SQLite file over its own connections. Opened once per server; every call
// on its parts is safe from several threads (given a Random that is). Values go in and out; no SQL leaves this folder.
//
//   auto folder = TRY(DataFolder::open("data"));
//   auto store = TRY(Store::open(folder, clock, random));
//   auto account = TRY(store->accounts().sign_in(email, password, address));
//   auto cookie = TRY(store->sessions().begin(account.id));

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/accounts.h"
#include "store/address_pace.h"
#include "store/api_tokens.h"
#include "store/case_roles.h"
#include "store/data_folder.h"
#include "store/entries.h"
#include "store/erasures.h"
#include "store/expectations.h"
#include "store/heads.h"
#include "store/outbox.h"
#include "store/phones.h"
#include "store/photos.h"
#include "store/profiles.h"
#include "store/retention.h"
#include "store/rooms.h"
#include "store/seatings.h"
#include "store/sessions.h"
#include "store/templates.h"
#include "store/ties.h"

namespace knippe::store {

struct StoreOptions {
  PasswordCost cost;
  /// Called once, on the thread that met it, when a commit's outcome is unknown (an fsync error). The store refuses
  /// writes from then on; the process should end.
  std::function<void(const std::string& what)> on_fatal;
};

class Store {
 public:
  /// Opens or creates the tables, migrating older ones after a backup (DIR/backup-before-vN.db). Refuses data of a
  /// newer program
  /// (`store.newer_data`, detail: both versions). Clock and random must outlive the store.
  static Result<std::unique_ptr<Store>> open(const DataFolder& folder, const Clock& clock, Random& random,
                                             StoreOptions options = {});
  ~Store();
  Store(const Store&) = delete;

  Accounts& accounts() { return accounts_; }
  Sessions& sessions() { return sessions_; }
  Phones& phones() { return phones_; }
  Photos& photos() { return photos_; }
  Entries& entries() { return entries_; }
  Rooms& rooms() { return rooms_; }
  Seatings& seatings() { return seatings_; }
  Profiles& profiles() { return profiles_; }
  Templates& templates() { return templates_; }
  ApiTokens& api_tokens() { return api_tokens_; }
  Heads& heads() { return heads_; }
  Erasures& erasures() { return erasures_; }
  Retentions& retentions() { return retentions_; }
  Ties& ties() { return ties_; }
  Expectations& expectations() { return expectations_; }
  AddressPace& contribution_pace() { return contribution_pace_; }
  CaseRoles& case_roles() { return case_roles_; }
  Outbox& outbox() { return outbox_; }

  /// Bytes of the data folder, true to within a minute: looking through many files takes a while.
  std::uint64_t data_bytes();
  /// Takes a room off the list with its phones, its photos, its list of people and every way into it.
  Status remove_room(RoomId room);
  /// Refused `account.last_administrator` when it is the only one.
  Status may_erase_account(AccountId account);
  /// The account for good: its row with name, address and password, and what hangs on it, here and in the copies that upgrades left; its
  /// number stays in the logs and is never given again. Entered in the erasure register. Refused `account.last_administrator`. The
  /// write-ahead log is the caller's.
  Status erase_account(AccountId account);
  /// A deletion takes several steps in store and journal. What is begun is remembered, so that a start can finish it.
  Status begin_deletion(RoomId room);
  Status end_deletion(RoomId room);
  Result<std::vector<RoomId>> unfinished_deletions();

 private:
  Store(const DataFolder& folder, std::unique_ptr<Database> database, const Clock& clock, Random& random, PasswordCost cost);

  const std::filesystem::path path_;
  const Clock& clock_;
  std::mutex size_mutex_;
  Instant size_known_until_;
  std::uint64_t size_ = 0;
  std::unique_ptr<Database> database_;
  Sessions sessions_;
  Accounts accounts_;
  Phones phones_;
  Photos photos_;
  Entries entries_;
  Rooms rooms_;
  Seatings seatings_;
  Profiles profiles_;
  Templates templates_;
  ApiTokens api_tokens_;
  Heads heads_;
  Erasures erasures_;
  Retentions retentions_;
  Ties ties_;
  Expectations expectations_;
  AddressPace contribution_pace_;
  CaseRoles case_roles_;
  Outbox outbox_;
};

}  // namespace knippe::store
