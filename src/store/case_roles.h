#pragma once
// Who answers or moderates a single case without having the role everywhere. Not cached: asked on the pages of a desk only.

#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "store/sessions.h"

namespace knippe::store {

class Database;

/// Numbers are stored.
enum class CaseRole { answerer = 1, moderator = 2 };

struct GivenRole {
  RoomId room;
  AccountId account;
  CaseRole role = CaseRole::answerer;
  bool operator==(const GivenRole&) const = default;
};

class CaseRoles {
 public:
  CaseRoles(Database& database, Sessions& sessions) : database_(database), sessions_(sessions) {}

  /// Given twice is given once. not_found `room.not_found` when there is no such case, `account.unknown` when no such account.
  Status give(const GivenRole& given);
  /// Ends the account's sessions, also when it had none to take.
  Status take(const GivenRole& given);
  Result<bool> has(const GivenRole& given);
  /// Of one account, by case.
  Result<std::vector<GivenRole>> of(AccountId account);

 private:
  Database& database_;
  Sessions& sessions_;
};

}  // namespace knippe::store
