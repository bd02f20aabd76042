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
  staff,             ///< a logged-in account, whatever its roles
  facilitator,       ///< an account that holds workshops
  case_owner,        ///< an account that makes cases
  room_facilitator,  ///< a facilitator who runs {room}, or the owner of {case}
  case_reader,       ///< whoever has a role in {case}: its owner, answerers, moderators, politicians
  case_answerer,     ///< who answers in {case}, or its owner
  case_moderator,    ///< who moderates {case}, or its owner
  politician,        ///< an account that makes statements under its name
  room_owner,        ///< the account that made {room}, or an administrator
  administrator,     ///< an account that administers the installation
  tool               ///< a token of administration or DIR/local.key (or an account, as facilitator)
};

/// A GET never waits. A POST does, unless it only hands a command to the desk and lets its answer come later.
enum class Pace { may_wait, at_once };

using Handle = http::Response (*)(const Call&);

struct Route {
  http::Method method;
  std::string_view pattern;  ///< "/rom/{room}/ranger": {room} is a workshop's id, {case} a case's; other {…} match one segment
  Permission needs;
  Handle handle;
  Pace pace = Pace::may_wait;
};

/// A POST whose form may carry a list of people (multipart/form-data).
bool takes_list(http::Method method, std::string_view path_or_pattern);
/// A POST whose form may carry a picture (multipart/form-data); its body may be larger than a form's.
bool takes_picture(http::Method method, std::string_view path_or_pattern);
/// Of those, one where a picture is beside what somebody wrote: a picture that is too large is read to its end, so that the text is not lost.
bool takes_picture_and_text(http::Method method, std::string_view path_or_pattern);

/// Every route of the site, in one list; a test walks it as every kind of visitor.
std::span<const Route> all_routes();

/// What a request asks for: no route when the path is unknown, or known for other methods only.
struct Found {
  const Route* route = nullptr;
  bool path_known = false;
  std::vector<std::string> captured;  ///< the segments of the route's {…}, in order
};
/// HEAD counts as GET.
Found find_route(http::Method method, std::string_view path);

}  // namespace knippe::web
