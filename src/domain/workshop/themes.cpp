// The facilitator groups the supplements, also after the workshop is closed: the report reads by theme.

#include <algorithm>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

Status require_arranging(const Workshop& workshop, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  return workshop.phase == Phase::closed ? Status{} : require_open(workshop);
}

Status require_supplement(const Workshop& workshop, SupplementId id) {
  const Supplement* supplement = workshop.find_supplement(id);
  if (!supplement) return fail(ErrorKind::not_found, "supplement.unknown");
  if (supplement->status == SupplementStatus::withdrawn) return refuse("supplement.withdrawn");
  return {};
}

Status require_free_name(const Workshop& workshop, ThemeId own, const std::string& name) {
  const auto taken = [&](const Theme& theme) { return !theme.removed && theme.id != own && theme.name == name; };
  if (std::ranges::any_of(workshop.themes, taken)) return refuse("supplement_theme.taken");
  return {};
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const NameTheme& command, const Context& context) {
  TRY_STATUS(require_arranging(workshop, context));
  const Theme* old = workshop.find_theme(command.theme);
  if (command.theme && !old) return fail(ErrorKind::not_found, "supplement_theme.unknown");
  if (!old && workshop.themes.size() >= limits::themes) return refuse("supplement_theme.too_many", std::to_string(limits::themes));
  for (const SupplementId id : command.supplements) {
    TRY_STATUS(require_supplement(workshop, id));
  }
  std::string name = TRY(required_line(command.name, limits::theme_name));
  TRY_STATUS(require_free_name(workshop, command.theme, name));
  const ThemeId theme = old ? old->id : ThemeId{static_cast<std::uint32_t>(workshop.themes.size() + 1)};
  Events events;
  if (!old) events.emplace_back(ThemeMade{theme});
  if (!old || old->name != name) events.emplace_back(ThemeNamed{theme, std::move(name)});
  for (const SupplementId id : command.supplements)
    if (workshop.find_supplement(id)->theme != theme) events.emplace_back(SupplementThemed{id, theme});
  return events;
}

Result<Events> decide(const Workshop& workshop, const RemoveTheme& command, const Context& context) {
  TRY_STATUS(require_arranging(workshop, context));
  if (!workshop.find_theme(command.theme)) return Events{};
  return Events{ThemeRemoved{command.theme}};
}

Result<Events> decide(const Workshop& workshop, const MoveToTheme& command, const Context& context) {
  TRY_STATUS(require_arranging(workshop, context));
  TRY_STATUS(require_supplement(workshop, command.supplement));
  if (command.theme && !workshop.find_theme(command.theme)) return fail(ErrorKind::not_found, "supplement_theme.unknown");
  if (workshop.find_supplement(command.supplement)->theme == command.theme) return Events{};
  return Events{SupplementThemed{command.supplement, command.theme}};
}

}  // namespace knippe::domain
