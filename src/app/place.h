#pragma once
// Where we listen, and by what address people reach us.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/options.h"
#include "web/site.h"

namespace knippe::app {

/// "HOST:PORT", "[::1]:8080", ":8080" (all addresses) or "8080" (loopback). bad_input `listen.malformed`.
Result<http::Endpoint> parse_endpoint(std::string_view text);
/// "http://HOST[:PORT]" or https, without path; a trailing slash is taken off. bad_input `public_url.malformed`.
Result<std::string> parse_public_url(std::string_view text);
/// The machine's address on its local network, IPv4 before IPv6; nothing without one.
std::optional<std::string> lan_address();
/// Public URL as given; else, when listening beyond loopback, the LAN address; else localhost.
web::Place place_for(const http::Endpoint& endpoint, const std::string& public_url);

}  // namespace knippe::app
