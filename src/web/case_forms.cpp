// The forms of a case's basis, as commands; and the list of rooms that repeats what the case says.

#include <boost/describe.hpp>

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "store/store.h"
#include "views/involvement/method.h"
#include "views/involvement/naming.h"
#include "web/cases.h"
#include "web/retention.h"
#include "web/workshops.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;

template <class Enum>
Enum named_or(std::string_view name, Enum otherwise) {
  Enum value{};
  return boost::describe::enum_from_string(std::string(name).c_str(), value) ? value : otherwise;
}

std::string text(const Call& call, std::string_view name) { return std::string(call.field(name)); }
std::string date(const Call& call, std::string_view name) { return views::iso_of_typed(call.field(name)); }

/// That a workshop is there, and the asker's to link to, is known only here. One that the step already leads to may stay.
Result<RoomId> workshop_of(const Call& call, StepId step) {
  const std::string_view typed = call.field("verksted");
  if (typed.empty()) return RoomId{};
  const RoomId wanted{from_base32(typed).value_or(0)};
  const auto kept = call.site.cases.read(call.room, [&](const Involvement& i, Seq) -> Result<bool> {
    const Step* old = i.find_step(step);
    return old && old->workshop && old->workshop == wanted;
  });
  if (kept && *kept) return wanted;
  const auto present = TRY(call.site.store.ties().case_of(wanted));
  if (present && *present != call.room) return refuse("workshop.tied_elsewhere");
  for (const views::CaseWorkshop& each : workshops_to_link(call))
    if (each.room == wanted) return wanted;
  return fail(ErrorKind::bad_input, "step.no_workshop");
}

Result<Command> step_command(const Call& call) {
  Step step;
  step.id = StepId{call.number()};
  step.kind = named_or(call.field("slag"), StepKind::input);
  step.starts = date(call, "fra");
  step.ends = date(call, "til");
  step.from = text(call, "kl_fra");
  step.until = text(call, "kl_til");
  step.title = text(call, "stegtittel");
  step.place = text(call, "stegsted");
  if (step.kind == StepKind::workshop) step.workshop = TRY(workshop_of(call, step.id));
  return PlaceStep{std::move(step), text(call, "endring")};
}

Result<Command> method_command(const Call& call) {
  const std::string method = text(call, "metode");
  if (!method.empty() && !views::find_method(method)) return bad_input("involvement.unknown_method");
  return ChooseMethod{method, text(call, "metodegrunn")};
}

}  // namespace

Result<Command> basis_command(const Call& call) {
  const std::string_view op = call.op();
  const std::string change = text(call, "endring");
  if (op == "hvorfor") return WriteWhy{{text(call, "problem"), text(call, "maal"), text(call, "bruk"), text(call, "virket")}, change};
  if (op == "punkt")
    return PlaceItem{{ItemId{call.number()}, named_or(call.field("grad"), Openness::open), text(call, "punkt"), text(call, "grunn"), text(call, "kilde"), false}, change};
  if (op == "fjern-punkt") return WithdrawItem{ItemId{call.number()}, change};
  if (op == "lofte")
    return MakePromise{{named_or(call.field("nivaa"), Level::none), text(call, "bestemmer"), date(call, "bestemmes"), text(call, "svar"), date(call, "svarfrist")}, change};
  if (op == "roller") return AssignRoles{{text(call, "politisk"), text(call, "administrativ"), text(call, "svarer"), text(call, "forventet")}};
  if (op == "metode") return method_command(call);
  if (op == "tidlig") return SetEarliness{named_or(call.field("tid"), Earliness::none), text(call, "tidgrunn")};
  if (op == "plan")
    return PlaceInPlan{{named_or(call.field("planslag"), PlanKind::none), text(call, "plan"), text(call, "saksnummer"), date(call, "horing_fra"), date(call, "horing_til")}};
  if (op == "steg") return step_command(call);
  if (op == "fjern-steg") return WithdrawStep{StepId{call.number()}, change};
  if (op == "om") return NameInvolvement{text(call, "tittel"), text(call, "ingress")};
  if (op == "lesing") return SetModeration{named_or(call.field("lesing"), Moderation::before)};
  if (op == "ungdom") return WordYouth{text(call, "ung_om"), text(call, "ung_endre"), text(call, "ung_etter"), change};
  if (op == "ungdom-paa" || op == "ungdom-av") return SetYouth{op == "ungdom-paa"};
  if (op == "bilder") return SetPhotos{call.field("bilder") == "ja"};
  if (op == "tema") return NameTheme{ThemeId{call.number()}, text(call, "temanavn")};
  if (op == "apne") return OpenInvolvement{false};
  if (op == "apne-info") return OpenInvolvement{true};
  return bad_input("form.unknown_op");
}

std::vector<views::CaseWorkshop> workshops_to_link(const Call& call) {
  auto& rooms = call.site.store.rooms();
  const auto listed = call.is_administrator ? rooms.list_all(store::default_organisation) : rooms.list_for(call.account);
  std::vector<views::CaseWorkshop> found;
  if (!listed) return found;
  const auto free = [&](RoomId workshop) {
    const auto present = call.site.store.ties().case_of(workshop);
    return present && (!*present || **present == call.room);
  };
  for (const store::Room& room : *listed)
    if (room.kind == store::workshop_kind && !room.rehearsal && !room.simulated && free(room.id))
      found.push_back({room.id, room.title, room.status == store::RoomStatus::published});
  return found;
}

CaseRights rights_here(const Call& call) {
  const auto room = call.site.store.rooms().find(call.room);
  return room ? case_may(call, *room) : CaseRights{};
}

Status visible_case(const Call& call, const Involvement& involvement) {
  if (involvement.phase == Phase::draft && !rights_here(call).read) return fail(ErrorKind::not_found, "involvement.unknown");
  return {};
}

Stance stance_of(std::string_view field) { return field == "for" ? Stance::pro : field == "mot" ? Stance::con : Stance::none; }

std::uint32_t number_of(std::string_view field) {
  const auto number = parse_number(field);
  return number && *number <= UINT32_MAX ? static_cast<std::uint32_t>(*number) : 0;
}

std::size_t page_wanted(const Call& call) { return std::max<std::uint32_t>(1, number_of(call.request.query["side"])); }

Status ties_up_to_date(const Call& call) {
  std::vector<RoomId> workshops;
  TRY_STATUS(call.site.cases.read(call.room, [&](const Involvement& i, Seq) -> Status {
    workshops = i.workshops;
    return {};
  }));
  for (const RoomId workshop : workshops) {
    const auto listed = call.site.store.rooms().find(workshop);
    if (listed) TRY_STATUS(call.site.store.ties().tie(workshop, call.room));
  }
  return {};
}

Result<RoomId> make_case(const Call& call, CreateInvolvement command) {
  auto& rooms = call.site.store.rooms();
  const NewRoom made = new_room(call);
  if (made.repeated) return made.id;
  store::Room listed;
  listed.id = made.id;
  listed.kind = store::involvement_kind;
  listed.title = command.title;
  listed.simulated = command.simulated;
  listed.owner = call.account;
  TRY(rooms.add(listed));
  const auto receipt = call.site.cases.create(made.id, std::move(command), call.context(), made.cause);
  if (receipt) return made.id;
  if (receipt.error().kind != ErrorKind::in_doubt) (void)rooms.remove(made.id);
  return std::unexpected(receipt.error());
}

Status case_up_to_date(const Call& call) {
  struct Facts {
    std::string title;
    Phase phase;
    Instant closed_at;
  };
  const Facts facts = TRY(call.site.cases.read(call.room, [](const Involvement& i, Seq) -> Result<Facts> { return Facts{i.title, i.phase, i.closed_at}; }));
  auto& rooms = call.site.store.rooms();
  const store::Room listed = TRY(rooms.find(call.room));
  if (listed.title != facts.title) TRY_STATUS(rooms.describe(call.room, facts.title, listed.date));
  const auto status = facts.phase == Phase::draft  ? store::RoomStatus::draft
                      : facts.phase == Phase::open ? store::RoomStatus::open
                                                   : store::RoomStatus::closed;
  if (listed.status != status) TRY_STATUS(rooms.set_status(call.room, status));
  if (facts.phase == Phase::closed) TRY_STATUS(call.site.store.retentions().start(call.room, facts.closed_at));
  return {};
}

}  // namespace knippe::web
