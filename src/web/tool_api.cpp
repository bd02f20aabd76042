// POST /api/workshops and /api/cases: how `knippe simulate` and other tools of the house make a room of their own. Everything after that goes
// through the same forms as people use.

#include <boost/json.hpp>

#include "base/encoding.h"
#include "domain/workshop/template.h"
#include "store/store.h"
#include "web/cases.h"
#include "web/handlers.h"
#include "web/workshops.h"

namespace knippe::web {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, const char* name, std::string otherwise) {
  const json::value* found = object.if_contains(name);
  return found && found->is_string() ? std::string(found->get_string()) : otherwise;
}

/// The object in the body, or what is wrong with it.
Result<json::object> asked_object(const Call& call) {
  json::error_code error;
  const json::value asked = json::parse(call.request.body, error);
  if (error || !asked.is_object()) return std::unexpected(Error{ErrorKind::bad_input, "api.malformed", error.message()});
  return asked.get_object();
}

http::Response problem(int status, const Error& error) {
  return http::json(status, json::serialize(json::object{{"error", error.message_key}, {"detail", error.detail}}));
}

}  // namespace

/// {"title","place","date","alone","persons_count"} → {"workshop","code","desk","projector","report"}: a workshop marked as simulated, already open.
http::Response create_by_tool(const Call& call) {
  const auto asked = asked_object(call);
  if (!asked) return problem(400, asked.error());
  const json::object& object = *asked;
  domain::Template made = domain::seminar_2017();
  made.about.title = text_of(object, "title", made.about.title);
  made.about.place = text_of(object, "place", "");
  made.about.date = text_of(object, "date", "");
  const json::value* alone = object.if_contains("alone");
  made.settings.alone_first = alone && alone->is_bool() && alone->get_bool();
  const json::value* persons = object.if_contains("persons_count");
  made.settings.persons_count = persons && persons->is_bool() && persons->get_bool();
  const auto room = make_workshop(call, {made.settings, made.about, made.keys, true, made.name});
  if (!room) return problem(status_of(room.error().kind), room.error());
  Call there = call;
  there.room = *room;
  const auto opened = there.submit(domain::OpenWorkshop{});
  if (!opened) return problem(status_of(opened.error().kind), opened.error());
  if (const Status listed = bring_up_to_date(there, *room); !listed) return problem(500, listed.error());
  const auto projector = call.site.store.entries().projector_token(*room);
  if (!projector) return problem(500, projector.error());
  return http::json(201, json::serialize(json::object{{"workshop", to_base32(room->value)},
                                                      {"code", call.site.store.entries().code(*room).value_or("")},
                                                      {"desk", room_path("styring", *room)},
                                                      {"projector", "/skjerm/" + *projector},
                                                      {"report", room_path("resultater", *room)}}));
}

/// {"title","language"} → {"case","desk","public"}: a draft marked as simulated.
http::Response create_case_by_tool(const Call& call) {
  const auto asked = asked_object(call);
  if (!asked) return problem(400, asked.error());
  const auto room = make_case(call, {.title = text_of(*asked, "title", ""), .language = text_of(*asked, "language", "nb"), .simulated = true});
  if (!room) return problem(status_of(room.error().kind), room.error());
  return http::json(201, json::serialize(json::object{{"case", to_base32(room->value)},
                                                      {"desk", room_path("styring/sak", *room)},
                                                      {"public", room_path("saker", *room)}}));
}

}  // namespace knippe::web
