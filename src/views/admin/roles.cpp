// The roles by name, and one person's page.

#include <algorithm>
#include <array>

#include "views/admin/parts.h"
#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace admin;

struct RoleLook {
  std::string_view field, tone;
  const char* name;
  const char* work;
};
constexpr std::array<RoleLook, 6> looks = {{{"rolle-administrator", "sand", "admin.administrator", "office.administrator_does"},
                                            {"rolle-ansvarlig", "petrol", "office.owner", "office.owner_does"},
                                            {"rolle-fasilitator", "sol", "admin.facilitator", "office.facilitator_does"},
                                            {"rolle-svarer", "himmel", "office.answerer", "office.answerer_does"},
                                            {"rolle-moderator", "mose", "office.moderator", "office.moderator_does"},
                                            {"rolle-politiker", "plomme", "office.politician", "office.politician_does"}}};
const RoleLook& look_of(UserRole role) { return looks[static_cast<std::size_t>(role)]; }

Url page_of(const ListedUser& user) { return Url::local("/admin/bruker/" + std::to_string(user.id)); }

void roles_form(Writer& h, const View& view, const UserLook& look) {
  const Words& w = view.words;
  desk::panel(h, view, {.id = "roller", .heading = w("office.roles_everywhere")}, [&](Writer&) {
    if (look.user.is_you) return h.p({cls("panelkropp")}, w("office.own_roles"));
    desk::page_form(h, view, page_of(look.user), {.css = "panelkropp skjema"}, [&](Writer&) {
      fieldset(h, w("admin.roles"), [&](Writer&) { role_boxes(h, w, look.user.roles); });
      h.p({cls("panelhint")}, w("office.taking_logs_out"));
      button(h, {.label = w("office.save_roles"), .id = "lagre-roller", .name = "op", .value = "roller"});
    });
  });
}

void given_list(Writer& h, const View& view, const UserLook& look) {
  const Words& w = view.words;
  if (look.given.empty()) return h.p({cls("panelhint")}, w("office.no_case_roles"));
  desk::page_form(h, view, page_of(look.user), {}, [&](Writer&) {
    h.ul({cls("noekler-api"), role("list")}, [&] {
      for (const CaseGiven& given : look.given)
        h.li([&] {
          h.span([&] {
            h.b(given.title);
            h.small(name_of(w, given.role));
          });
          const std::string value = given.room + ":" + std::string(given.role == UserRole::moderator ? "moderator" : "svarer");
          button(h, {.label = w("office.take"), .id = "ta-" + given.room + (given.role == UserRole::moderator ? "-m" : "-s"), .name = "op", .value = "ta:" + value,
                     .variant = Variant::tertiary, .color = "danger", .about = std::string(name_of(w, given.role)) + ", " + given.title, .small = true});
        });
    });
  });
}

void case_roles(Writer& h, const View& view, const UserLook& look) {
  const Words& w = view.words;
  desk::panel(h, view, {.id = "saker", .heading = w("office.roles_in_cases")}, [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      given_list(h, view, look);
      if (look.cases.empty()) return;
      desk::page_form(h, view, page_of(look.user), {.css = "skjema"}, [&](Writer&) {
        std::vector<desk::Option> cases;
        for (const CaseChoice& each : look.cases) cases.push_back({each.room, each.title});
        desk::select_field(h, {.id = "sak", .name = "sak", .label = w("office.case")}, cases);
        const desk::Option roles[] = {{"svarer", std::string(w("office.answerer"))}, {"moderator", std::string(w("office.moderator"))}};
        desk::select_field(h, {.id = "rolle", .name = "rolle", .label = w("admin.role")}, roles);
        button(h, {.label = w("office.give"), .id = "gi", .name = "op", .value = "gi", .variant = Variant::secondary, .icon = Icon::plus});
      });
    });
  });
}

}  // namespace

std::string_view field_of(UserRole role) { return look_of(role).field; }

namespace admin {

std::string_view name_of(const Words& w, UserRole role) { return w(look_of(role).name); }
std::string_view work_of(const Words& w, UserRole role) { return w(look_of(role).work); }

void role_marks(Writer& h, const Words& w, std::span<const UserRole> roles) {
  if (roles.empty()) return h.span({cls("dempet")}, w("office.no_roles"));
  for (const UserRole role : roles) {
    h.span({cls("rolle", "rolle--" + std::string(look_of(role).tone))}, name_of(w, role));
    h.text(" ");
  }
}

void role_boxes(Writer& h, const Words& w, std::span<const UserRole> chosen) {
  h.div({cls("rollevalg")}, [&] {
    for (const UserRole role : all_user_roles)
      desk::explained_checkbox(h, field_of(role), field_of(role), name_of(w, role), work_of(w, role), std::ranges::find(chosen, role) != chosen.end());
  });
}

void roles_panel(Writer& h, const View& view, std::span<const ListedUser> users) {
  const Words& w = view.words;
  desk::panel(h, view, {.id = "hva-rollene-kan", .heading = w("office.what_roles_may")}, [&](Writer&) {
    h.dl({cls("panelkropp fakta")}, [&] {
      for (const UserRole role : all_user_roles) {
        const auto count = std::ranges::count_if(users, [&](const ListedUser& user) { return !user.disabled && std::ranges::find(user.roles, role) != user.roles.end(); });
        h.div([&] {
          h.dt(std::string(name_of(w, role)) + " (" + w.number(static_cast<std::int64_t>(count)) + ")");
          h.dd(work_of(w, role));
        });
      }
    });
  });
}

}  // namespace admin

std::string user_page(const View& view, const UserLook& look, const Kept& kept) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = kept.error ? w.format("front.title_error", look.user.name) : look.user.name, .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .warning = view.warning};
  return page(frame, [&](Writer& h) { desk::office_header(h, view, {desk::Office::administration, {}, true}); },
              [&](Writer& h) {
                if (kept.error) alert(h, Tone::danger, w("admin.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, w.error(*kept.error)); });
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    h.p([&] { h.a({cls("ds-link"), id("til-brukere"), href("/admin")}, w("office.all_users")); });
                    h.h1(look.user.name);
                    h.p(look.user.email);
                  });
                });
                h.div({cls("kkol")}, [&] {
                  roles_form(h, view, look);
                  case_roles(h, view, look);
                });
              });
}

}  // namespace knippe::views
