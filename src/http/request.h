#pragma once
// What a handler is given: a request that has passed every check of form, with plain values only.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/address.h"
#include "http/fields.h"

namespace knippe::http {

enum class Method { get, head, post, put, other };
std::string_view name_of(Method method);
inline bool is_read(Method method) { return method == Method::get || method == Method::head; }

struct Request {
  Method method = Method::get;
  std::string method_name = "GET";  ///< as sent, also for Method::other
  std::string target = "/";         ///< as sent, in origin form: path and query, still percent-encoded
  std::string path = "/";           ///< decoded: valid UTF-8, starts with '/', no control characters, no "." or ".." segments
  Fields query;
  Headers headers;
  std::string body;
  Address client;     ///< the visitor: the peer, or what trusted proxies say of it
  bool https = false; ///< the visitor's own connection is encrypted (told by a trusted proxy)
  std::string host;   ///< host and port the visitor asked for, lower case

  /// First value of a header, or "".
  std::string_view header(std::string_view name) const { return headers[name]; }
  /// Value of one of our cookies. Over https only the name with `__Host-` is believed.
  std::optional<std::string> cookie(std::string_view name) const;
  /// The host without its port ("localhost", "192.0.2.7", "[::1]").
  std::string_view host_name() const;
  /// The content type without parameters, lower case ("multipart/form-data").
  std::string media_type() const;
  /// The body as an urlencoded form: `form.media_type` when the type is another, else as parse_form.
  Result<Fields> form() const;
};

/// Splits a request target into path, query and (absolute form) host: `request.target` when it is malformed.
Status read_target(std::string_view target, Request& request);
/// True for `name[:port]`, `192.0.2.7[:port]`, `[::1][:port]`.
bool is_host(std::string_view host);

}  // namespace knippe::http
