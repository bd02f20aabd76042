#include "web/users.h"

#include "base/encoding.h"
#include "base/text.h"
#include "store/store.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/outbox.h"

namespace knippe::web {
namespace {

using views::UserRole;

bool store::Roles::* member_of(UserRole role) {
  switch (role) {
    case UserRole::administrator: return &store::Roles::administrator;
    case UserRole::owner: return &store::Roles::owner;
    case UserRole::facilitator: return &store::Roles::facilitator;
    case UserRole::answerer: return &store::Roles::answerer;
    case UserRole::moderator: return &store::Roles::moderator;
    case UserRole::politician: return &store::Roles::politician;
  }
  __builtin_unreachable();
}

Result<store::Account> whose(const Call& call) {
  const auto number = parse_number(call.captured[0]);
  if (!number) return fail(ErrorKind::not_found, "account.unknown");
  return call.site.store.accounts().find(AccountId{*number});
}

std::string title_of(const Call& call, RoomId room) {
  const auto listed = call.site.store.rooms().find(room);
  return listed ? listed->title : std::string();
}

http::Response show(const Call& call, const store::Account& account, const views::Kept& kept = {}, int status = 200) {
  auto& store = call.site.store;
  views::UserLook look;
  look.user = {account.id.value, account.name, account.email, listed_roles(account.roles), account.disabled, account.id == call.account};
  if (const auto given = store.case_roles().of(account.id))
    for (const store::GivenRole& each : *given)
      look.given.push_back({to_base32(each.room.value), title_of(call, each.room), each.role == store::CaseRole::moderator ? UserRole::moderator : UserRole::answerer});
  if (const auto rooms = store.rooms().list_all(account.organisation))
    for (const store::Room& room : *rooms)
      if (room.kind == store::involvement_kind) look.cases.push_back({to_base32(room.id.value), room.title});
  return page_answer(views::user_page(call.view(), look, kept), status);
}

Result<store::GivenRole> given_role(AccountId account, std::string_view room, std::string_view role) {
  const auto number = from_base32(room);
  if (!number || (role != "svarer" && role != "moderator")) return bad_input("form.unknown_op");
  return store::GivenRole{RoomId{*number}, account, role == "moderator" ? store::CaseRole::moderator : store::CaseRole::answerer};
}

std::string_view role_word(store::CaseRole role) { return views::field_of(role == store::CaseRole::moderator ? UserRole::moderator : UserRole::answerer); }

std::string words_of(const store::GivenRole& given) { return the_room(given.room) + " " + std::string(role_word(given.role)); }

Status carry_out(const Call& call, const store::Account& account) {
  auto& store = call.site.store;
  const std::string_view op = call.op(), argument = call.argument();
  const auto noted = [&](views::Act act, const std::string& with) { call.site.acts.note(act, doer_of(call), the_account(account.id), with); };
  if (op == "gi") {
    const store::GivenRole given = TRY(given_role(account.id, call.field("sak"), call.field("rolle")));
    TRY_STATUS(store.case_roles().give(given));
    noted(views::Act::case_role_given, words_of(given));
    tell(call, {.kind = store::MessageKind::case_role_given, .recipient = account.email, .account = account.id, .room = given.room,
                .parameters = std::string(role_word(given.role))});
    return {};
  }
  if (op == "ta") {
    const auto colon = argument.find(':');
    if (colon == std::string_view::npos) return bad_input("form.unknown_op");
    const store::GivenRole given = TRY(given_role(account.id, argument.substr(0, colon), argument.substr(colon + 1)));
    TRY_STATUS(store.case_roles().take(given));
    noted(views::Act::case_role_taken, words_of(given));
    return {};
  }
  if (op != "roller") return bad_input("form.unknown_op");
  if (account.id == call.account) return refuse("account.own_roles");
  const store::Roles roles = roles_of_form(call);
  TRY_STATUS(store.accounts().set_roles(account.id, roles));
  noted(views::Act::roles_changed, role_words(roles));
  return {};
}

}  // namespace

std::vector<UserRole> listed_roles(const store::Roles& roles) {
  std::vector<UserRole> listed;
  for (const UserRole role : views::all_user_roles)
    if (roles.*member_of(role)) listed.push_back(role);
  return listed;
}

store::Roles roles_of_form(const Call& call) {
  store::Roles roles;
  for (const UserRole role : views::all_user_roles) roles.*member_of(role) = !call.field(views::field_of(role)).empty();
  return roles;
}

std::string role_words(const store::Roles& roles) {
  std::string words;
  for (const UserRole role : listed_roles(roles)) words.append(words.empty() ? "" : " ").append(views::field_of(role));
  return words;
}

http::Response user(const Call& call) {
  const auto account = whose(call);
  return account ? show(call, *account) : error_answer(call, account.error());
}

http::Response change_user(const Call& call) {
  const auto account = whose(call);
  if (!account) return error_answer(call, account.error());
  const Status done = carry_out(call, *account);
  if (!done) return show(call, *account, kept_form(call, std::string(call.op()), done.error()), status_of(done.error().kind));
  call.site.tickets.revoke("account:" + std::to_string(account->id.value));
  return see_other("/admin/bruker/" + std::to_string(account->id.value));
}

}  // namespace knippe::web
