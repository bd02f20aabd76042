// "Hvordan gikk det?": measures' public pages, their owners' links, and the facilitator's lists.

#include "base/encoding.h"
#include "domain/json.h"
#include "http/cookie.h"
#include "store/store.h"
#include "views/follow_up/follow_up.h"
#include "web/case_measures.h"
#include "web/cookies.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/published.h"

namespace knippe::web {
namespace {

using domain::Measure;
using domain::Workshop;

const Error no_link{ErrorKind::not_found, "follow_up.no_link", {}};

MeasureId number_in(const Call& call) {
  const auto number = parse_number(call.captured[0]);
  return MeasureId{number && *number <= UINT32_MAX ? static_cast<std::uint32_t>(*number) : 0};
}

bool exists(const Workshop& workshop, MeasureId id) {
  const Measure* measure = workshop.find_measure(id);
  return measure && !measure->deleted;
}

Result<domain::FollowUpMeasure> answer_in(const Call& call, MeasureId measure) {
  domain::FollowUpMeasure command{measure, {}, call.field("forsok") == "ja", std::string(call.field("tekst")), std::string(call.field("dato"))};
  if (!boost::describe::enum_from_string(std::string(call.field("framdrift")).c_str(), command.progress))
    return bad_input("follow_up.no_progress");
  return command;
}

Status answer(const Call& call, MeasureId measure) {
  domain::FollowUpMeasure command = TRY(answer_in(call, measure));
  TRY(call.submit(std::move(command)));
  return {};
}

/// Renders a page about a measure that must exist.
template <class Make>
http::Response about(const Call& call, RoomId room, MeasureId measure, int status, Make make) {
  auto page = call.site.desk.read(room, [&](const Workshop& workshop, Seq seq) -> Result<std::string> {
    if (workshop.deleted || !exists(workshop, measure)) return std::unexpected(no_link);
    return make(call.view(seq), workshop);
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

http::Response show_form(const Call& call, MeasureId measure, const views::Kept& kept = {}, int status = 200) {
  if (!holds_owner_link(call, measure)) return error_answer(call, no_link);
  return about(call, call.room, measure, status, [&](const views::View& view, const Workshop& workshop) {
    return views::owner_answer_page(view, workshop, call.room, measure, kept);
  });
}

template <class Make>
http::Response with_links(const Call& call, int status, Make make) {
  const auto links = owner_links_of(call);
  if (!links) return error_answer(call, links.error());
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) { return make(call.view(seq), workshop, *links); });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

http::Response show_desk_page(const Call& call, const views::Kept& kept = {}, int status = 200) {
  return with_links(call, status, [&](const views::View& view, const Workshop& workshop, const views::OwnerLinks& links) {
    return views::follow_up_desk_page(view, workshop, call.room, links, kept);
  });
}

Status make_links(const Call& call, MeasureId only) {
  std::vector<MeasureId> wanted;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) {
    for (const Measure& measure : workshop.measures)
      if (!measure.deleted && (!only || measure.id == only)) wanted.push_back(measure.id);
  });
  if (only && wanted.empty()) return fail(ErrorKind::not_found, "measure.unknown");
  for (const MeasureId measure : wanted) TRY(call.site.store.entries().make_measure_token(call.room, measure));
  return {};
}

Status carry_out(const Call& call) {
  const MeasureId measure{call.number()};
  if (call.op() == "lag-alle") return make_links(call, {});
  if (call.op() == "lag" && measure) return make_links(call, measure);
  if (call.op() == "trekk") return call.site.store.entries().drop_measure_token(call.room, measure);
  if (call.op() == "svar") return answer(call, measure);
  return bad_input("form.unknown_op");
}

views::MeasureFilter filter_of(std::string_view name) {
  if (name == "forfalt") return views::MeasureFilter::overdue;
  if (name == "ubesvart") return views::MeasureFilter::unanswered;
  return name == "ferdig" ? views::MeasureFilter::done : views::MeasureFilter::all;
}

void list_of_case(const Call& call, RoomId room, std::vector<views::ListedMeasure>& listed) {
  (void)call.site.cases.read(room, [&](const domain::involvement::Involvement& i, Seq) {
    for (const auto& each : i.measures)
      if (!each.measure.deleted) listed.push_back({room, i.title, i.language, i.time_zone, 0, each.measure, true});
  });
}

}  // namespace

http::Response public_measure(const Call& call) {
  const MeasureId measure = number_in(call);
  return published(call, [&](const Workshop& workshop, Seq seq) {
    if (!exists(workshop, measure)) return error_answer(call, {ErrorKind::not_found, "measure.unknown", {}});
    return page_answer(views::measure_page(call.view(seq), workshop, call.room, measure, holds_owner_link(call, measure)));
  });
}

http::Response owner_link(const Call& call) {
  const auto entry = call.site.store.entries().find(call.captured[0]);
  if (!entry || !entry->measure()) return error_answer(call, no_link);
  if (is_of_case(call, *entry)) return case_owner_link(call, *entry);
  return about(call, entry->room, entry->measure(), 200, [&](const views::View& view, const Workshop& workshop) {
    return views::owner_link_page(view, workshop, entry->measure(), call.captured[0]);
  });
}

http::Response take_owner_link(const Call& call) {
  const auto entry = call.site.store.entries().find(call.captured[0]);
  if (!entry || !entry->measure()) return error_answer(call, no_link);
  const http::Cookie cookie{cookies::owner(entry->room, entry->measure()), call.captured[0], cookies::owner_age_s};
  return see_other(owner_page_path(call, *entry)).with("Set-Cookie", http::set_cookie(cookie, call.request.https));
}

http::Response owner_answer_form(const Call& call) { return show_form(call, number_in(call)); }

http::Response owner_answer(const Call& asked) {
  const MeasureId measure = number_in(asked);
  if (!holds_owner_link(asked, measure)) return error_answer(asked, no_link);
  Call call = asked;
  call.phone = {};
  call.owned = measure;
  const Status done = answer(call, measure);
  if (!done) return show_form(call, measure, kept_form(call, "svar", done.error()), status_of(done.error().kind));
  return see_other(room_path("resultater", call.room, "tiltak/" + std::to_string(measure.value) + "/svar"));
}

http::Response follow_up_desk(const Call& call) { return show_desk_page(call); }

http::Response change_follow_up(const Call& call) {
  const Status done = carry_out(call);
  if (!done) return show_desk_page(call, kept_form(call, std::string(call.field("op")), done.error()), status_of(done.error().kind));
  const std::string anchor = call.number() ? "#tiltak-" + std::to_string(call.number()) : "";
  return see_other(room_path("styring", call.room, "tiltak") + anchor);
}

http::Response owner_slips(const Call& call) {
  return with_links(call, 200, [&](const views::View& view, const Workshop& workshop, const views::OwnerLinks& links) {
    return views::owner_slips_page(view, workshop, call.room, links);
  });
}

http::Response all_measures(const Call& call) {
  auto& rooms = call.site.store.rooms();
  const auto mine = call.is_administrator ? rooms.list_all(store::default_organisation) : rooms.list_for(call.account);
  if (!mine) return error_answer(call, mine.error());
  std::vector<views::ListedMeasure> listed;
  for (const store::Room& room : *mine)
    if (room.kind == store::involvement_kind)
      list_of_case(call, room.id, listed);
    else
      (void)call.site.desk.read(room.id, [&](const Workshop& workshop, Seq) {
      if (workshop.rehearsal || (!workshop.published && workshop.phase != domain::Phase::closed)) return;
      for (const Measure& measure : workshop.measures)
        if (!measure.deleted)
          listed.push_back({room.id, workshop.about.title, workshop.settings.language, workshop.settings.time_zone,
                            static_cast<int>(measure.group.value), measure});
    });
  std::string name;
  if (const auto account = call.site.store.accounts().find(call.account)) name = account->name;
  return page_answer(views::measure_list_page(call.view(), listed, filter_of(call.request.query["vis"]), {name, call.is_administrator}));
}

}  // namespace knippe::web
