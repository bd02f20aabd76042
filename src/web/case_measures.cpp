// What follows the answers of a case: decisions, measures and their owners, workshops that belong to it.

#include "web/case_measures.h"

#include <algorithm>

#include "http/cookie.h"
#include "store/store.h"
#include "views/involvement/naming.h"
#include "web/cases.h"
#include "web/cookies.h"
#include "web/desk_view.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::CaseLook;

const Error no_link{ErrorKind::not_found, "follow_up.no_link", {}};
const Error no_measure{ErrorKind::not_found, "measure.unknown", {}};

std::string text(const Call& call, std::string_view name) { return std::string(call.field(name)); }
std::string date(const Call& call, std::string_view name) { return views::iso_of_typed(call.field(name)); }
MeasureId number_in(const Call& call) { return MeasureId{number_of(call.captured[0])}; }

bool stands(const Involvement& i, MeasureId id) {
  const CaseMeasure* measure = i.find_measure(id);
  return measure && !measure->measure.deleted;
}

/// "naadd:3:2" → 2.
int second_number(const Call& call) {
  const std::string_view argument = call.argument();
  const auto colon = argument.find(':');
  const std::uint32_t number = colon == std::string_view::npos ? 0 : number_of(argument.substr(colon + 1));
  return number <= 1000 ? static_cast<int>(number) : 0;
}

Result<Command> follow_up_command(const Call& call, MeasureId measure) {
  FollowUpMeasure command{measure, {}, text(call, "tekst"), date(call, "dato"), text(call, "laert")};
  if (!boost::describe::enum_from_string(text(call, "framdrift").c_str(), command.progress)) return bad_input("follow_up.no_progress");
  return command;
}

Result<Command> desk_command(const Call& call) {
  const std::string_view op = call.op();
  const MeasureId measure{call.number()};
  if (op == "vedtak") {
    RecordDecision command{DecisionId{call.number()}, date(call, "dato"), {}, text(call, "tekst"), text(call, "kilde")};
    for (const auto& [name, value] : call.form)
      if (name.starts_with("tema_") && value == "ja") command.themes.push_back(ThemeId{number_of(std::string_view(name).substr(5))});
    return command;
  }
  if (op == "tiltak")
    return PlanMeasure{measure, ThemeId{number_of(call.field("tema"))}, DecisionId{number_of(call.field("vedtak"))}, call.field("forsok") == "ja",
                       text(call, "tekst"), text(call, "eier"), date(call, "dato"), text(call, "antakelse")};
  if (op == "bort") return WithdrawMeasure{measure};
  if (op == "milepael") return PlaceMilestone{measure, 0, text(call, "tekst"), date(call, "dato")};
  if (op == "naadd" || op == "ikke-naadd") return ReachMilestone{measure, second_number(call), op == "naadd"};
  if (op == "svar") return follow_up_command(call, measure);
  return bad_input("form.unknown_op");
}

/// A workshop that the reader runs, belonging to no other case.
Status require_own_workshop(const Call& call, RoomId workshop) {
  const auto room = TRY(call.site.store.rooms().find(workshop));
  if (room.kind != store::workshop_kind) return fail(ErrorKind::not_found, "workshop.unknown");
  if (!call.is_administrator && !room.may_be_run_by(call.account)) return fail(ErrorKind::forbidden, "room.not_yours");
  const auto present = TRY(call.site.store.ties().case_of(workshop));
  if (present && *present != call.room) return refuse("workshop.tied_elsewhere");
  return {};
}

Status tie(const Call& call, bool tied) {
  const auto number = from_base32(call.field("verksted"));
  if (!number) return fail(ErrorKind::not_found, "workshop.unknown");
  const RoomId workshop{*number};
  if (tied) TRY_STATUS(require_own_workshop(call, workshop));
  TRY(call.submit(TieWorkshop{workshop, tied}));
  auto& ties = call.site.store.ties();
  if (tied) return ties.tie(workshop, call.room);
  const auto present = TRY(ties.case_of(workshop));
  return present == call.room ? ties.untie(workshop) : Status{};
}

Status make_link(const Call& call, MeasureId measure) {
  const auto found = call.site.cases.read(call.room, [&](const Involvement& i, Seq) -> Status {
    if (!stands(i, measure)) return std::unexpected(no_measure);
    return {};
  });
  TRY_STATUS(found);
  TRY(call.site.store.entries().make_measure_token(call.room, measure));
  return {};
}

Status carry_out(const Call& call) {
  const std::string_view op = call.op();
  if (op == "knytt" || op == "losne") return tie(call, op == "knytt");
  if (op == "lag") return make_link(call, MeasureId{call.number()});
  if (op == "trekk") return call.site.store.entries().drop_measure_token(call.room, MeasureId{call.number()});
  Command command = TRY(desk_command(call));
  TRY(call.submit(std::move(command)));
  if (op == "bort") return call.site.store.entries().drop_measure_token(call.room, MeasureId{call.number()});
  return {};
}

std::vector<views::TiedWorkshop> workshops_to_tie(const Call& call) {
  auto& rooms = call.site.store.rooms();
  const auto listed = call.is_administrator ? rooms.list_all(store::default_organisation) : rooms.list_for(call.account);
  std::vector<views::TiedWorkshop> found;
  if (!listed) return found;
  for (const store::Room& room : *listed) {
    if (room.kind != store::workshop_kind || room.rehearsal || room.simulated) continue;
    const auto present = call.site.store.ties().case_of(room.id);
    if (present && !*present) found.push_back({room.id, room.title, {}, {}, room.status == store::RoomStatus::published, {}});
  }
  return found;
}

http::Response show_desk_page(const Call& call, const views::Kept& kept = {}, int status = 200) {
  auto links = owner_links_of(call);
  if (!links) return error_answer(call, links.error());
  const views::MeasuresDesk desk{*std::move(links), tied_workshops(call), workshops_to_tie(call)};
  return show_case(call, kept, status, [&](const CaseLook& look) { return views::case_measures_desk_page(look, desk); });
}

/// A page about a measure that stands, of a case that the public sees.
template <class Make>
http::Response show_measure(const Call& call, MeasureId measure, Make make, const views::Kept& kept = {}, int status = 200) {
  return show_case(call, kept, status, [&](const CaseLook& look) -> Result<std::string> {
    if (look.involvement.phase == Phase::draft || !stands(look.involvement, measure)) return std::unexpected(no_measure);
    return make(look);
  });
}

http::Response show_answer_form(const Call& call, MeasureId measure, const views::Kept& kept = {}, int status = 200) {
  if (!holds_owner_link(call, measure)) return error_answer(call, no_link);
  return show_measure(call, measure, [&](const CaseLook& look) { return views::case_owner_answer_page(look, measure); }, kept, status);
}

}  // namespace

bool holds_owner_link(const Call& call, MeasureId measure) {
  const auto token = call.request.cookie(cookies::owner(call.room, measure));
  if (!token || !measure) return false;
  const auto entry = call.site.store.entries().find(*token);
  return entry && entry->room == call.room && entry->measure() == measure;
}

Result<std::map<MeasureId, std::string>> owner_links_of(const Call& call) {
  auto links = TRY(call.site.store.entries().measure_tokens(call.room));
  for (auto& [measure, token] : links) token = call.site.place.public_url + "/tiltak/" + token;
  return links;
}

std::optional<views::TiedWorkshop> tied_workshop(const Site& site, RoomId workshop) {
  const auto room = site.store.rooms().find(workshop);
  if (!room || room->kind != store::workshop_kind) return std::nullopt;
  views::TiedWorkshop tied{workshop, {}, {}, {}, false, {}};
  const auto read = site.desk.read(workshop, [&](const domain::Workshop& w, Seq) -> Status {
    if (w.deleted) return fail(ErrorKind::not_found, "workshop.deleted");
    tied.title = w.about.title;
    tied.language = w.settings.language;
    tied.time_zone = w.settings.time_zone;
    tied.published = w.published && !w.rehearsal && !w.simulated;
    for (const domain::Measure& each : w.measures)
      if (!each.deleted) tied.measures.push_back(each);
    return {};
  });
  if (!read) return std::nullopt;
  return tied;
}

std::vector<views::TiedWorkshop> tied_workshops(const Call& call) {
  std::vector<RoomId> rooms;
  (void)call.site.cases.read(call.room, [&](const Involvement& i, Seq) { rooms = i.workshops; });
  std::vector<views::TiedWorkshop> found;
  for (const RoomId room : rooms)
    if (auto workshop = tied_workshop(call.site, room)) found.push_back(*std::move(workshop));
  return found;
}

bool is_of_case(const Call& call, const store::Entry& entry) {
  const auto room = call.site.store.rooms().find(entry.room);
  return room && room->kind == store::involvement_kind;
}

http::Response case_owner_link(const Call& asked, const store::Entry& entry) {
  Call call = asked;
  call.room = entry.room;
  return show_measure(call, entry.measure(), [&](const CaseLook& look) { return views::case_owner_link_page(look, entry.measure(), call.captured[0]); });
}

std::string owner_page_path(const Call& call, const store::Entry& entry) {
  return room_path(is_of_case(call, entry) ? "saker" : "resultater", entry.room, "tiltak/" + std::to_string(entry.measure().value) + "/svar");
}

http::Response case_measure(const Call& call) {
  const MeasureId measure = number_in(call);
  return show_measure(call, measure, [&](const CaseLook& look) { return views::case_measure_page(look, measure, holds_owner_link(call, measure)); });
}

http::Response case_owner_answer_form(const Call& call) { return show_answer_form(call, number_in(call)); }

http::Response case_owner_answer(const Call& asked) {
  const MeasureId measure = number_in(asked);
  if (!holds_owner_link(asked, measure)) return error_answer(asked, no_link);
  Call call = asked;
  call.phone = {};
  call.owned = measure;
  const int milestone = static_cast<int>(std::min<std::uint32_t>(call.number(), 1000));
  auto command = call.op() == "naadd" ? Result<Command>(ReachMilestone{measure, milestone, true}) : follow_up_command(call, measure);
  const auto done = command ? call.submit(*std::move(command)) : std::unexpected(command.error());
  if (!done) return show_answer_form(call, measure, kept_form(call, "svar", done.error()), status_of(done.error().kind));
  return see_other(room_path("saker", call.room, "tiltak/" + std::to_string(measure.value) + "/svar"));
}

http::Response case_measures_desk(const Call& call) { return show_desk_page(call); }

http::Response change_case_measures(const Call& call) {
  if (const Status done = carry_out(call); !done)
    return show_desk_page(call, kept_form(call, std::string(call.field("op")), done.error()), status_of(done.error().kind));
  const bool about_one = call.number() && call.op() != "vedtak" && call.op() != "bort";
  return see_other(room_path("styring/sak", call.room, "tiltak") + (about_one ? "#tiltak-" + std::to_string(call.number()) : ""));
}

}  // namespace knippe::web
