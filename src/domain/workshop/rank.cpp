// Ranger: the group's one shared list of k keys, changed from any of its phones, then handed in.

#include <algorithm>

#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

/// The round a change belongs to, and the list on the table.
struct Table {
  int round;
  std::vector<KeyId> draft;
};

Result<Table> table_of(const Workshop& workshop, GroupNumber number, const Context& context) {
  TRY(contributing_group(workshop, number, Stage::rank, context));
  const Sheet* sheet = workshop.sheet_of(number, workshop.round);
  return Table{workshop.round, sheet ? sheet->draft : std::vector<KeyId>{}};
}

Status require_choosable(const Workshop& workshop, KeyId id) {
  const Key* key = workshop.find_key(id);
  if (!key) return fail(ErrorKind::not_found, "key.unknown");
  if (key->retired) return refuse("key.retired");
  return {};
}

Status check_choices(const Workshop& workshop, const std::vector<KeyId>& choices) {
  const auto places = static_cast<std::size_t>(workshop.settings.places);
  if (choices.size() != places) return refuse("ranking.incomplete", std::to_string(places));
  for (std::size_t i = 0; i < choices.size(); ++i) {
    TRY_STATUS(require_choosable(workshop, choices[i]));
    if (std::find(choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(i), choices[i]) !=
        choices.begin() + static_cast<std::ptrdiff_t>(i))
      return refuse("ranking.key_twice");
  }
  return {};
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const ChooseKey& command, const Context& context) {
  Table table = TRY(table_of(workshop, command.group, context));
  TRY_STATUS(require_choosable(workshop, command.key));
  if (std::ranges::find(table.draft, command.key) != table.draft.end()) return Events{};
  if (table.draft.size() >= static_cast<std::size_t>(workshop.settings.places))
    return refuse("ranking.full", std::to_string(workshop.settings.places));
  table.draft.push_back(command.key);
  return Events{RankingChanged{command.group, table.round, std::move(table.draft)}};
}

Result<Events> decide(const Workshop& workshop, const DropKey& command, const Context& context) {
  Table table = TRY(table_of(workshop, command.group, context));
  if (std::erase(table.draft, command.key) == 0) return Events{};
  return Events{RankingChanged{command.group, table.round, std::move(table.draft)}};
}

Result<Events> decide(const Workshop& workshop, const MoveKey& command, const Context& context) {
  Table table = TRY(table_of(workshop, command.group, context));
  const auto at = std::ranges::find(table.draft, command.key);
  if (at == table.draft.end()) return refuse("ranking.key_not_chosen");
  const auto size = static_cast<int>(table.draft.size());
  const int from = static_cast<int>(at - table.draft.begin());
  const int to = std::clamp(command.place, 1, size) - 1;
  if (from == to) return Events{};
  table.draft.erase(at);
  table.draft.insert(table.draft.begin() + to, command.key);
  return Events{RankingChanged{command.group, table.round, std::move(table.draft)}};
}

Result<Events> decide(const Workshop& workshop, const HandInRanking& command, const Context& context) {
  Table table = TRY(table_of(workshop, command.group, context));
  const std::vector<KeyId>& choices = command.choices.empty() ? table.draft : command.choices;
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
