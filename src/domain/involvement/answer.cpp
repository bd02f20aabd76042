// Contributions are grouped into themes by hand, many at a time, and each theme gets an answer with a reason.

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {
namespace {

ThemeId next_theme(const Involvement& involvement) { return ThemeId{static_cast<std::uint32_t>(involvement.themes.size() + 1)}; }

/// Those that are not there already.
Result<ContributionsGrouped> moved(const Involvement& involvement, ThemeId theme, const std::vector<ContributionId>& contributions) {
  if (contributions.empty()) return bad_input("theme.none_chosen");
  if (contributions.size() > bounds::at_once) return bad_input("theme.too_many_at_once", std::to_string(bounds::at_once));
  ContributionsGrouped grouped{theme, {}};
  for (const ContributionId id : contributions) {
    const Contribution* contribution = involvement.find_contribution(id);
    if (!contribution) return fail(ErrorKind::not_found, "contribution.unknown");
    if (!theme && contribution->stance != Stance::none) return bad_input("argument.theme");
    if (contribution->theme != theme) grouped.contributions.push_back(id);
  }
  return grouped;
}

}  // namespace

Result<Events> decide(const Involvement& involvement, const NameTheme& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  std::string name = TRY(required_line(command.name, bounds::theme));
  const Theme* old = involvement.find_theme(command.theme);
  if (command.theme && !old) return fail(ErrorKind::not_found, "theme.unknown");
  if (old) return old->name == name ? Events{} : Events{ThemeNamed{old->id, std::move(name)}};
  if (involvement.themes.size() >= bounds::themes) return refuse("theme.too_many", std::to_string(bounds::themes));
  const ThemeId id = next_theme(involvement);
  return Events{ThemeMade{id}, ThemeNamed{id, std::move(name)}};
}

Result<Events> decide(const Involvement& involvement, const GroupContributions& command, const Context& context) {
  TRY_STATUS(require_owner(context));
  TRY_STATUS(require_open(involvement));
  if (command.theme && !involvement.find_theme(command.theme)) return fail(ErrorKind::not_found, "theme.unknown");
  ContributionsGrouped grouped = TRY(moved(involvement, command.theme, command.contributions));
  if (grouped.contributions.empty()) return Events{};
  return Events{std::move(grouped)};
}

Result<Events> decide(const Involvement& involvement, const GroupAnew& command, const Context& context) {
  TRY_STATUS(require_owner(context));
  TRY_STATUS(require_open(involvement));
  Events events = TRY(decide(involvement, NameTheme{{}, command.name}, context));
  events.emplace_back(TRY(moved(involvement, next_theme(involvement), command.contributions)));
  return events;
}

Result<Events> decide(const Involvement& involvement, const GiveAnswer& command, const Context& context) {
  TRY_STATUS(require_owner(context));
  TRY_STATUS(require_open(involvement));
  const Theme* theme = involvement.find_theme(command.theme);
  if (!theme) return fail(ErrorKind::not_found, "theme.unknown");
  if (command.verdict == Verdict::none) return bad_input("answer.verdict");
  const RoomItem* item = involvement.find_item(command.item);
  if (!item || item->withdrawn) return bad_input("answer.item");
  std::string reason = TRY(any_paragraphs(command.reason, bounds::answer));
  if (reason.empty()) return bad_input("answer.reason");
  const Answer& old = theme->answer;
  Events events;
  if (old.verdict != command.verdict || old.item != command.item) events.emplace_back(AnswerGiven{command.theme, command.verdict, command.item});
  if (old.reason != reason) events.emplace_back(AnswerReasoned{command.theme, std::move(reason)});
  return events;
}

}  // namespace knippe::domain::involvement
