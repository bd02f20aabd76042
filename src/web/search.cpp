// Search over everything the asker may see. The index says where words stand; whether a place may be shown is decided here, on the room's
// newest state and by the same rules as its pages, before anything is counted.

#include "views/search/search.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/encoding.h"
#include "base/text.h"
#include "store/store.h"
#include "web/case_rights.h"
#include "web/cases.h"
#include "web/finder.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using store::Indexed;
using views::FoundHit;
using views::FoundKind;
using views::Place;
using views::Seen;

constexpr std::size_t typed_max = 200;  // characters
constexpr std::size_t rooms_listed = 50;

Place place_of(const Indexed& hit) { return {static_cast<FoundKind>(hit.kind), hit.number}; }

store::SearchWords words_of(const views::SoughtWords& sought) {
  store::SearchWords words;
  for (const views::Sought& one : sought) {
    auto& any = words.emplace_back();
    for (const std::string& stem : one.stems) any.push_back({stem, one.compounds});
  }
  return words;
}

/// Calls f(state) on the room's newest state, whichever kind of room it is.
template <class F>
void with_state(const Call& call, const store::Room& room, F f) {
  if (room.kind == store::involvement_kind)
    (void)call.site.cases.read(room.id, [&](const domain::involvement::Involvement& state, Seq) { f(state); });
  else
    (void)call.site.desk.read(room.id, [&](const domain::Workshop& state, Seq) { f(state); });
}

/// Which of the hits in a room the asker may see.
void look_in(const Call& call, RoomId id, const std::vector<Indexed>& hits, const std::vector<std::size_t>& here, std::vector<char>& may_see) {
  const auto room = call.site.store.rooms().find(id);
  if (!room) return;
  const bool runs = room->kind == store::involvement_kind ? case_may(call, *room).read : (call.account || call.is_administrator) && may_run_workshop(call, *room);
  if (room->simulated && !call.site.place.demonstration && !runs) return;
  with_state(call, *room, [&](const auto& state) {
    for (const std::size_t at : here) {
      const Seen seen = views::seen(state, place_of(hits[at]));
      may_see[at] = seen == Seen::everyone || (seen == Seen::desk && runs);
    }
  });
}

std::vector<Indexed> visible(const Call& call, const std::vector<Indexed>& hits) {
  std::unordered_map<RoomId, std::vector<std::size_t>> by_room;
  std::vector<char> may_see(hits.size(), 0);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (hits[i].room)
      by_room[hits[i].room].push_back(i);
    else
      may_see[i] = views::is_in_the_program(place_of(hits[i]));
  }
  for (const auto& [room, here] : by_room) look_in(call, room, hits, here, may_see);
  std::vector<Indexed> left;
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (may_see[i]) left.push_back(hits[i]);
  return left;
}

/// Nothing when it has gone since it was found.
std::optional<FoundHit> hit_of(const Call& call, const Indexed& found) {
  const Place place = place_of(found);
  if (!found.room) return FoundHit{{}, place, views::passage_of_the_program(place, call.words.lang()), {}, {}, false};
  const auto room = call.site.store.rooms().find(found.room);
  std::optional<FoundHit> hit;
  if (room)
    with_state(call, *room, [&](const auto& state) {
      const Seen seen = views::seen(state, place);
      if (seen == Seen::nobody || (seen == Seen::desk && !call.account && !call.is_administrator)) return;
      hit = FoundHit{found.room, place, views::passage_of(state, found.room, place), {}, {}, seen == Seen::desk};
      if (place.kind == FoundKind::involvement || place.kind == FoundKind::workshop) return;
      hit->room_title = room->title;
      if constexpr (requires { state.about; }) hit->room_language = state.settings.language;
      else hit->room_language = state.language;
    });
  return hit;
}

std::vector<views::FoundRoom> rooms_of(const Call& call, const std::vector<Indexed>& hits, RoomId chosen) {
  std::vector<views::FoundRoom> rooms;
  const auto add = [&](RoomId id) {
    if (!id || rooms.size() >= rooms_listed || std::ranges::find(rooms, id, &views::FoundRoom::room) != rooms.end()) return;
    if (const auto room = call.site.store.rooms().find(id)) rooms.push_back({id, room->title});
  };
  if (std::ranges::find(hits, chosen, &Indexed::room) != hits.end()) add(chosen);
  RoomId last;
  for (const Indexed& hit : hits)
    if (hit.room != last) add(last = hit.room);
  return rooms;
}

views::FoundGroup group_of(const Call& call, FoundKind kind, const std::vector<Indexed>& hits, views::SearchLook& look) {
  const std::size_t shown = look.kind ? views::found_per_page : views::found_of_each_kind;
  if (look.kind) look.page = std::clamp<std::size_t>(look.page, 1, (hits.size() + shown - 1) / shown);
  views::FoundGroup group{kind, hits.size(), {}};
  for (std::size_t i = (look.page - 1) * shown; i < std::min(hits.size(), look.page * shown); ++i)
    if (auto hit = hit_of(call, hits[i])) group.shown.push_back(*std::move(hit));
  return group;
}

void fill(const Call& call, const std::vector<Indexed>& hits, views::SearchLook& look) {
  look.rooms = rooms_of(call, hits, look.room);
  std::map<FoundKind, std::vector<Indexed>> by_kind;
  for (const Indexed& hit : hits)
    if (!look.room || hit.room == look.room) by_kind[place_of(hit).kind].push_back(hit);
  if (!look.kind) look.page = 1;
  for (const FoundKind kind : views::found_kinds)
    if (by_kind.contains(kind) && (!look.kind || *look.kind == kind)) look.groups.push_back(group_of(call, kind, by_kind[kind], look));
}

Status look_for(const Call& call, views::SearchLook& look) {
  look.typed = TRY(optional_line(call.request.query["q"], typed_max));
  look.sought = views::sought_in(likeness::Stemmer(), look.typed);
  const auto found = TRY(call.site.finder.find(words_of(look.sought), !call.account && !call.is_administrator));
  look.more = found.more;
  fill(call, visible(call, found.hits), look);
  return {};
}

}  // namespace

http::Response search(const Call& call) {
  views::SearchLook look;
  look.kind = views::found_kind(call.request.query["slag"]);
  look.room = RoomId{from_base32(call.request.query["rom"]).value_or(0)};
  look.page = page_wanted(call);
  if (const Status done = look_for(call, look); !done) {
    if (done.error().kind != ErrorKind::bad_input) return error_answer(call, done.error());
    look.error = done.error();
  }
  http::Response response = page_answer(views::search_page(call.view(), look), look.error ? 422 : 200);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

http::Response methods(const Call& call) { return page_answer(views::methods_page(call.view())); }

}  // namespace knippe::web
