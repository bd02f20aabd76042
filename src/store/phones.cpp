#include "store/phones.h"

#include "store/database.h"
#include "store/token.h"

namespace knippe::store {
namespace {

Result<std::optional<PhoneId>> phone_of(Connection& db, RoomId room, const Digest& key) {
  std::optional<PhoneId> found;
  auto rows = db.run("SELECT number FROM phone WHERE token_hash = ? AND room = ?", key, room);
  if (rows.next()) found = rows.id<PhoneId>(0);
  TRY_STATUS(rows.end());
  return found;
}

}  // namespace

Phones::Phones(Database& database, const Clock& clock, Random& random)
    : database_(database), clock_(clock), random_(random) {}

Result<NewPhone> Phones::add(RoomId room) {
  std::string token = secret_token(random_);
  const PhoneId phone = TRY(find_or_add(room, token));
  return NewPhone{std::move(token), phone};
}

Result<PhoneId> Phones::find_or_add(RoomId room, std::string_view token, std::uint32_t count_max) {
  const Digest key = token_hash(token);
  const auto epoch = known_.epoch();
  const PhoneId phone = TRY(database_.write([&](Connection& db) -> Result<PhoneId> {
    if (const auto known = TRY(phone_of(db, room, key))) return *known;
    auto last = db.run("SELECT coalesce(max(number), 0) FROM phone WHERE room = ?", room);
    const std::uint32_t number = last.next() ? static_cast<std::uint32_t>(last.number(0)) + 1 : 1;
    TRY_STATUS(last.end());
    if (number > count_max)
      return fail(ErrorKind::too_many, "room.full", std::to_string(count_max));
    TRY_STATUS(db.execute("INSERT INTO phone (room, number, token_hash, created) VALUES (?, ?, ?, ?)", room, number,
                          key, clock_.now()));
    return PhoneId{number};
  }));
  known_.put(key, {room, phone}, epoch);
  return phone;
}

Result<PhoneId> Phones::find(RoomId room, std::string_view token) {
  const Digest key = token_hash(token);
  auto phone = known_.get(key);
  if (!phone) {
    const auto epoch = known_.epoch();
    phone = TRY(database_.read([&](Connection& db) -> Result<std::optional<Phone>> {
      std::optional<Phone> found;
      auto rows = db.run("SELECT room, number FROM phone WHERE token_hash = ?", key);
      if (rows.next()) found = Phone{rows.id<RoomId>(0), rows.id<PhoneId>(1)};
      TRY_STATUS(rows.end());
      return found;
    }));
    if (phone) known_.put(key, *phone, epoch);
  }
  if (!phone || phone->room != room) return fail(ErrorKind::not_found, "phone.unknown");
  return phone->id;
}

Status Phones::revoke(RoomId room, PhoneId phone) {
  Status revoked = database_.write([&](Connection& db) {
    return db.execute("UPDATE phone SET token_hash = NULL WHERE room = ? AND number = ?", room, phone);
  });
  known_.forget_if([&](const Phone& known) { return known.room == room && known.id == phone; });
  return revoked;
}

Status Phones::revoke_all(RoomId room) {
  Status revoked = database_.write(
      [&](Connection& db) { return db.execute("UPDATE phone SET token_hash = NULL WHERE room = ?", room); });
  known_.forget_if([&](const Phone& known) { return known.room == room; });
  return revoked;
}

Status Phones::drop_all(RoomId room) {
  Status dropped = database_.write([&](Connection& db) { return db.execute("DELETE FROM phone WHERE room = ?", room); });
  known_.forget_if([&](const Phone& known) { return known.room == room; });
  return dropped;
}

Result<std::uint32_t> Phones::count(RoomId room) {
  return database_.read([&](Connection& db) -> Result<std::uint32_t> {
    auto rows = db.run("SELECT coalesce(max(number), 0) FROM phone WHERE room = ?", room);
    const auto number = rows.next() ? static_cast<std::uint32_t>(rows.number(0)) : 0;
    TRY_STATUS(rows.end());
    return number;
  });
}

}  // namespace knippe::store
