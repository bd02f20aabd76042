// What a facilitator looks at.

#include "base/encoding.h"
#include "store/store.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/played_tables.h"
#include "web/live.h"

namespace knippe::web {
namespace {

using domain::Workshop;

/// Renders from the newest state of the call's room.
template <class Make>
http::Response show(const Call& call, int status, Make make) {
  const views::DeskExtras extras = desk_extras(call.site, call.room);
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) { return make(call.view(seq), workshop, extras); });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

std::vector<store::Room> rooms_of(const Call& call) {
  auto& rooms = call.site.store.rooms();
  auto list = call.is_administrator ? rooms.list_all(store::default_organisation) : rooms.list_for(call.account);
  return list ? *std::move(list) : std::vector<store::Room>{};
}

}  // namespace

views::DeskExtras desk_extras(const Site& site, RoomId room) {
  views::DeskExtras extras;
  extras.room = room;
  extras.code = site.store.entries().code(room).value_or("");
  if (const auto token = site.store.entries().projector_token(room)) extras.projector_url = site.place.public_url + "/skjerm/" + *token;
  extras.report_url = site.place.public_url + room_path("resultater", room);
  if (const auto listed = site.store.rooms().find(room)) {
    const auto add = [&](AccountId id) {
      if (const auto account = site.store.accounts().find(id)) extras.facilitators.push_back(account->name);
    };
    add(listed->owner);
    for (const AccountId id : listed->facilitators) add(id);
  }
  extras.tables_are_played = site.played_tables.plays(room);
  extras.plain_http = !site.place.https;
  extras.loopback_only = site.place.loopback_only;
  if (const auto retention = site.store.retentions().find(room); retention && *retention) {
    extras.words_go = (*retention)->due;
    extras.only_names_go = (*retention)->what == store::Goes::names;
  }
  extras.belongs_to = case_of_workshop(site, room);
  return extras;
}

views::CaseOfWorkshop case_of_workshop(const Site& site, RoomId workshop) {
  views::CaseOfWorkshop found;
  const auto room = site.store.ties().case_of(workshop);
  if (room && *room)
    (void)site.cases.read(**room, [&](const domain::involvement::Involvement& i, Seq) {
      if (i.phase != domain::involvement::Phase::draft) found = {**room, i.title, i.language};
    });
  return found;
}

std::string desk_fragments_of(const Site& site, const views::View& view, const Workshop& workshop, RoomId room) {
  return views::desk_fragments(view, workshop, desk_extras(site, room));
}

views::Kept kept_form(const Call& call, std::string form, Error error) {
  views::Kept kept{std::move(form), {}, std::move(error)};
  for (const auto& [name, value] : call.form)
    if (name != "kommando") kept.fields[name] = value;
  return kept;
}

http::Response show_desk(const Call& call, const views::Kept& kept, int status) {
  return show(call, status, [&](const views::View& view, const Workshop& workshop, const views::DeskExtras& extras) {
    return call.by_script() ? views::desk_answer(view, workshop, extras, kept) : views::desk_page(view, workshop, extras, kept);
  });
}

http::Response show_moderation(const Call& call, const views::Kept& kept, int status) {
  return show(call, status, [&](const views::View& view, const Workshop& workshop, const views::DeskExtras& extras) {
    return views::moderation_page(view, workshop, extras, kept);
  });
}

http::Response show_group(const Call& call, GroupNumber group, const views::Kept& kept, int status) {
  bool exists = false;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { exists = workshop.find_group(group) != nullptr; });
  if (!exists) return error_answer(call, {ErrorKind::not_found, "group.unknown", {}});
  return show(call, status, [&](const views::View& view, const Workshop& workshop, const views::DeskExtras& extras) {
    return views::group_desk_page(view, workshop, extras, group, kept);
  });
}

namespace {

http::Response show_list(const Call& call, bool archive) {
  std::vector<views::ListedWorkshop> listed;
  int archived = 0;
  for (const store::Room& room : rooms_of(call)) {
    if (room.kind != store::workshop_kind) continue;
    archived += room.archived;
    if (room.archived != archive) continue;
    (void)call.site.desk.read(room.id, [&](const Workshop& workshop, Seq) {
      listed.push_back({room.id, workshop.about.title, workshop.about.place, workshop.about.date, workshop.phase, workshop.published,
                        workshop.simulated, static_cast<int>(workshop.groups.size()), workshop.people(),
                        call.site.store.entries().code(room.id).value_or(""), workshop.rehearsal,
                        call.is_administrator || room.owner == call.account});
    });
  }
  std::string name;
  if (const auto account = call.site.store.accounts().find(call.account)) name = account->name;
  return page_answer(views::workshop_list_page(call.view(), listed, {name, call.is_administrator, archived, archive}));
}

}  // namespace

http::Response workshops(const Call& call) { return show_list(call, false); }
http::Response archived_workshops(const Call& call) { return show_list(call, true); }

http::Response desk(const Call& call) { return show_desk(call); }

http::Response desk_stream(const Call& call) {
  return http::event_stream(
      stream_of(call, {Topic::View::desk, call.room, {}, call.words.lang()}, "account:" + std::to_string(call.account.value)));
}

http::Response moderation(const Call& call) { return show_moderation(call); }

http::Response group_page(const Call& call) {
  const auto number = parse_number(call.captured[0]);
  return show_group(call, GroupNumber{number && *number <= UINT32_MAX ? static_cast<std::uint32_t>(*number) : 0});
}

http::Response sheets(const Call& call) {
  std::vector<GroupNumber> groups;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) {
    for (const domain::Group& group : workshop.groups) groups.push_back(group.number);
  });
  const auto tokens = call.site.store.entries().group_tokens(call.room, groups);
  if (!tokens) return error_answer(call, tokens.error());
  std::vector<views::GroupLink> links;
  for (std::size_t i = 0; i < groups.size(); ++i) links.push_back({groups[i], call.site.place.public_url + "/g/" + (*tokens)[i]});
  return show(call, 200, [&](const views::View& view, const Workshop& workshop, const views::DeskExtras& extras) {
    const std::string join = extras.code.empty() ? "" : call.site.place.public_url + "/v/" + extras.code;
    return views::sheets_page(view, workshop, extras, join, links);
  });
}

}  // namespace knippe::web
