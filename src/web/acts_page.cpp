// The audit view: administrative acts as the system room has them, with today's names of people and rooms.

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "proof/checkpoint.h"
#include "proof/logbook.h"
#include "store/store.h"
#include "views/admin/parts.h"
#include "views/local_time.h"
#include "web/acts.h"
#include "web/cases.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using views::ActLine;
using views::ActsLook;

std::string name_in_words(const Call& call, const std::string& who) {
  const views::Words& w = call.words;
  const std::size_t colon = who.find(':');
  const std::string kind = who.substr(0, colon), number = colon == std::string::npos ? "" : who.substr(colon + 1);
  if (kind == "account") {
    const auto account = call.site.store.accounts().find(AccountId{parse_number(number).value_or(0)});
    return account ? account->name : w.format("acts.gone_account", number);
  }
  if (kind == "room") {
    const auto room = call.site.store.rooms().find(RoomId{from_base32(number).value_or(0)});
    return room ? room->title : w.format("acts.gone_room", number);
  }
  if (kind == "phone") return std::string(w("acts.by_phone"));
  if (kind == "console") return std::string(w("acts.by_console"));
  if (kind == "tool") return std::string(w("acts.by_tool"));
  if (kind == "time") return std::string(w("acts.by_time"));
  return kind == "nobody" ? std::string(w("acts.by_nobody")) : std::string();
}

/// Roles by name, rooms by title; the rest (a file's name, days) as it stands.
std::string detail_in_words(const Call& call, const std::string& with) {
  std::string words;
  for (const std::string_view part : split(with, ' ')) {
    std::string word(part);
    for (const views::UserRole role : views::all_user_roles)
      if (part == views::field_of(role)) word = views::admin::name_of(call.words, role);
    if (part.starts_with("room:")) word = name_in_words(call, word);
    words.append(words.empty() ? "" : ", ").append(word);
  }
  return words;
}

bool is_date(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' && std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

bool fits(const ActsLook& look, const NotedAct& act) {
  if (look.group && views::group_of(act.act) != *look.group) return false;
  if (!look.person.empty() && act.by != look.person && act.on != look.person) return false;
  const std::string day = views::iso_date(act.at, views::acts_zone);
  return (look.from.empty() || day >= look.from) && (look.to.empty() || day <= look.to);
}

ActsLook chosen(const Call& call) {
  const auto& query = call.request.query;
  ActsLook look;
  look.group = views::act_group(query["slag"]);
  look.person = query["hvem"];
  look.from = query["fra"];
  look.to = query["til"];
  if (const auto accounts = call.site.store.accounts().list(store::default_organisation))
    for (const store::Account& account : *accounts) look.people.emplace_back(the_account(account.id), account.name);
  for (const char* other : {"phone", "console", "tool", "time", "nobody"}) look.people.emplace_back(other, name_in_words(call, other));
  for (std::string* date : {&look.from, &look.to})
    if (!date->empty() && !is_date(*date)) look.error = Error{ErrorKind::bad_input, "acts.bad_date", {}}, date->clear();
  return look;
}

/// Newest first.
Result<std::vector<NotedAct>> fitting(const Call& call, const ActsLook& look) {
  std::vector<NotedAct> acts = TRY(noted_acts(call.site));
  std::erase_if(acts, [&](const NotedAct& act) { return !fits(look, act); });
  std::ranges::reverse(acts);
  return acts;
}

}  // namespace

Result<std::vector<NotedAct>> noted_acts(const Site& site) {
  std::vector<NotedAct> acts;
  const auto size = site.logbook.read(proof::system_room, [](const proof::Log& log) -> Result<std::uint64_t> { return log.tree.size(); });
  if (!size) return size.error().kind == ErrorKind::not_found ? acts : Result<std::vector<NotedAct>>(std::unexpected(size.error()));
  TRY_STATUS(site.logbook.each_record(proof::system_room, Seq{*size}, [&](const journal::Event& event) {
    if (event.kind != act_kind || !event.body) return;
    if (auto act = decode_act(*event.body, event.time)) acts.push_back(*std::move(act));
  }));
  return acts;
}

ActLine act_line(const Call& call, const NotedAct& act) {
  return {act.at, act.act, name_in_words(call, act.by), name_in_words(call, act.on), detail_in_words(call, act.with)};
}

http::Response acts(const Call& call) {
  ActsLook look = chosen(call);
  const auto found = fitting(call, look);
  if (!found) return error_answer(call, found.error());
  look.count = found->size();
  const std::size_t pages = std::max<std::size_t>(1, (look.count + views::acts_per_page - 1) / views::acts_per_page);
  look.page = std::clamp<std::size_t>(page_wanted(call), 1, pages);
  for (std::size_t i = (look.page - 1) * views::acts_per_page; i < std::min(look.count, look.page * views::acts_per_page); ++i)
    look.lines.push_back(act_line(call, (*found)[i]));
  return page_answer(views::acts_page(call.view(), look), look.error ? 422 : 200);
}

http::Response acts_file(const Call& call) {
  if (call.captured[0] != "handlinger.csv") return status_answer(call, 404);
  const auto found = fitting(call, chosen(call));
  if (!found) return error_answer(call, found.error());
  std::vector<ActLine> lines;
  for (const NotedAct& act : *found) lines.push_back(act_line(call, act));
  http::Response response = http::text(200, views::acts_csv(call.words, lines));
  response.content_type = "text/csv; charset=utf-8";
  response.headers.set("Content-Disposition", "attachment; filename=\"handlinger.csv\"");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace knippe::web
