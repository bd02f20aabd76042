#include "views/admin/acts.h"

#include <utility>

#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/export/csv.h"
#include "views/page.h"

namespace knippe::views {
namespace {

std::string_view name_of(const Words& w, ActGroup group) {
  switch (group) {
    case ActGroup::signing_in: return w("acts.group_signing_in");
    case ActGroup::people: return w("acts.group_people");
    case ActGroup::invitations: return w("acts.group_invitations");
    case ActGroup::organisation: return w("acts.group_organisation");
    case ActGroup::taking_out: return w("acts.group_taking_out");
    case ActGroup::erasure: return w("acts.group_erasure");
    case ActGroup::running: return w("acts.group_running");
  }
  __builtin_unreachable();
}

/// With the choice, for links to a file or another page.
std::string address_of(const ActsLook& look, std::string_view rest, std::size_t page = 1) {
  std::string address = "/admin/handlinger" + std::string(rest) + "?slag=" + std::string(look.group ? slug_of(*look.group) : "") + "&hvem=" + Url::segment(look.person) +
                        "&fra=" + Url::segment(look.from) + "&til=" + Url::segment(look.to);
  if (page > 1) address += "&side=" + std::to_string(page);
  return address;
}

void choices(Writer& h, const View& view, const ActsLook& look) {
  const Words& w = view.words;
  std::vector<desk::Option> groups{{"", std::string(w("acts.all_kinds"))}}, people{{"", std::string(w("acts.everybody"))}};
  for (const ActGroup group : act_groups) groups.push_back({std::string(slug_of(group)), std::string(name_of(w, group))});
  for (const auto& [value, name] : look.people) people.push_back({value, name});
  h.form({cls("actsvalg"), id("velg"), action("/admin/handlinger")}, [&] {
    desk::select_field(h, {.id = "slag", .name = "slag", .label = w("acts.kind"), .chosen = look.group ? slug_of(*look.group) : ""}, groups);
    desk::select_field(h, {.id = "hvem", .name = "hvem", .label = w("acts.who"), .chosen = look.person}, people);
    text_field(h, w, {.id = "fra", .name = "fra", .label = w("acts.from"), .value = look.from, .type = "date"});
    text_field(h, w, {.id = "til", .name = "til", .label = w("acts.to"), .value = look.to,
                      .error = look.error ? w.error(*look.error) : std::string(), .type = "date"});
    h.button({cls("ds-button"), id("vis"), type("submit"), data("variant", "secondary")}, w("acts.show"));
  });
}

void row(Writer& h, const Words& w, const ActLine& line) {
  h.tr([&] {
    h.th({scope("row")}, w.date_and_time(line.at, acts_zone));
    h.td([&] {
      h.b(name_of(w, line.act));
      if (!line.with.empty()) h.span({cls("acts__med")}, line.with);
    });
    h.td([&] {
      h.span({cls("kolonnenavn")}, w("acts.col_by"));
      h.text(line.by);
    });
    h.td([&] {
      if (line.on.empty()) return;
      h.span({cls("kolonnenavn")}, w("acts.col_on"));
      h.text(line.on);
    });
  });
}

void table(Writer& h, const View& view, const ActsLook& look) {
  const Words& w = view.words;
  if (look.lines.empty()) return h.p({cls("panelkropp")}, w("acts.none"));
  h.table({cls("acts")}, [&] {
    h.caption({cls("ds-sr-only")}, w("acts.title"));
    h.thead([&] {
      h.tr([&] {
        for (const MessageKey column : {MessageKey("acts.col_at"), MessageKey("acts.col_act"), MessageKey("acts.col_by"), MessageKey("acts.col_on")})
          h.th({scope("col")}, w(column));
      });
    });
    h.tbody([&] {
      for (const ActLine& line : look.lines) row(h, w, line);
    });
  });
}

void turner(Writer& h, const Words& w, const ActsLook& look) {
  const std::size_t count = (look.count + acts_per_page - 1) / acts_per_page;
  if (count < 2) return;
  h.nav({cls("panelkropp knapperad"), aria_label(w("involvement.pages"))}, [&] {
    h.p(w.format("involvement.page_of", look.page, count));
    if (look.page > 1) h.a({cls("ds-link"), id("forrige-side"), href(Url::local(address_of(look, "", look.page - 1)))}, w("acts.newer"));
    if (look.page < count) h.a({cls("ds-link"), id("neste-side"), href(Url::local(address_of(look, "", look.page + 1)))}, w("acts.older"));
  });
}

}  // namespace

ActGroup group_of(Act act) {
  switch (act) {
    case Act::sign_in_failed:
    case Act::sign_in_slowed: return ActGroup::signing_in;
    case Act::administrator_made:
    case Act::user_made:
    case Act::user_shut_out:
    case Act::user_let_in:
    case Act::password_link_made:
    case Act::password_changed:
    case Act::roles_changed:
    case Act::case_role_given:
    case Act::case_role_taken:
    case Act::facilitator_added:
    case Act::facilitator_removed: return ActGroup::people;
    case Act::user_invited:
    case Act::facilitator_invited:
    case Act::message_told:
    case Act::message_dropped: return ActGroup::invitations;
    case Act::profile_changed: return ActGroup::organisation;
    case Act::own_data_taken_out:
    case Act::room_taken_out: return ActGroup::taking_out;
    case Act::own_data_erased:
    case Act::texts_erased:
    case Act::texts_expired:
    case Act::retention_changed:
    case Act::room_deleted: return ActGroup::erasure;
    case Act::tool_made:
    case Act::tool_withdrawn:
    case Act::set_up_link_made:
    case Act::backup_made:
    case Act::restored:
    case Act::keys_rotated: return ActGroup::running;
  }
  __builtin_unreachable();
}

std::string_view slug_of(ActGroup group) {
  switch (group) {
    case ActGroup::signing_in: return "innlogging";
    case ActGroup::people: return "brukere";
    case ActGroup::invitations: return "invitasjoner";
    case ActGroup::organisation: return "virksomhet";
    case ActGroup::taking_out: return "uttak";
    case ActGroup::erasure: return "sletting";
    case ActGroup::running: return "drift";
  }
  __builtin_unreachable();
}

std::optional<ActGroup> act_group(std::string_view slug) {
  for (const ActGroup group : act_groups)
    if (slug_of(group) == slug) return group;
  return std::nullopt;
}

std::string_view name_of(const Words& w, Act act) {
  switch (act) {
    case Act::sign_in_failed: return w("acts.sign_in_failed");
    case Act::sign_in_slowed: return w("acts.sign_in_slowed");
    case Act::administrator_made: return w("acts.administrator_made");
    case Act::user_made: return w("acts.user_made");
    case Act::user_shut_out: return w("acts.user_shut_out");
    case Act::user_let_in: return w("acts.user_let_in");
    case Act::password_link_made: return w("acts.password_link_made");
    case Act::password_changed: return w("acts.password_changed");
    case Act::roles_changed: return w("acts.roles_changed");
    case Act::case_role_given: return w("acts.case_role_given");
    case Act::case_role_taken: return w("acts.case_role_taken");
    case Act::user_invited: return w("acts.user_invited");
    case Act::facilitator_invited: return w("acts.facilitator_invited");
    case Act::facilitator_added: return w("acts.facilitator_added");
    case Act::facilitator_removed: return w("acts.facilitator_removed");
    case Act::profile_changed: return w("acts.profile_changed");
    case Act::tool_made: return w("acts.tool_made");
    case Act::tool_withdrawn: return w("acts.tool_withdrawn");
    case Act::own_data_taken_out: return w("acts.own_data_taken_out");
    case Act::room_taken_out: return w("acts.room_taken_out");
    case Act::own_data_erased: return w("acts.own_data_erased");
    case Act::texts_erased: return w("acts.texts_erased");
    case Act::texts_expired: return w("acts.texts_expired");
    case Act::retention_changed: return w("acts.retention_changed");
    case Act::room_deleted: return w("acts.room_deleted");
    case Act::set_up_link_made: return w("acts.set_up_link_made");
    case Act::backup_made: return w("acts.backup_made");
    case Act::restored: return w("acts.restored");
    case Act::keys_rotated: return w("acts.keys_rotated");
    case Act::message_told: return w("acts.message_told");
    case Act::message_dropped: return w("acts.message_dropped");
  }
  __builtin_unreachable();
}

std::string acts_page(const View& view, const ActsLook& look) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w("acts.title")), .surface = Surface::desk, .main_class = "sideinn", .style = "acts.css", .warning = view.warning};
  return page(frame, [&](Writer& h) { desk::office_header(h, view, {desk::Office::administration, {}, true}); },
              [&](Writer& h) {
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    h.h1(w("acts.title"));
                    h.p(w("acts.text"));
                  });
                  h.a({cls("ds-link"), id("som-csv"), href(Url::local(address_of(look, "/handlinger.csv")))}, w("acts.as_csv"));
                });
                choices(h, view, look);
                const std::string count = w.number(static_cast<std::int64_t>(look.count));
                desk::panel(h, view, {.id = "handlinger", .heading = w("acts.list"), .count = count}, [&](Writer&) {
                  table(h, view, look);
                  turner(h, w, look);
                });
              });
}

std::string acts_csv(const Words& w, const std::vector<ActLine>& lines) {
  std::string csv = "\xEF\xBB\xBF";
  const auto line = [&](std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const std::string_view cell : cells) {
      if (!std::exchange(first, false)) csv += ';';
      append_csv_text(csv, cell);
    }
    csv += "\r\n";
  };
  line({w("acts.col_at"), w("acts.kind"), w("acts.col_act"), w("acts.col_with"), w("acts.col_by"), w("acts.col_on")});
  for (const ActLine& each : lines)
    line({to_rfc3339(each.at), name_of(w, group_of(each.act)), name_of(w, each.act), each.with, each.by, each.on});
  return csv;
}

}  // namespace knippe::views
