#pragma once
// The administrator's page: people, tools, the installation.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "views/view.h"

namespace knippe::views {

/// In the order they are shown.
enum class UserRole { administrator, owner, facilitator, answerer, moderator, politician };
inline constexpr UserRole all_user_roles[] = {UserRole::administrator, UserRole::owner, UserRole::facilitator, UserRole::answerer, UserRole::moderator, UserRole::politician};
/// The form field that gives it, "rolle-svarer".
std::string_view field_of(UserRole role);

struct ListedUser {
  std::uint64_t id = 0;
  std::string name;
  std::string email;
  std::vector<UserRole> roles;
  bool disabled = false;
  bool is_you = false;
};
struct ListedInvitation {
  std::string email;
  std::vector<UserRole> roles;
  Instant expires;
};
struct ListedToken {
  std::uint64_t id = 0;
  std::string name;
  Instant created;
  Instant last_used;  ///< 0: never
  bool revoked = false;
};
struct Installation {
  std::string version;
  std::string data_folder;
  std::string public_url;
  bool plain_http = false;
  bool loopback_only = false;
  std::uint64_t data_bytes = 0;  ///< of the data folder; 0: not known
  std::size_t messages = 0;      ///< that wait to be told (outbox.h)
  std::vector<std::string> witnesses = {};  ///< names of those whose signatures are taken (docs/formats/checkpoint.md)
};
/// Something made just now that is shown this once: a link or a token.
struct ShownOnce {
  enum class Kind { none, invitation_link, password_link, api_token } kind = Kind::none;
  std::string for_whom;
  std::string value;
};

/// A role in a single case.
struct CaseGiven {
  std::string room;   ///< as it stands in addresses
  std::string title;
  UserRole role = UserRole::answerer;
};
struct CaseChoice {
  std::string room;
  std::string title;
};
struct UserLook {
  ListedUser user;
  std::vector<CaseGiven> given;
  std::vector<CaseChoice> cases;
};
/// GET/POST /admin/bruker/{n}. Ops "roller", "gi" (fields "sak", "rolle"), "ta:ROOM:ROLE".
std::string user_page(const View& view, const UserLook& look, const Kept& kept = {});

/// GET/POST /admin. Kept forms "inviter" (fields "epost" and those of roles) and "token" ("navn").
std::string admin_page(const View& view, std::span<const ListedUser> users, std::span<const ListedInvitation> invitations,
                       std::span<const ListedToken> tokens, const Installation& installation, const ShownOnce& shown = {},
                       const Kept& kept = {});

}  // namespace knippe::views
