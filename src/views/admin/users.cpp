// People with an account, and inviting one more.

#include "views/admin/parts.h"
#include "views/components.h"
#include "views/desk/parts.h"

namespace knippe::views::admin {
namespace {

using desk::panel;

/// "IA" of "Ingrid Aas": the first letters of the first and the last word.
std::string initials(std::string_view name) {
  const auto letter_at = [&](std::size_t at) {
    std::size_t end = at + 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
    return std::string(name.substr(at, end - at));
  };
  if (name.empty()) return {};
  const std::size_t space = name.rfind(' ');
  return letter_at(0) + (space == std::string_view::npos || space + 1 >= name.size() ? "" : letter_at(space + 1));
}

void person(Writer& h, const Words& w, const ListedUser& user) {
  h.span({cls("bnavn")}, [&] {
    h.span({cls("initial", !user.roles.empty() && user.roles.front() == UserRole::administrator ? "initial--sand" : "initial--petrol"), aria_hidden()}, initials(user.name));
    h.span([&] {
      h.text(user.name);
      if (user.is_you) h.text(" " + std::string(w("admin.you")));
      h.span(user.email);
    });
  });
}

void state(Writer& h, const Words& w, const ListedUser& user) {
  h.span({cls("stat"), data("color", user.disabled ? "warning" : "success")}, [&] {
    icon(h, user.disabled ? Icon::padlock_locked : Icon::checkmark_circle_fill);
    h.text(w(user.disabled ? "admin.disabled" : "admin.active"));
  });
}

void actions(Writer& h, const Words& w, const ListedUser& user) {
  const std::string number = std::to_string(user.id);
  h.div({cls("knapperad")}, [&] {
    link_button(h, {.label = w("admin.roles"), .id = "roller-" + number, .variant = Variant::tertiary, .about = user.email, .small = true}, Url::local("/admin/bruker/" + number));
    button(h, {.label = w("admin.new_link"), .id = "lenke-" + number, .name = "op", .value = "lenke:" + number, .variant = Variant::tertiary,
               .about = user.email, .small = true});
    if (user.is_you) return;
    button(h, {.label = w(user.disabled ? "admin.enable" : "admin.disable"), .id = "sperr-" + number, .name = "op",
               .value = (user.disabled ? "apne:" : "sperr:") + number, .variant = Variant::tertiary, .color = user.disabled ? "" : "danger",
               .about = user.email, .small = true});
  });
}

void row(Writer& h, const Words& w, const ListedUser& user) {
  h.tr([&] {
    h.th({scope("row")}, [&] { person(h, w, user); });
    h.td([&] { role_marks(h, w, user.roles); });
    h.td([&] { state(h, w, user); });
    h.td([&] { actions(h, w, user); });
  });
}

}  // namespace

void users_panel(Writer& h, const View& view, std::span<const ListedUser> users) {
  const Words& w = view.words;
  panel(h, view, {.id = "brukere", .heading = w("admin.users")}, [&](Writer&) {
    admin_form(h, view, "tabellramme", [&](Writer&) {
      h.table({cls("brukere")}, [&] {
        h.thead([&] {
          h.tr([&] {
            h.th({scope("col")}, w("admin.name"));
            h.th({scope("col")}, w("admin.roles"));
            h.th({scope("col")}, w("admin.state"));
            h.th({scope("col")}, [&] { h.span({cls("ds-sr-only")}, w("admin.choices")); });
          });
        });
        h.tbody([&] {
          for (const ListedUser& user : users) row(h, w, user);
        });
      });
    });
  });
}

void invitations_panel(Writer& h, const View& view, std::span<const ListedInvitation> invitations) {
  if (invitations.empty()) return;
  const Words& w = view.words;
  panel(h, view, {.id = "invitasjoner", .heading = w("admin.invitations")}, [&](Writer&) {
    h.ul({cls("skrevet skrevet--panel"), attr::role("list")}, [&] {
      for (const ListedInvitation& invitation : invitations)
        h.li([&] {
          h.b(invitation.email);
          h.text(" · ");
          role_marks(h, w, invitation.roles);
          h.text(" · " + w.format("admin.valid_until", w.date(invitation.expires, "Europe/Oslo")));
        });
    });
  });
}

void invite_panel(Writer& h, const View& view, const Kept& kept) {
  const Words& w = view.words;
  const bool here = kept.is("inviter") && kept.error;
  const std::string message = here ? w.error(*kept.error) : "";
  std::vector<UserRole> chosen{UserRole::owner, UserRole::facilitator};
  if (here) {
    chosen.clear();
    for (const UserRole role : all_user_roles)
      if (!kept.field(std::string(field_of(role))).empty()) chosen.push_back(role);
  }
  panel(h, view, {.id = "inviter", .heading = w("admin.invite")}, [&](Writer&) {
    admin_form(h, view, "panelkropp skjema", [&](Writer&) {
      text_field(h, w, {.id = "epost", .name = "epost", .label = w("admin.email"), .value = here ? kept.field("epost") : "", .error = message,
                        .type = "email", .autocomplete = "off", .max_length = 254, .required = true});
      fieldset(h, w("admin.roles"), [&](Writer&) { role_boxes(h, w, chosen); });
      button(h, {.label = w("admin.make_invitation"), .id = "inviter-knapp", .name = "op", .value = "inviter", .icon = Icon::person_plus});
    });
  });
}

}  // namespace knippe::views::admin
