#include <boost/json.hpp>

#include "base/encoding.h"
#include "base/time.h"
#include "views/erasure/account_data.h"
#include "views/report/json.h"

namespace knippe::views {
namespace {

namespace json = boost::json;

std::string_view word_of(RoomTie tie) {
  switch (tie) {
    case RoomTie::owner: return "owner";
    case RoomTie::facilitator: return "facilitator";
    case RoomTie::answerer: return "answerer";
    case RoomTie::moderator: return "moderator";
  }
  __builtin_unreachable();
}

template <class Ref>
void add_texts(json::array& texts, const std::vector<TextLineOf<Ref>>& lines) {
  for (const auto& line : lines)
    texts.push_back(json::object{{"what", boost::describe::enum_to_string(line.text.kind, "")},
                                 {"number", line.text.number},
                                 {"words", json::array(line.words.begin(), line.words.end())},
                                 {"time", to_rfc3339(line.time)},
                                 {"wordings", line.wordings}});
}

json::object json_of(const AccountRoom& room) {
  json::array ties, texts;
  for (const RoomTie tie : room.ties) ties.push_back(json::value(word_of(tie)));
  add_texts(texts, room.texts);
  add_texts(texts, room.case_texts);
  return {{"room", to_base32(room.room.value)}, {"kind", room.is_case ? "case" : "workshop"}, {"title", room.title},
          {"roles", std::move(ties)}, {"records", room.records}, {"texts", std::move(texts)}};
}

json::object json_of(const ActLine& act) {
  return {{"time", to_rfc3339(act.at)}, {"act", boost::describe::enum_to_string(act.act, "")}, {"by", act.by}, {"on", act.on}, {"with", act.with}};
}

json::object json_of(const ListedToken& tool) {
  json::object made{{"name", tool.name}, {"created", to_rfc3339(tool.created)}, {"revoked", tool.revoked}};
  if (tool.last_used.ms) made["last_used"] = to_rfc3339(tool.last_used);
  return made;
}

}  // namespace

std::string account_data_json(const AccountLook& look) {
  json::array roles, sessions, tools, links, rooms, acts;
  for (const UserRole role : look.user.roles) roles.push_back(json::value(field_of(role)));
  for (const AccountSession& each : look.sessions) sessions.push_back(json::object{{"begun", to_rfc3339(each.begun)}, {"seen", to_rfc3339(each.seen)}});
  for (const ListedToken& each : look.tools) tools.push_back(json_of(each));
  for (const Instant each : look.links) links.push_back(json::object{{"expires", to_rfc3339(each)}});
  for (const AccountRoom& each : look.rooms) rooms.push_back(json_of(each));
  for (const ActLine& each : look.acts) acts.push_back(json_of(each));
  return report::indented(json::object{{"format", "knippe-account-data-1"},
                                       {"account", look.user.id},
                                       {"name", look.user.name},
                                       {"email", look.user.email},
                                       {"created", to_rfc3339(look.created)},
                                       {"roles", std::move(roles)},
                                       {"sessions", std::move(sessions)},
                                       {"tools", std::move(tools)},
                                       {"one_time_links", std::move(links)},
                                       {"rooms", std::move(rooms)},
                                       {"acts", std::move(acts)}});
}

}  // namespace knippe::views
