#pragma once
// "Mine data" of somebody who logs in: everything that is kept of the account, to look at, take along and erase.

#include <string>
#include <vector>

#include "domain/involvement/texts.h"
#include "domain/workshop/texts.h"
#include "views/admin/acts.h"
#include "views/erasure/erasure.h"
#include "views/view.h"

namespace knippe::views {

/// What an account is to a room.
enum class RoomTie { owner, facilitator, answerer, moderator };

/// A workshop or case that the account has a part in, or whose log names it by number.
struct AccountRoom {
  RoomId room;
  bool is_case = false;
  std::string title;  ///< empty: the room was deleted
  std::vector<RoomTie> ties;
  std::uint64_t records = 0;  ///< of its log, made by the account
  std::vector<TextLine> texts;                                   ///< written or changed by the account
  std::vector<TextLineOf<domain::involvement::TextRef>> case_texts;  ///< the same of a case; statements are under its name
};
struct AccountSession {
  Instant begun, seen;
};

struct AccountLook {
  ListedUser user;
  Instant created;
  std::vector<AccountSession> sessions;  ///< newest first
  std::vector<ListedToken> tools;
  std::vector<Instant> links;            ///< when links that wait for the account's address run out
  std::vector<AccountRoom> rooms;
  std::vector<ActLine> acts;             ///< by or about the account, newest first
};

inline constexpr std::size_t own_acts_shown = 50;

/// GET /konto/mine-data. Kept forms "slett" and "alt": only an error. `done`: something was just erased.
std::string account_data_page(const View& view, const AccountLook& look, bool done, const Kept& kept = {});
/// The same to take along, as JSON.
std::string account_data_json(const AccountLook& look);
/// How a form names a statement: "0000000000007/statement:3".
std::string statement_ref(RoomId room, const domain::involvement::TextRef& text);

}  // namespace knippe::views
