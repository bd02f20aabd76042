#include "views/admin/admin.h"

#include "views/components.h"
#include "views/desk/pages.h"
#include "views/icon.h"

namespace knippe::views {
namespace {

struct AdminScene {
  const View& view;
  const Words& w;
  const Kept& kept;
};

void admin_form(Writer& h, const AdminScene& s, std::string_view css, Part content) { desk_form(h, s.view, {.to = LiteralUrl("/admin"), .css = css}, content); }

void shown_once(Writer& h, const AdminScene& s, const ShownOnce& shown) {
  if (shown.kind == ShownOnce::Kind::none) return;
  const std::string_view what = shown.kind == ShownOnce::Kind::api_token        ? s.w("admin.token_made")
                                : shown.kind == ShownOnce::Kind::password_link ? s.w("admin.password_link_made")
                                                                               : s.w("admin.invitation_made");
  alert(h, Tone::success, what, [&](Writer&) {
    h.p({cls("ds-paragraph")}, s.w.format("admin.shown_once", shown.for_whom));
    h.p([&] { h.code({id("vist-en-gang"), cls("lenketekst")}, shown.value); });
  });
}

void user_row(Writer& h, const AdminScene& s, const ListedUser& user) {
  const Words& w = s.w;
  const std::string id_text = std::to_string(user.id);
  h.tr([&] {
    h.th({scope("row")}, [&] {
      h.text(user.name);
      if (user.is_you) h.span({cls("merke")}, w("admin.you"));
      h.small(user.email);
    });
    h.td(user.administrator ? w("admin.administrator") : w("admin.facilitator"));
    h.td([&] { tag(h, user.disabled ? Tone::danger : Tone::success, user.disabled ? w("admin.disabled") : w("admin.active")); });
    h.td([&] {
      admin_form(h, s, "knapperad", [&](Writer&) {
        button(h, {.label = w("admin.new_password_link"), .id = "lenke-" + id_text, .name = "op", .value = "lenke:" + id_text, .variant = Variant::secondary, .about = user.name, .small = true});
        if (user.is_you) return;
        button(h, {.label = user.disabled ? w("admin.enable") : w("admin.disable"), .id = "sperr-" + id_text, .name = "op",
                   .value = (user.disabled ? "apne:" : "sperr:") + id_text, .variant = Variant::secondary, .about = user.name, .small = true});
      });
    });
  });
}

void users_part(Writer& h, const AdminScene& s, std::span<const ListedUser> users) {
  const Words& w = s.w;
  panel(h, "", "brukere-h", w("admin.users"), w.plural("admin.user_count", static_cast<std::int64_t>(users.size())), [&](Writer&) {
    h.div({cls("tabellramme"), tabindex("0"), role("group"), aria_label(w("admin.users"))}, [&] {
      h.table({cls("gtab")}, [&] {
        h.thead([&] {
          h.tr([&] {
            for (const std::string_view heading : {w("admin.name"), w("admin.role"), w("admin.state"), w("admin.actions")}) h.th({scope("col")}, heading);
          });
        });
        h.tbody([&] {
          for (const ListedUser& user : users) user_row(h, s, user);
        });
      });
    });
  });
}

void invite_part(Writer& h, const AdminScene& s, std::span<const ListedInvitation> invitations) {
  const Words& w = s.w;
  panel(h, "", "inviter-h", w("admin.invite"), "", [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      admin_form(h, s, "rutenett", [&](Writer&) {
        text_field(h, w, {.id = "epost", .name = "epost", .label = w("admin.email"), .value = s.kept.is("inviter") ? s.kept.field("epost") : "",
                          .error = error_of(s.view, s.kept, "inviter"), .type = "email", .autocomplete = "off", .required = true});
        fieldset(h, w("admin.role"), [&](Writer&) {
          const bool admin = s.kept.field("rolle") == "administrator";
          radio(h, {"rolle-f", "rolle", "facilitator", w("admin.facilitator"), !admin});
          radio(h, {"rolle-a", "rolle", "administrator", w("admin.administrator"), admin});
        });
        button(h, {.label = w("admin.make_invitation"), .id = "inviter", .name = "op", .value = "inviter"});
      });
      if (invitations.empty()) return;
      h.h3(w("admin.open_invitations"));
      h.ul({cls("typet"), role("list")}, [&] {
        for (const ListedInvitation& one : invitations) h.li(one.email + " · " + w.format("admin.expires", w.date(one.expires, "Europe/Oslo")));
      });
    });
  });
}

void tokens_part(Writer& h, const AdminScene& s, std::span<const ListedToken> tokens) {
  const Words& w = s.w;
  panel(h, "", "tokens-h", w("admin.tokens"), "", [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      h.p({cls("panelhint")}, w("admin.tokens_hint"));
      h.ul({cls("pko"), role("list")}, [&] {
        for (const ListedToken& token : tokens) {
          const std::string number = std::to_string(token.id);
          h.li([&] {
            h.span({cls("pko__navn")}, token.name);
            h.span({cls("panelhint")}, token.revoked ? std::string(w("admin.revoked"))
                                       : token.last_used.ms == 0 ? std::string(w("admin.never_used"))
                                                                 : w.format("admin.last_used", w.date(token.last_used, "Europe/Oslo")));
            if (!token.revoked)
              admin_form(h, s, "", [&](Writer&) {
                button(h, {.label = w("admin.revoke"), .id = "trekk-" + number, .name = "op", .value = "trekk-token:" + number, .variant = Variant::tertiary, .about = token.name, .small = true});
              });
          });
        }
      });
      admin_form(h, s, "rutenett", [&](Writer&) {
        text_field(h, w, {.id = "token-navn", .name = "navn", .label = w("admin.token_name"), .value = s.kept.is("token") ? s.kept.field("navn") : "",
                          .error = error_of(s.view, s.kept, "token"), .max_length = 60, .required = true});
        button(h, {.label = w("admin.make_token"), .id = "lag-token", .name = "op", .value = "token", .variant = Variant::secondary});
      });
    });
  });
}

void installation_part(Writer& h, const AdminScene& s, const Installation& installation) {
  const Words& w = s.w;
  const auto fact = [&](std::string_view term, std::string_view text) {
    h.div([&] {
      h.dt(term);
      h.dd(text);
    });
  };
  panel(h, "", "inst-h", w("admin.installation"), "", [&](Writer&) {
    h.dl({cls("panelkropp fakta-liste")}, [&] {
      fact(w("admin.version"), installation.version);
      fact(w("admin.address"), installation.public_url);
      fact(w("admin.data"), installation.data_folder);
    });
    if (installation.plain_http) h.p({cls("kvarsel")}, w("setup.plain_http"));
    if (installation.loopback_only) h.p({cls("kvarsel")}, w("setup.loopback"));
  });
}

}  // namespace

std::string admin_page(const View& view, std::span<const ListedUser> users, std::span<const ListedInvitation> invitations,
                       std::span<const ListedToken> tokens, const Installation& installation, const ShownOnce& shown, const Kept& kept) {
  const AdminScene s{view, view.words, kept};
  std::string you;
  for (const ListedUser& user : users)
    if (user.is_you) you = user.name;
  Frame frame{.w = s.w, .title = std::string(s.w("setup.administration")), .surface = Surface::desk, .main_class = "sideinn", .command = view.form_token, .warning = view.warning};
  return page(
      frame, [&](Writer& h) { account_header(h, view, MenuEntry::administration, true, you); },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] { h.h1(s.w("setup.administration")); });
        shown_once(h, s, shown);
        if (kept.error && kept.form != "inviter" && kept.form != "token") {
          h.div({cls("ds-alert"), data("color", "danger"), role("alert")}, [&] { h.p({cls("ds-paragraph")}, s.w.error(*kept.error)); });
        }
        h.div({cls("tokolonner")}, [&] {
          users_part(h, s, users);
          invite_part(h, s, invitations);
          tokens_part(h, s, tokens);
          installation_part(h, s, installation);
        });
      });
}

}  // namespace knippe::views
