#pragma once
// The reception: finds the route, learns who asks, checks the right and the origin, then calls the handler. GET and HEAD never
// change anything.

#include "http/options.h"
#include "store/rooms.h"
#include "web/route.h"
#include "web/site.h"

namespace knippe::web {

class Reception {
 public:
  explicit Reception(const Site& site) : site_(site) {}

  http::Response handle(const http::Request& request) const;
  /// Whether handle() may wait for this request, which is no GET.
  static bool may_wait(const http::Request& request);
  /// The page for a status that the front door gives by itself; the request may be missing.
  http::Response error_page(int status, const http::Request* request) const;
  /// A path without tokens and codes, for the log.
  static std::string redact(std::string_view path);

 private:
  http::Response answer(Call& call) const;
  http::Response call_route(const Route& route, Call& call) const;
  Status identify(const Route& route, Call& call) const;
  /// The listed room of {room} or {case}, if it is of the route's kind.
  Result<store::Room> room_of(const Route& route, const Call& call) const;
  Status check_right(const Route& route, const Call& call) const;
  Status check_origin(const Call& call) const;
  bool serves_host(const http::Request& request) const;

  const Site& site_;
};

}  // namespace knippe::web
