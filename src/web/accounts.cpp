// Logging in and the one-time links: a GET shows a form, only the POST redeems.

#include "base/encoding.h"
#include "http/cookie.h"
#include "store/store.h"
#include "views/archive/record.h"
#include "views/front/front.h"
#include "web/acts.h"
#include "web/case_rights.h"
#include "web/cookies.h"
#include "web/handlers.h"
#include "web/users.h"

namespace knippe::web {
namespace {

http::Response with_session(const Call& call, AccountId account, std::string path) {
  const auto token = call.site.store.sessions().begin(account);
  if (!token) return error_answer(call, token.error());
  return see_other(std::move(path))
      .also("Set-Cookie", http::set_cookie({std::string(cookies::session), *token, store::session_age_ms_max / 1000}, call.request.https));
}

/// The link this address holds, if it is of the right kind.
Result<store::Link> link_of(const Call& call, store::LinkKind kind) {
  auto link = call.site.store.accounts().look_at(call.captured[0]);
  if (!link) return link;
  if (link->kind != kind) return fail(ErrorKind::not_found, "link.unknown");
  return link;
}

template <class Page>
http::Response link_form(const Call& call, store::LinkKind kind, Page page) {
  const auto link = link_of(call, kind);
  return link ? page_answer(page(*link, views::Kept{})) : error_answer(call, link.error());
}

/// Redeems; what was refused is asked again with the text kept.
template <class Page>
http::Response redeem(const Call& call, store::LinkKind kind, const char* form, const Result<store::Account>& account, Page page) {
  if (account) return with_session(call, account->id, home_of(account->roles));
  const auto link = link_of(call, kind);
  if (!link) return error_answer(call, link.error());
  const views::Kept kept{form, {{"navn", std::string(call.field("navn"))}, {"epost", std::string(call.field("epost"))}}, account.error()};
  return page_answer(page(*link, kept), status_of(account.error().kind));
}

}  // namespace

namespace {

/// Where to go after logging in: an invitation to run a workshop together, or the template somebody chose; never another site; empty: home.
std::string wanted_place(std::string_view til) {
  if (til == views::template_path(views::seminar_record())) return std::string(til);
  constexpr std::string_view start = "/samarbeid/";
  const bool good = til.starts_with(start) && til.size() > start.size() && til.size() < 100 &&
                    til.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", start.size()) == std::string_view::npos;
  return std::string(good ? til : std::string_view());
}

/// Looks the account up and notes in the background, so that the answer takes as long for one that does not exist.
void note_refusal(const Call& call, const std::string& email, ErrorKind why) {
  const auto known = call.site.store.accounts().find_by_email(email);
  call.site.acts.note_soon(why == ErrorKind::too_many ? views::Act::sign_in_slowed : views::Act::sign_in_failed, "nobody", known ? the_account(known->id) : "");
}

}  // namespace

http::Response login_form(const Call& call) {
  const std::string next = wanted_place(call.request.query["til"]);
  if (call.account) return see_other(next.empty() ? home_of(call.roles) : next);
  return page_answer(views::login_page(call.view(), {{}, {{"til", next}}, {}}));
}

http::Response login(const Call& call) {
  const std::string email(call.field("epost"));
  const auto account = call.site.store.accounts().sign_in(email, call.field("passord"), call.request.client.neighbourhood().text());
  const std::string next = wanted_place(call.field("til"));
  if (account) return with_session(call, account->id, next.empty() ? home_of(account->roles) : next);
  note_refusal(call, email, account.error().kind);
  const views::Kept kept{"logg-inn", {{"epost", email}, {"til", next}}, account.error()};
  http::Response response = page_answer(views::login_page(call.view(), kept), status_of(account.error().kind));
  if (response.status == 429) response.headers.set("Retry-After", "60");
  return response;
}

http::Response logout(const Call& call) {
  if (const auto token = call.request.cookie(cookies::session)) (void)call.site.store.sessions().end(*token);
  if (call.account) call.site.tickets.revoke("account:" + std::to_string(call.account.value));
  return see_other("/").also("Set-Cookie", http::forget_cookie(cookies::session, call.request.https));
}

http::Response first_administrator_form(const Call& call) {
  return link_form(call, store::LinkKind::set_up, [&](const store::Link&, const views::Kept& kept) {
    return views::first_administrator_page(call.view(), call.captured[0], kept);
  });
}

http::Response first_administrator(const Call& call) {
  const auto account =
      call.site.store.accounts().redeem_set_up(call.captured[0], call.field("navn"), call.field("epost"), call.field("passord"));
  if (account) call.site.acts.note(views::Act::administrator_made, the_account(account->id));
  return redeem(call, store::LinkKind::set_up, "oppsett", account, [&](const store::Link&, const views::Kept& kept) {
    return views::first_administrator_page(call.view(), call.captured[0], kept);
  });
}

http::Response password_form(const Call& call) {
  return link_form(call, store::LinkKind::password_reset, [&](const store::Link& link, const views::Kept& kept) {
    return views::new_password_page(call.view(), call.captured[0], link.email, kept);
  });
}

http::Response password(const Call& call) {
  const auto account = call.site.store.accounts().redeem_reset(call.captured[0], call.field("passord"));
  if (account) call.site.acts.note(views::Act::password_changed, the_account(account->id));
  return redeem(call, store::LinkKind::password_reset, "passord", account, [&](const store::Link& link, const views::Kept& kept) {
    return views::new_password_page(call.view(), call.captured[0], link.email, kept);
  });
}

/// `?til=ROOM` leads to that room's desk afterwards; whoever may not run it is told there.
http::Response sign_in_form(const Call& call) {
  return link_form(call, store::LinkKind::sign_in, [&](const store::Link& link, const views::Kept&) {
    return views::sign_in_page(call.view(), call.captured[0], link.email, call.request.query["til"]);
  });
}

http::Response sign_in(const Call& call) {
  const auto account = call.site.store.accounts().redeem_sign_in(call.captured[0]);
  if (!account) return error_answer(call, account.error());
  const auto room = from_base32(call.field("til"));
  return with_session(call, account->id, room ? room_path("styring", RoomId{*room}) : home_of(account->roles));
}

http::Response invitation_form(const Call& call) {
  return link_form(call, store::LinkKind::invitation, [&](const store::Link& link, const views::Kept& kept) {
    return views::invitation_page(call.view(), call.captured[0], link.email, kept);
  });
}

http::Response invitation(const Call& call) {
  const auto account = call.site.store.accounts().redeem_invitation(call.captured[0], call.field("navn"), call.field("passord"));
  if (account) call.site.acts.note(views::Act::user_made, the_account(account->id), {}, role_words(account->roles));
  return redeem(call, store::LinkKind::invitation, "invitasjon", account, [&](const store::Link& link, const views::Kept& kept) {
    return views::invitation_page(call.view(), call.captured[0], link.email, kept);
  });
}

}  // namespace knippe::web
