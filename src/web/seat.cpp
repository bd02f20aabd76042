#include "web/seat.h"

#include "http/cookie.h"
#include "store/store.h"
#include "web/cookies.h"

namespace knippe::web {

PhoneId known_phone(const Call& call) {
  const auto token = call.request.cookie(cookies::seat(call.room));
  if (!token) return {};
  return call.site.store.phones().find(call.room, *token).value_or(PhoneId{});
}

Result<PhoneId> phone_for(const Call& call, std::string& cookie, std::uint32_t count_max) {
  if (const PhoneId known = known_phone(call)) return known;
  const std::string token = call.site.tokens.seat(call.room, call.browser);
  const PhoneId phone = TRY(call.site.store.phones().find_or_add(call.room, token, count_max));
  cookie = http::set_cookie({cookies::seat(call.room), token, cookies::seat_age_s}, call.request.https);
  return phone;
}

}  // namespace knippe::web
