#include "web/outbox.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "store/store.h"
#include "views/admin/outbox.h"
#include "views/admin/parts.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/users.h"

namespace knippe::web {
namespace {

using store::Message;
using store::MessageKind;
using views::LetterKind;

LetterKind letter_kind(MessageKind kind) {
  switch (kind) {
    case MessageKind::invitation: return LetterKind::invitation;
    case MessageKind::password_link: return LetterKind::password_link;
    case MessageKind::facilitator_added: return LetterKind::facilitator_added;
    case MessageKind::case_role_given: return LetterKind::case_role_given;
  }
  __builtin_unreachable();
}

std::string title_of(const Call& call, RoomId room) {
  if (!room) return {};
  const auto found = call.site.store.rooms().find(room);
  return found ? found->title : std::string();
}

views::ListedMessage listed(const Call& call, const Message& message) {
  views::ListedMessage one{message.id.value, letter_kind(message.kind), message.recipient, title_of(call, message.room), message.created,
                           static_cast<views::LetterState>(message.state), message.settled};
  if (const auto account = call.site.store.accounts().find(message.account); one.recipient.empty() && account) one.recipient = account->name;
  return one;
}

http::Response show(const Call& call, std::optional<views::Letter> letter = {}, const std::optional<Error>& error = {}) {
  auto& outbox = call.site.store.outbox();
  views::OutboxLook look;
  look.shown = std::move(letter);
  for (const bool waiting : {true, false}) {
    const auto found = outbox.list(waiting, views::messages_shown);
    if (!found) return error_answer(call, found.error());
    for (const Message& message : *found) (waiting ? look.waiting : look.settled).push_back(listed(call, message));
  }
  look.waiting_count = outbox.count_waiting().value_or(look.waiting.size());
  http::Response response = page_answer(views::outbox_page(call.view(), look, error), error ? status_of(error->kind) : 200);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

std::string role_names(const views::Words& w, std::string_view parameters) {
  std::string names;
  for (const std::string_view part : split(parameters, ' '))
    for (const views::UserRole role : views::all_user_roles)
      if (part == views::field_of(role)) names.append(names.empty() ? "" : ", ").append(views::admin::name_of(w, role));
  return names;
}

/// An invitation that still waits, made anew; the former link no longer opens anything.
Result<std::string> fresh_invitation(const Call& call, const Message& message) {
  auto& accounts = call.site.store.accounts();
  const auto waiting = TRY(accounts.invitations(store::default_organisation));
  const std::string key = store::email_key(message.recipient);
  const auto found = std::ranges::find_if(waiting, [&](const store::Link& link) { return store::email_key(link.email) == key; });
  if (found == waiting.end()) return refuse("message.no_invitation");
  const std::string token = TRY(accounts.invite(store::default_organisation, found->email, found->roles));
  call.site.acts.note(views::Act::user_invited, doer_of(call), {}, role_words(found->roles));
  return "/invitasjon/" + token;
}

Result<std::string> fresh_password_link(const Call& call, const Message& message) {
  const std::string token = TRY(call.site.store.accounts().make_reset_link(message.recipient));
  call.site.acts.note(views::Act::password_link_made, doer_of(call), the_account(message.account));
  return "/passord/" + token;
}

/// Where the message leads; a link that grants something is made here and nowhere kept.
Result<std::string> way_of(const Call& call, const Message& message) {
  switch (message.kind) {
    case MessageKind::invitation: return fresh_invitation(call, message);
    case MessageKind::password_link: return fresh_password_link(call, message);
    case MessageKind::facilitator_added: return room_path("styring", message.room);
    case MessageKind::case_role_given: return room_path("styring/sak", message.room);
  }
  __builtin_unreachable();
}

Result<views::Letter> letter(const Call& call, store::MessageId id) {
  const Message message = TRY(call.site.store.outbox().find(id));
  if (message.state != store::MessageState::waiting) return fail(ErrorKind::not_found, "message.unknown");
  const views::Words& w = call.site.catalogue[views::parse_lang(message.language).value_or(views::Lang::nb)];
  const std::string way = TRY(way_of(call, message));
  const auto profile = call.site.store.profiles().find(store::default_organisation);
  const std::string organisation = profile && !(*profile)->name.empty() ? (*profile)->name : std::string(w("common.product"));
  return views::letter_of(w, letter_kind(message.kind), {organisation, role_names(w, message.parameters), title_of(call, message.room), call.site.place.public_url + way}, message.recipient);
}

const char* word_of(MessageKind kind) {
  switch (kind) {
    case MessageKind::invitation: return "invitation";
    case MessageKind::password_link: return "password_link";
    case MessageKind::facilitator_added: return "facilitator_added";
    case MessageKind::case_role_given: return "case_role_given";
  }
  __builtin_unreachable();
}

Status settle(const Call& call, store::MessageId id, bool told) {
  auto& outbox = call.site.store.outbox();
  const Message message = TRY(outbox.find(id));
  TRY_STATUS(outbox.settle(id, told ? store::MessageState::told : store::MessageState::dropped));
  call.site.acts.note(told ? views::Act::message_told : views::Act::message_dropped, doer_of(call), message.account ? the_account(message.account) : "", word_of(message.kind));
  return {};
}

}  // namespace

void tell(const Call& call, store::Message message) {
  message.language = views::code(call.words.lang());
  (void)call.site.store.outbox().put(message);
}

http::Response outbox(const Call& call) { return show(call); }

http::Response settle_outbox(const Call& call) {
  const store::MessageId id{call.number()};
  if (call.op() == "vis") {
    auto made = letter(call, id);
    return made ? show(call, *std::move(made)) : show(call, {}, made.error());
  }
  if (call.op() != "sendt" && call.op() != "avvis") return error_answer(call, {ErrorKind::bad_input, "form.unknown_op", {}});
  const Status done = settle(call, id, call.op() == "sendt");
  return done ? see_other("/admin/utsendelser") : show(call, {}, done.error());
}

}  // namespace knippe::web
