// Links by which a room's facilitator takes another one in: the part of Rooms that is about them. One at a time for a room, stored as
// SHA-256, gone when redeemed.

#include "store/database.h"
#include "store/rooms.h"
#include "store/token.h"

namespace knippe::store {
namespace {

std::unexpected<Error> no_such_link() { return fail(ErrorKind::not_found, "link.unknown"); }

}  // namespace

Result<std::string> Rooms::invite_facilitator(RoomId id) {
  const std::string token = secret_token(random_);
  const Digest hash = token_hash(token);
  TRY(find(id));
  TRY_STATUS(database_.write([&](Connection& db) {
    return db.execute("INSERT OR REPLACE INTO room_invitation (room, token_hash, expires) VALUES (?, ?, ?)", id, hash,
                      clock_.now().plus_ms(room_invitation_lifetime_ms));
  }));
  return token;
}

Result<std::optional<Instant>> Rooms::invitation_expires(RoomId id) {
  return database_.read([&](Connection& db) -> Result<std::optional<Instant>> {
    std::optional<Instant> expires;
    auto rows = db.run("SELECT expires FROM room_invitation WHERE room = ? AND expires > ?", id, clock_.now());
    if (rows.next()) expires = rows.time(0);
    TRY_STATUS(rows.end());
    return expires;
  });
}

Status Rooms::withdraw_invitation(RoomId id) {
  return database_.write([&](Connection& db) { return db.execute("DELETE FROM room_invitation WHERE room = ?", id); });
}

Result<RoomId> Rooms::look_at_invitation(std::string_view token) {
  const Digest hash = token_hash(token);
  return database_.read([&](Connection& db) -> Result<RoomId> {
    auto rows = db.run("SELECT room FROM room_invitation WHERE token_hash = ? AND expires > ?", hash, clock_.now());
    if (rows.next()) return rows.id<RoomId>(0);
    TRY_STATUS(rows.end());
    return no_such_link();
  });
}

Result<RoomId> Rooms::redeem_invitation(std::string_view token, AccountId account) {
  const Digest hash = token_hash(token);
  const RoomId room = TRY(database_.write([&](Connection& db) -> Result<RoomId> {
    RoomId found;
    auto rows = db.run("DELETE FROM room_invitation WHERE token_hash = ? AND expires > ? RETURNING room", hash, clock_.now());
    if (rows.next()) found = rows.id<RoomId>(0);
    TRY_STATUS(rows.end());
    if (!found) return no_such_link();
    TRY_STATUS(db.execute(add_facilitator_unless_owner, found, account));
    return found;
  }));
  known_.forget(room);
  return room;
}

}  // namespace knippe::store
