// Ranger: the group's one shared list of k keys, changed from any of its phones, then handed in. Phones wait while each person
// ranks alone; a paper group is typed in at any time.

#include "domain/workshop/choices.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

/// The round a change belongs to, and the list on the table.
struct Table {
  int round;
  Choices draft;
};

Result<Table> table_of(const Workshop& workshop, GroupNumber number, const Context& context) {
  TRY(contributing_group(workshop, number, Stage::rank, context));
  if (workshop.open_alone() && !context.actor.runs_the_room()) return refuse("ranking.alone_first");
  const Sheet* sheet = workshop.sheet_of(number, workshop.round);
  return Table{workshop.round, sheet ? sheet->draft : Choices{}};
}

Result<Events> changed(GroupNumber group, const Table& table, Choices now) {
  if (now == table.draft) return Events{};
  return Events{RankingChanged{group, table.round, std::move(now)}};
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const ChooseKey& command, const Context& context) {
  const Table table = TRY(table_of(workshop, command.group, context));
  return changed(command.group, table, TRY(chosen(workshop, table.draft, command.key)));
}

Result<Events> decide(const Workshop& workshop, const DropKey& command, const Context& context) {
  const Table table = TRY(table_of(workshop, command.group, context));
  return changed(command.group, table, dropped(table.draft, command.key));
}

Result<Events> decide(const Workshop& workshop, const MoveKey& command, const Context& context) {
  const Table table = TRY(table_of(workshop, command.group, context));
  return changed(command.group, table, TRY(moved(table.draft, command.key, command.place)));
}

Result<Events> decide(const Workshop& workshop, const HandInRanking& command, const Context& context) {
  Table table = TRY(table_of(workshop, command.group, context));
  const Choices& choices = command.choices.empty() ? table.draft : command.choices;
  TRY_STATUS(check_choices(workshop, choices));
  const Sheet* sheet = workshop.sheet_of(command.group, table.round);
  if (sheet && sheet->handed_in == choices && sheet->draft == choices) return Events{};
  return Events{RankingHandedIn{command.group, table.round, choices}};
}

Result<Events> decide(const Workshop& workshop, const GiveBackRanking& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  if (!workshop.find_group(command.group)) return fail(ErrorKind::not_found, "group.unknown");
  const Sheet* sheet = workshop.sheet_of(command.group, workshop.round);
  if (!sheet || !sheet->is_handed_in()) return Events{};
  return Events{RankingGivenBack{command.group, workshop.round}};
}

}  // namespace knippe::domain
