#pragma once
// Who does it, and when: the only things a decision knows besides the state and the command.

#include <fmt/format.h>

#include <string>

#include "base/ballot_box.h"
#include "base/id.h"
#include "base/time.h"

namespace knippe::domain {

/// A participant's phone, a facilitator's account, whoever holds a measure's link, or the system itself. Carries no personal data.
struct Actor {
  enum class Kind { system, account, phone, owner };
  Kind kind = Kind::system;
  std::uint64_t number = 0;

  static Actor system() { return {}; }
  static Actor account(AccountId id) { return {Kind::account, id.value}; }
  static Actor phone(PhoneId id) { return {Kind::phone, id.value}; }
  static Actor owner(MeasureId id) { return {Kind::owner, id.value}; }
  /// A facilitator of this room or the system; that the account belongs to the room is checked at the door.
  bool runs_the_room() const { return kind == Kind::system || kind == Kind::account; }
  PhoneId as_phone() const { return PhoneId{kind == Kind::phone ? static_cast<std::uint32_t>(number) : 0}; }
  MeasureId as_owner() const { return MeasureId{kind == Kind::owner ? static_cast<std::uint32_t>(number) : 0}; }
  bool operator==(const Actor&) const = default;
};

struct Context {
  Instant now;
  Actor actor;
  const BallotBox* box = nullptr;  ///< the room's ballot box, lent by the desk for one decision; nullptr: empty

  /// "phone:12", "account:3", "owner:4" or "system", as the journal stores it.
  std::string actor_text() const {
    switch (actor.kind) {
      case Actor::Kind::system: return "system";
      case Actor::Kind::account: return fmt::format("account:{}", actor.number);
      case Actor::Kind::phone: return fmt::format("phone:{}", actor.number);
      case Actor::Kind::owner: return fmt::format("owner:{}", actor.number);
    }
    return {};
  }
};

/// Where and when an event was recorded; given to apply().
struct Recorded {
  Seq seq;
  Instant time;
};

}  // namespace knippe::domain
