#pragma once
// Participants' phones: a device cookie per room, stored as SHA-256, and a number in that room that says nothing about
// anybody.

#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/id.h"
#include "base/random.h"
#include "base/result.h"
#include "base/time.h"
#include "store/cache.h"

namespace knippe::store {

class Database;

struct NewPhone {
  std::string token;  ///< for the cookie; shown once
  PhoneId id;
};

inline constexpr std::uint32_t phones_per_room_max = 20'000;
/// A case is open for months, and each resident who supports a contribution is a phone.
inline constexpr std::uint32_t phones_per_case_max = 1'000'000;

class Phones {
 public:
  Phones(Database& database, const Clock& clock, Random& random);

  /// Numbers count from 1 in each room and are never given again. too_many `room.full` after `count_max`.
  Result<NewPhone> add(RoomId room);
  /// The phone of this token in the room, or a new one: the same token always gets the same phone until it is revoked.
  Result<PhoneId> find_or_add(RoomId room, std::string_view token, std::uint32_t count_max = phones_per_room_max);
  /// The phone with this cookie, from memory when known; not_found `phone.unknown` when wrong, revoked or of another
  /// room.
  Result<PhoneId> find(RoomId room, std::string_view token);
  /// The cookie opens nothing from now on; revoking what is not there is no error.
  Status revoke(RoomId room, PhoneId phone);
  Status revoke_all(RoomId room);
  /// Revokes all and leaves no trace of them, for a room that is deleted.
  Status drop_all(RoomId room);
  /// How many phones the room has had.
  Result<std::uint32_t> count(RoomId room);

 private:
  struct Phone {
    RoomId room;
    PhoneId id;
  };
  Database& database_;
  const Clock& clock_;
  Random& random_;
  Cache<Digest, Phone> known_{200'000};
};

}  // namespace knippe::store
