#pragma once
// The list of rooms: what the front pages show and who may run a room. Title, date and status repeat what the journal
// says and can be rebuilt from it; organisation, owner, facilitators and the report's lasting address live here.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/random.h"
#include "base/result.h"
#include "base/time.h"
#include "store/cache.h"
#include "store/organisation.h"

namespace knippe::store {

class Database;

inline constexpr std::int64_t room_invitation_lifetime_ms = 7LL * 24 * 3'600'000;

enum class RoomStatus { draft, open, closed, published };

inline constexpr const char* workshop_kind = "workshop";
inline constexpr const char* involvement_kind = "involvement";

struct Room {
  RoomId id;
  std::string kind = workshop_kind;
  OrganisationId organisation = default_organisation;
  std::string title;
  std::string date;  ///< "YYYY-MM-DD" or empty
  RoomStatus status = RoomStatus::draft;
  bool simulated = false;
  bool rehearsal = false;  ///< a copy to practise on
  bool archived = false;   ///< moved from its facilitators' list to their archive
  AccountId owner;                      ///< 0: none, administrators only (made by a local tool)
  std::vector<AccountId> facilitators;  ///< invited besides the owner, ascending
  std::string slug;  ///< of the public report, empty before the first publishing, never changes after
  Instant created;

  /// Owner or invited facilitator. That administrators may is the caller's rule.
  bool may_be_run_by(AccountId account) const;
  bool operator==(const Room&) const = default;
};

class Rooms {
 public:
  Rooms(Database& database, const Clock& clock, Random& random);

  /// An id nobody has.
  RoomId fresh_id();
  /// Lists a new room; `created`, `slug` and `facilitators` of the argument are ignored. Refused `room.exists`.
  Result<Room> add(const Room& room);
  /// Takes a room off the list only; Store::remove_room() takes the rest with it.
  Status remove(RoomId id);

  /// From memory when known; not_found `room.not_found`.
  Result<Room> find(RoomId id);
  /// Whatever its status: whether the report is shown is the caller's decision. not_found `room.not_found`.
  Result<Room> find_by_slug(std::string_view slug);
  /// Newest first: those the account owns or was invited to.
  Result<std::vector<Room>> list_for(AccountId account);
  Result<std::vector<Room>> list_all(OrganisationId organisation);
  /// Of every organisation and kind.
  Result<std::vector<RoomId>> all_ids();
  /// Newest first, rehearsals left out, and simulated ones unless asked for.
  Result<std::vector<Room>> list_published(std::size_t count_max, bool simulated_too = false);

  /// Newest first: open and closed ones of a kind; simulated ones only when asked for.
  Result<std::vector<Room>> list_public(std::string_view kind, std::size_t count_max, bool simulated_too = false);

  Status describe(RoomId id, std::string_view title, std::string_view date);
  Status set_status(RoomId id, RoomStatus status);
  Status set_archived(RoomId id, bool archived);
  /// Sets status published and gives the slug, made at the first publishing from the title
  /// ("nokkelknippe-2017-7k3f9q").
  Result<std::string> publish(RoomId id);

  /// Adding the owner changes nothing.
  Status add_facilitator(RoomId id, AccountId account);
  Status remove_facilitator(RoomId id, AccountId account);
  /// The former owner stays as facilitator.
  Status set_owner(RoomId id, AccountId account);
  /// What was known of it is read anew: it was changed elsewhere (Store::erase_account).
  void forget(RoomId id) { known_.forget(id); }

  /// A one-time link (room_invitations.cpp): its token, in place of an earlier one of the room.
  Result<std::string> invite_facilitator(RoomId id);
  /// Until when the room's link works; nothing when none is out.
  Result<std::optional<Instant>> invitation_expires(RoomId id);
  Status withdraw_invitation(RoomId id);
  /// Where a token leads, without redeeming it; not_found `link.unknown` when wrong, used or expired.
  Result<RoomId> look_at_invitation(std::string_view token);
  /// Makes the account a facilitator of the room, once.
  Result<RoomId> redeem_invitation(std::string_view token, AccountId account);

 private:
  static constexpr const char* add_facilitator_unless_owner =
      "INSERT OR IGNORE INTO room_facilitator SELECT id, ?2 FROM room WHERE id = ?1 AND owner IS NOT ?2";
  /// Runs one UPDATE-like work on a listed room, then forgets what was known of it.
  template <class Work>
  Status change(RoomId id, const Work& work);

  Database& database_;
  const Clock& clock_;
  Random& random_;
  Cache<RoomId, Room> known_{5'000};
};

}  // namespace knippe::store
