#pragma once
// How the tools get what a server serves: plain http by our own client, https by the machine's `curl`.

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace knippe::app {

/// Gets a path of the server: the body of a 200; not_found for 404, 410 and 422, unavailable for everything else.
using Fetch = std::function<Result<std::string>(const std::string& target)>;

/// Sends a note to a path of the server, as the form field `note`; an error when it was not taken.
using Publish = std::function<Status(const std::string& target, const std::string& note)>;
Result<Publish> publish_to(std::string_view url);

/// "http://HOST[:PORT]…" or https; a path in it is ignored. bad_input `public_url.malformed`.
Result<Fetch> fetch_from(std::string_view url);

}  // namespace knippe::app
