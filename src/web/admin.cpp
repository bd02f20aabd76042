// Users, invitations, tools.

#include "base/encoding.h"
#include "store/store.h"
#include "views/admin/admin.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/outbox.h"
#include "web/users.h"
#include "web/witnesses.h"

namespace knippe::web {
namespace {

using views::ShownOnce;

http::Response show(const Call& call, const ShownOnce& shown = {}, const views::Kept& kept = {}, int status = 200) {
  auto& store = call.site.store;
  std::vector<views::ListedUser> users;
  if (const auto accounts = store.accounts().list(store::default_organisation))
    for (const store::Account& account : *accounts)
      users.push_back({account.id.value, account.name, account.email, listed_roles(account.roles),
                       account.disabled, account.id == call.account});
  std::vector<views::ListedInvitation> invitations;
  if (const auto links = store.accounts().invitations(store::default_organisation))
    for (const store::Link& link : *links) invitations.push_back({link.email, listed_roles(link.roles), link.expires});
  std::vector<views::ListedToken> tokens;
  if (const auto kept_tokens = store.api_tokens().list())
    for (const store::ApiToken& token : *kept_tokens)
      tokens.push_back({token.id.value, token.name, token.created, token.last_used.value_or(Instant{}), token.revoked.has_value()});
  const Place& place = call.site.place;
  views::Installation installation{place.version, place.data_folder, place.public_url, !place.https, place.loopback_only, store.data_bytes(),
                                   store.outbox().count_waiting().value_or(0)};
  for (const proof::Verifier& witness : known_witnesses(call.site)) installation.witnesses.push_back(witness.name);
  return page_answer(views::admin_page(call.view(), users, invitations, tokens, installation, shown, kept), status);
}

Result<ShownOnce> invite(const Call& call) {
  const std::string email(call.field("epost"));
  const store::Roles roles = roles_of_form(call);
  const std::string token = TRY(call.site.store.accounts().invite(store::default_organisation, email, roles));
  call.site.acts.note(views::Act::user_invited, doer_of(call), {}, role_words(roles));
  tell(call, {.kind = store::MessageKind::invitation, .recipient = email, .parameters = role_words(roles)});
  return ShownOnce{ShownOnce::Kind::invitation_link, email, call.site.place.public_url + "/invitasjon/" + token};
}

Result<ShownOnce> reset(const Call& call, AccountId id) {
  const store::Account account = TRY(call.site.store.accounts().find(id));
  const std::string token = TRY(call.site.store.accounts().make_reset_link(account.email));
  call.site.acts.note(views::Act::password_link_made, doer_of(call), the_account(id));
  tell(call, {.kind = store::MessageKind::password_link, .recipient = account.email, .account = id});
  return ShownOnce{ShownOnce::Kind::password_link, account.email, call.site.place.public_url + "/passord/" + token};
}

Result<ShownOnce> set_disabled(const Call& call, AccountId id, bool disabled) {
  TRY_STATUS(call.site.store.accounts().set_disabled(id, disabled));
  call.site.acts.note(disabled ? views::Act::user_shut_out : views::Act::user_let_in, doer_of(call), the_account(id));
  if (disabled) call.site.tickets.revoke("account:" + std::to_string(id.value));
  return ShownOnce{};
}

Result<ShownOnce> make_token(const Call& call) {
  const store::NewApiToken token = TRY(call.site.store.api_tokens().make(call.account, call.field("navn")));
  call.site.acts.note(views::Act::tool_made, doer_of(call));
  return ShownOnce{ShownOnce::Kind::api_token, std::string(call.field("navn")), token.token};
}

Result<ShownOnce> revoke_token(const Call& call) {
  TRY_STATUS(call.site.store.api_tokens().revoke(store::ApiTokenId{call.number()}));
  call.site.acts.note(views::Act::tool_withdrawn, doer_of(call));
  return ShownOnce{};
}

Result<ShownOnce> carry_out(const Call& call) {
  const std::string_view op = call.op();
  const AccountId id{call.number()};
  if (op == "inviter") return invite(call);
  if (op == "lenke") return reset(call, id);
  if (op == "sperr") return set_disabled(call, id, true);
  if (op == "apne") return set_disabled(call, id, false);
  if (op == "token") return make_token(call);
  if (op == "trekk-token") return revoke_token(call);
  return bad_input("form.unknown_op");
}

}  // namespace

http::Response administration(const Call& call) { return show(call); }

http::Response administer(const Call& call) {
  const auto done = carry_out(call);
  if (!done) return show(call, {}, kept_form(call, std::string(call.op()), done.error()), status_of(done.error().kind));
  if (done->kind == ShownOnce::Kind::none) return see_other("/admin");
  return show(call, *done);
}

}  // namespace knippe::web
