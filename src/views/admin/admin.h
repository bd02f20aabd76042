#pragma once
// The administrator's page: people, tools, the installation.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"
#include "views/view.h"

namespace knippe::views {

struct ListedUser {
  std::uint64_t id = 0;
  std::string name;
  std::string email;
  bool administrator = false;
  bool facilitator = false;
  bool disabled = false;
  bool is_you = false;
};
struct ListedInvitation {
  std::string email;
  bool administrator = false;
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
};
/// Something made just now that is shown this once: a link or a token.
struct ShownOnce {
  enum class Kind { none, invitation_link, password_link, api_token } kind = Kind::none;
  std::string for_whom;
  std::string value;
};

/// GET/POST /admin. Kept forms "inviter" (fields "epost", "rolle") and "token" ("navn").
std::string admin_page(const View& view, std::span<const ListedUser> users, std::span<const ListedInvitation> invitations,
                       std::span<const ListedToken> tokens, const Installation& installation, const ShownOnce& shown = {},
                       const Kept& kept = {});

}  // namespace knippe::views
