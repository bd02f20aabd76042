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
  std::unique_ptr<Store> store(new Store(folder, std::move(database), clock, random, options.cost));
  TRY_STATUS(store->entries_.load_codes());
  return store;
}

Store::Store(const DataFolder& folder, std::unique_ptr<Database> database, const Clock& clock, Random& random, PasswordCost cost)
    : path_(folder.path()),
      clock_(clock),
      database_(std::move(database)),
      sessions_(*database_, clock, random),
      accounts_(*database_, clock, random, sessions_, cost),
      phones_(*database_, clock, random),
      photos_(*database_, folder.files(), random),
      entries_(*database_, clock, random),
      rooms_(*database_, clock, random),
      seatings_(*database_),
      profiles_(*database_),
      templates_(*database_, clock),
      api_tokens_(*database_, clock, random),
      heads_(*database_),
      erasures_(*database_, folder.path()),
      retentions_(*database_),
      ties_(*database_),
      expectations_(*database_),
      contribution_pace_(clock),
      case_roles_(*database_, sessions_),
      outbox_(*database_, clock) {}

Store::~Store() = default;

std::uint64_t Store::data_bytes() {
  const Instant now = clock_.now();
  const std::scoped_lock lock(size_mutex_);
  if (now >= size_known_until_) {
    size_ = DataFolder::size_of(path_);
    size_known_until_ = now.plus_ms(60'000);
  }
  return size_;
}

Status Store::remove_room(RoomId room) {
  TRY_STATUS(entries_.drop_all(room));
  TRY_STATUS(phones_.drop_all(room));
  TRY_STATUS(photos_.drop_all(room));
  TRY_STATUS(seatings_.erase(room));
  TRY_STATUS(retentions_.drop(room));
  return rooms_.remove(room);
}

Status Store::begin_deletion(RoomId room) {
  return database_->write([&](Connection& db) { return db.execute("INSERT OR IGNORE INTO deletion VALUES (?)", room); });
}

Status Store::end_deletion(RoomId room) {
  return database_->write([&](Connection& db) { return db.execute("DELETE FROM deletion WHERE room = ?", room); });
}

Result<std::vector<RoomId>> Store::unfinished_deletions() {
  return database_->read([&](Connection& db) -> Result<std::vector<RoomId>> {
    std::vector<RoomId> rooms;
    auto rows = db.run("SELECT room FROM deletion ORDER BY room");
    while (rows.next()) rooms.push_back(rows.id<RoomId>(0));
    TRY_STATUS(rows.end());
    return rooms;
  });
}

}  // namespace knippe::store
