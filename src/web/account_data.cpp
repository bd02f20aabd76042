// "Mine data" of whoever is logged in: the account, its part in rooms and their logs, the acts about it; and erasing it.

#include <algorithm>
#include <ranges>

#include "base/encoding.h"
#include "http/cookie.h"
#include "proof/checkpoint.h"
#include "proof/logbook.h"
#include "store/store.h"
#include "views/erasure/account_data.h"
#include "web/acts.h"
#include "web/cookies.h"
#include "web/desk_view.h"
#include "web/erasure_lines.h"
#include "web/handlers.h"
#include "web/users.h"

namespace knippe::web {
namespace {

using views::AccountLook;
using views::AccountRoom;
using views::RoomTie;
using CaseRef = domain::involvement::TextRef;

/// Records of a room's log that the account made.
Result<std::uint64_t> records_by(const Site& site, RoomId room, const std::string& actor) {
  const std::uint64_t size = TRY(site.logbook.read(room, [](const proof::Log& log) -> Result<std::uint64_t> { return log.tree.size(); }));
  std::uint64_t count = 0;
  TRY_STATUS(site.logbook.each_record(room, Seq{size}, [&](const journal::Event& event) { count += event.actor == actor; }));
  return count;
}

template <class Kind>
Result<std::vector<WrittenText<typename Kind::Ref>>> written_by(const Site& site, RoomId room, const std::string& actor) {
  auto all = TRY(written_in<Kind>(site, room));
  std::erase_if(all, [&](const auto& each) { return std::ranges::find(each.actors, actor) == each.actors.end(); });
  return all;
}

std::vector<RoomTie> ties_of(const Call& call, const store::Room& room) {
  std::vector<RoomTie> ties;
  if (room.owner == call.account) ties.push_back(RoomTie::owner);
  if (std::ranges::find(room.facilitators, call.account) != room.facilitators.end()) ties.push_back(RoomTie::facilitator);
  store::CaseRoles& roles = call.site.store.case_roles();
  for (const auto [role, tie] : {std::pair(store::CaseRole::answerer, RoomTie::answerer), std::pair(store::CaseRole::moderator, RoomTie::moderator)})
    if (roles.has({room.id, call.account, role}).value_or(false)) ties.push_back(tie);
  return ties;
}

Result<AccountRoom> part_in(const Call& call, RoomId id) {
  const std::string actor = the_account(call.account);
  AccountRoom part;
  part.room = id;
  part.records = TRY(records_by(call.site, id, actor));
  if (const auto room = call.site.store.rooms().find(id)) {
    part.title = room->title;
    part.is_case = room->kind == store::involvement_kind;
    part.ties = ties_of(call, *room);
  }
  if (part.records && !part.is_case) part.texts = lines_of(TRY(written_by<OfWorkshops>(call.site, id, actor)));
  if (part.records && part.is_case) part.case_texts = lines_of(TRY(written_by<OfCases>(call.site, id, actor)));
  return part;
}

Result<std::vector<AccountRoom>> parts_of(const Call& call) {
  std::vector<AccountRoom> parts;
  for (const RoomId id : TRY(call.site.logbook.rooms())) {
    if (id == proof::system_room) continue;
    AccountRoom part = TRY(part_in(call, id));
    if (part.records || !part.ties.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

Result<std::vector<views::ActLine>> acts_about(const Call& call) {
  const std::string self = the_account(call.account);
  std::vector<views::ActLine> lines;
  for (const NotedAct& act : TRY(noted_acts(call.site)) | std::views::reverse)
    if (act.by == self || act.on == self) lines.push_back(act_line(call, act));
  return lines;
}

Result<AccountLook> look_at(const Call& call) {
  auto& store = call.site.store;
  const store::Account account = TRY(store.accounts().find(call.account));
  AccountLook look;
  look.user = {account.id.value, account.name, account.email, listed_roles(account.roles), account.disabled, true};
  look.created = account.created;
  look.rooms = TRY(parts_of(call));
  look.acts = TRY(acts_about(call));
  for (const store::Session& each : TRY(store.sessions().of(account.id))) look.sessions.push_back({each.created, each.last_seen});
  for (const store::Link& link : TRY(store.accounts().links_to(account.email))) look.links.push_back(link.expires);
  for (const store::ApiToken& token : TRY(store.api_tokens().list()))
    if (token.account == account.id) look.tools.push_back({token.id.value, token.name, token.created, token.last_used.value_or(Instant{}), token.revoked.has_value()});
  return look;
}

http::Response show(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto look = look_at(call);
  if (!look) return error_answer(call, look.error());
  return page_answer(views::account_data_page(call.view(), *look, call.request.query.has("slettet"), kept), status);
}

/// Only what stands under the account's own name; the rest is as if it were not there.
Status erase_statements(const Call& call, const std::vector<AccountRoom>& rooms, const std::vector<std::string_view>* picked) {
  for (const AccountRoom& room : rooms) {
    std::vector<CaseRef> texts;
    for (const auto& line : room.case_texts) {
      const bool own = line.text.kind == domain::involvement::TextKind::statement;
      const bool wanted = !picked || std::ranges::find(*picked, views::statement_ref(room.room, line.text)) != picked->end();
      if (own && wanted) texts.push_back(line.text);
    }
    if (!texts.empty()) TRY_STATUS(erase_texts<OfCases>(call.site, room.room, texts, call.actor(), call.command_id()));
  }
  return {};
}

Status erase_picked(const Call& call) {
  const std::vector<std::string_view> picked = call.form.all("hva");
  if (picked.empty()) return bad_input("erasure.nothing_picked");
  return erase_statements(call, TRY(parts_of(call)), &picked);
}

/// The statements first: without the account nobody could ask for them any more.
Status erase_account(const Call& call) {
  if (!call.form.has("forstatt")) return bad_input("erasure.not_understood");
  TRY_STATUS(call.site.store.may_erase_account(call.account));
  TRY_STATUS(erase_statements(call, TRY(parts_of(call)), nullptr));
  TRY_STATUS(call.site.store.erase_account(call.account));
  call.site.tickets.revoke(the_account(call.account));
  return call.site.desk.erase(proof::system_room, {});  // erases no record, but empties the write-ahead log, where name and address may still stand
}

}  // namespace

http::Response account_data(const Call& call) { return show(call); }

http::Response account_data_file(const Call& call) {
  const auto look = look_at(call);
  if (!look) return error_answer(call, look.error());
  call.site.acts.note_soon(views::Act::own_data_taken_out, doer_of(call), the_account(call.account));
  http::Response response = http::text(200, views::account_data_json(*look));
  response.content_type = "application/json";
  response.headers.set("Content-Disposition", "attachment; filename=\"mine-data-konto.json\"");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

http::Response erase_account_data(const Call& call) {
  const bool all = call.op() == "alt";
  Status done = bad_input("form.unknown_op");
  if (all) done = erase_account(call);
  else if (call.op() == "slett") done = erase_picked(call);
  if (!done) return show(call, kept_form(call, std::string(call.op()), done.error()), status_of(done.error().kind));
  call.site.acts.note(views::Act::own_data_erased, doer_of(call), the_account(call.account));
  if (!all) return see_other("/konto/mine-data?slettet=1");
  return see_other("/personvern?slettet=konto").also("Set-Cookie", http::forget_cookie(cookies::session, call.request.https));
}

}  // namespace knippe::web
