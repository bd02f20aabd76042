// Who runs a workshop: taking another facilitator in by e-mail address or one-time link, removing, leaving.

#include "base/text.h"
#include "store/store.h"
#include "views/desk/facilitators.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/outbox.h"

namespace knippe::web {
namespace {

using domain::Workshop;

std::optional<views::ListedFacilitator> listed(const Call& call, const store::Room& room, AccountId id) {
  const auto account = call.site.store.accounts().find(id);
  if (!account) return std::nullopt;
  return views::ListedFacilitator{id.value, account->name, account->email, id == room.owner, id == call.account};
}

http::Response show(const Call& call, const std::string& fresh_link = {}, const views::Kept& kept = {}, int status = 200) {
  auto& rooms = call.site.store.rooms();
  const auto room = rooms.find(call.room);
  if (!room) return error_answer(call, room.error());
  std::vector<views::ListedFacilitator> people;
  if (const auto owner = listed(call, *room, room->owner)) people.push_back(*owner);
  for (const AccountId id : room->facilitators)
    if (const auto one = listed(call, *room, id)) people.push_back(*one);
  const auto expires = rooms.invitation_expires(call.room);
  const views::FacilitatorsLook look{people, fresh_link, expires ? *expires : std::nullopt};
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::facilitators_page(call.view(seq), workshop, call.room, look, kept);
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

Status add(const Call& call) {
  const auto account = call.site.store.accounts().find_by_email(trim_ascii(call.field("epost")));
  if (!account && account.error().kind != ErrorKind::not_found && account.error().kind != ErrorKind::bad_input) return std::unexpected(account.error());
  if (!account || account->disabled) return bad_input("facilitators.no_account");
  TRY_STATUS(call.site.store.rooms().add_facilitator(call.room, account->id));
  call.site.acts.note(views::Act::facilitator_added, doer_of(call), the_account(account->id), the_room(call.room));
  tell(call, {.kind = store::MessageKind::facilitator_added, .recipient = account->email, .account = account->id, .room = call.room});
  return {};
}

/// The owner is no row in the list, so that nobody removes them.
Status remove(const Call& call, AccountId id) {
  const store::Room room = TRY(call.site.store.rooms().find(call.room));
  if (!id || id == room.owner) return refuse("facilitators.owner_stays");
  TRY_STATUS(call.site.store.rooms().remove_facilitator(call.room, id));
  call.site.tickets.revoke("account:" + std::to_string(id.value));
  call.site.acts.note(views::Act::facilitator_removed, doer_of(call), the_account(id), the_room(call.room));
  return {};
}

Status carry_out(const Call& call) {
  if (call.op() == "legg-til") return add(call);
  if (call.op() == "fjern") return remove(call, AccountId{call.number()});
  if (call.op() == "forlat") return remove(call, call.account);
  if (call.op() == "trekk-lenke") return call.site.store.rooms().withdraw_invitation(call.room);
  return bad_input("form.unknown_op");
}

}  // namespace

http::Response facilitators(const Call& call) { return show(call); }

http::Response change_facilitators(const Call& call) {
  if (call.op() == "lenke") {
    const auto token = call.site.store.rooms().invite_facilitator(call.room);
    if (token) call.site.acts.note(views::Act::facilitator_invited, doer_of(call), the_room(call.room));
    return token ? show(call, call.site.place.public_url + "/samarbeid/" + *token) : error_answer(call, token.error());
  }
  const Status done = carry_out(call);
  if (!done) return show(call, {}, kept_form(call, std::string(call.op()), done.error()), status_of(done.error().kind));
  call.site.announce(call.room);
  return see_other(call.op() == "forlat" ? "/styring" : room_path("styring", call.room, "fasilitatorer"));
}

http::Response cooperation_form(const Call& call) {
  const auto room = call.site.store.rooms().look_at_invitation(call.captured[0]);
  if (!room) return error_answer(call, room.error());
  std::string name;
  if (const auto account = call.site.store.accounts().find(call.account)) name = account->name;
  auto page = call.site.desk.read(*room, [&](const Workshop& workshop, Seq seq) {
    return views::cooperate_page(call.view(seq), workshop, call.captured[0], name);
  });
  return page ? page_answer(*std::move(page)) : error_answer(call, page.error());
}

http::Response cooperate(const Call& call) {
  if (!call.account) return error_answer(call, {ErrorKind::forbidden, "account.needed", {}});
  if (!call.roles.facilitator && !call.is_administrator) return error_answer(call, {ErrorKind::forbidden, "account.not_facilitator", {}});
  const auto room = call.site.store.rooms().redeem_invitation(call.captured[0], call.account);
  if (!room) return error_answer(call, room.error());
  call.site.announce(*room);
  return see_other(room_path("styring", *room));
}

}  // namespace knippe::web
