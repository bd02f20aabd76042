#include "store/store.h"

#include "store/database.h"
#include "store/schema.h"

namespace knippe::store {

Result<std::unique_ptr<Store>> Store::open(const DataFolder& folder, const Clock& clock, Random& random,
                                           StoreOptions options) {
  {
    auto connection = TRY(Connection::open(folder.database(), Connection::Use::write));
    TRY_STATUS(migrate(*connection, folder.path(), schema_steps()));
  }
  auto database = TRY(Database::open(folder.database(), std::move(options.on_fatal)));
  std::unique_ptr<Store> store(new Store(std::move(database), clock, random, options.cost));
  TRY_STATUS(store->entries_.load_codes());
  return store;
}

Store::Store(std::unique_ptr<Database> database, const Clock& clock, Random& random, PasswordCost cost)
    : database_(std::move(database)),
      sessions_(*database_, clock, random),
      accounts_(*database_, clock, random, sessions_, cost),
      phones_(*database_, clock, random),
      entries_(*database_, clock, random),
      rooms_(*database_, clock, random),
      templates_(*database_, clock),
      api_tokens_(*database_, clock, random) {}

Store::~Store() = default;

Status Store::remove_room(RoomId room) {
  TRY_STATUS(entries_.drop_all(room));
  TRY_STATUS(phones_.revoke_all(room));
  return rooms_.remove(room);
}

}  // namespace knippe::store
