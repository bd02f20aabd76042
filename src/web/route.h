#pragma once
// Method, path, required permission, handler: the permission is not optional, so no route is open by accident.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/response.h"
#include "web/call.h"

namespace knippe::web {

enum class Permission {
  anyone,            ///< nothing needed
  phone,             ///< a phone that has joined {room}
  facilitator,       ///< a logged-in account
  room_facilitator,  ///< an account that runs {room}
  administrator,     ///< an account that administers the installation
  tool               ///< a token of administration or DIR/local.key (or an account, as facilitator)
};

using Handle = http::Response (*)(const Call&);

struct Route {
  http::Method method;
  std::string_view pattern;  ///< "/rom/{room}/ranger": {room} is a room id; other {…} match one segment
  Permission needs;
  Handle handle;
};

/// Every route of the site, in one list; a test walks it as every kind of visitor.
std::span<const Route> all_routes();

/// The captured segments in order, or nothing when the path does not match.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path);

}  // namespace knippe::web
