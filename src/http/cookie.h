#pragma once
// Cookies: one reader, one writer, no way to forget HttpOnly or SameSite.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace knippe::http {

struct Cookie {
  std::string name;                        ///< token characters; without `__Host-`
  std::string value;                       ///< base64url or the like; anything else is percent-encoded
  std::optional<std::int64_t> max_age_s;   ///< absent: until the browser closes; 0: forget it now
  std::string path = "/";                  ///< over https it is always "/", which `__Host-` requires
};

/// The value of a Set-Cookie header: HttpOnly, SameSite=Lax; over https also Secure with the `__Host-` prefix.
std::string set_cookie(const Cookie& cookie, bool https);
/// The value that undoes it.
std::string forget_cookie(std::string_view name, bool https);
/// Finds a value in a Cookie header, percent-decoded. The first one wins; malformed pairs are skipped.
std::optional<std::string> find_cookie(std::string_view header, std::string_view name);

}  // namespace knippe::http
