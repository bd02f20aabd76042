#include "views/admin/admin.h"

#include "views/admin/parts.h"
#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace admin;

std::string_view your_name(std::span<const ListedUser> users) {
  for (const ListedUser& user : users)
    if (user.is_you) return user.name;
  return {};
}

std::string what_it_is(const Words& w, const ShownOnce& shown) {
  switch (shown.kind) {
    case ShownOnce::Kind::none: return {};
    case ShownOnce::Kind::invitation_link: return w.format("admin.once_invitation", shown.for_whom);
    case ShownOnce::Kind::password_link: return w.format("admin.once_password", shown.for_whom);
    case ShownOnce::Kind::api_token: return w.format("admin.once_token", shown.for_whom);
  }
  __builtin_unreachable();
}

void shown_once(Writer& h, const Words& w, const ShownOnce& shown) {
  if (shown.kind == ShownOnce::Kind::none) return;
  h.section({cls("engang"), aria_labelledby("engang-h")}, [&] {
    h.h2({id("engang-h")}, what_it_is(w, shown));
    const bool is_token = shown.kind == ShownOnce::Kind::api_token;
    h.p(w(is_token ? "admin.once_token_text" : "admin.once_link_text"));
    h.div({cls("ds-field")}, [&] {
      h.label({cls("ds-label"), for_id("engang")}, w(is_token ? "admin.token" : "admin.link"));
      h.input({cls("ds-input"), id("engang"), type("text"), value(shown.value), readonly(), autofocus(), spellcheck("false"), autocomplete("off")});
    });
  });
}

void what_went_wrong(Writer& h, const Words& w, const Kept& kept) {
  if (!kept.error) return;
  const std::string message = w.error(*kept.error);
  if (!kept.is("inviter") && !kept.is("token")) return alert(h, Tone::danger, w("admin.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, message); });
  const FieldError errors[] = {{kept.is("inviter") ? "epost" : "navn", message}};
  error_summary(h, w, errors);
}

}  // namespace

namespace admin {

void admin_form(Writer& h, const View& view, std::string_view css, Part content) { desk::page_form(h, view, Url("/admin"), {.css = css}, content); }

}  // namespace admin

std::string admin_page(const View& view, std::span<const ListedUser> users, std::span<const ListedInvitation> invitations,
                       std::span<const ListedToken> tokens, const Installation& installation, const ShownOnce& shown, const Kept& kept) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w("admin.title")), .surface = Surface::desk, .main_class = "sideinn", .command = view.form_token,
                    .warning = view.warning};
  return page(frame, [&](Writer& h) { desk::office_header(h, view, {desk::Office::administration, your_name(users), true}); },
              [&](Writer& h) {
                what_went_wrong(h, w, kept);
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    h.h1(w("admin.title"));
                    h.p(w.plural("admin.users_count", static_cast<std::int64_t>(users.size())) + " " + std::string(w("admin.no_accounts_needed")));
                    h.p([&] { h.a({id("til-virksomhet"), cls("ds-link"), href("/admin/virksomhet")}, w("profile.title")); });
                    h.p([&] { h.a({id("til-handlinger"), cls("ds-link"), href("/admin/handlinger")}, w("acts.title")); });
                    h.p([&] {
                      h.a({id("til-utsendelser"), cls("ds-link"), href("/admin/utsendelser")}, w("outbox.title"));
                      if (installation.messages > 0) h.text(" (" + w.plural("outbox.count", static_cast<std::int64_t>(installation.messages)) + ")");
                    });
                  });
                });
                shown_once(h, w, shown);
                h.div({cls("brukerrad")}, [&] {
                  h.div({cls("kkol")}, [&] {
                    users_panel(h, view, users);
                    invitations_panel(h, view, invitations);
                    tokens_panel(h, view, tokens, kept);
                  });
                  h.div({cls("kkol")}, [&] {
                    invite_panel(h, view, kept);
                    roles_panel(h, view, users);
                    installation_panel(h, view, installation);
                  });
                });
              });
}

}  // namespace knippe::views
