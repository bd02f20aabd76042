#pragma once
// Administrative acts in words: what was done, by whom, to what, when.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "views/admin/admin.h"

namespace knippe::views {

/// The names are kept in the log: never renamed, new ones last (docs/formats/acts.md).
enum class Act {
  sign_in_failed, sign_in_slowed, administrator_made, user_made, user_shut_out, user_let_in, password_link_made, password_changed, roles_changed,
  case_role_given, case_role_taken, user_invited, facilitator_invited, facilitator_added, facilitator_removed, profile_changed, tool_made,
  tool_withdrawn, own_data_taken_out, room_taken_out, own_data_erased, texts_erased, texts_expired, retention_changed, room_deleted, set_up_link_made,
  backup_made, restored, keys_rotated, message_told, message_dropped
};
BOOST_DESCRIBE_ENUM(Act, sign_in_failed, sign_in_slowed, administrator_made, user_made, user_shut_out, user_let_in, password_link_made, password_changed,
                    roles_changed, case_role_given, case_role_taken, user_invited, facilitator_invited, facilitator_added, facilitator_removed,
                    profile_changed, tool_made, tool_withdrawn, own_data_taken_out, room_taken_out, own_data_erased, texts_erased, texts_expired,
                    retention_changed, room_deleted, set_up_link_made, backup_made, restored, keys_rotated, message_told, message_dropped)

/// What acts are filtered by.
enum class ActGroup { signing_in, people, invitations, organisation, taking_out, erasure, running };
inline constexpr ActGroup act_groups[] = {ActGroup::signing_in, ActGroup::people,  ActGroup::invitations, ActGroup::organisation,
                                          ActGroup::taking_out, ActGroup::erasure, ActGroup::running};
ActGroup group_of(Act act);
std::string_view slug_of(ActGroup group);
std::optional<ActGroup> act_group(std::string_view slug);

/// One line, names and titles as they are today.
struct ActLine {
  Instant at;
  Act act = Act::sign_in_failed;
  std::string by;    ///< "Kari Nordmann", "Kommandolinja", …
  std::string on;    ///< a person or a room; may be empty
  std::string with;  ///< roles, a file's name, …; may be empty
};

inline constexpr std::size_t acts_per_page = 50;

struct ActsLook {
  std::vector<ActLine> lines;      ///< newest first, of this page
  std::size_t count = 0;           ///< that fit the choice
  std::size_t page = 1;
  std::optional<ActGroup> group;
  std::string person;              ///< chosen; "" all
  std::string from, to;            ///< "YYYY-MM-DD" or empty
  std::vector<std::pair<std::string, std::string>> people;  ///< value, name
  std::optional<Error> error;
};

inline constexpr std::string_view acts_zone = "Europe/Oslo";

/// "Endret roller".
std::string_view name_of(const Words& w, Act act);
/// GET /admin/handlinger.
std::string acts_page(const View& view, const ActsLook& look);
/// One line for each, headings in the reader's language.
std::string acts_csv(const Words& w, const std::vector<ActLine>& lines);

}  // namespace knippe::views
