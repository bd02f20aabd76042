// What was decided after the answers; and which workshops belong to the case.

#include <algorithm>

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {

Result<Events> decide(const Involvement& involvement, const RecordDecision& command, const Context& context) {
  TRY_STATUS(require_begun(involvement, context));
  const Decision* old = involvement.find_decision(command.decision);
  if (command.decision && !old) return fail(ErrorKind::not_found, "decision.unknown");
  if (!old && involvement.decisions.size() >= bounds::decisions) return refuse("decision.too_many", std::to_string(bounds::decisions));
  TRY_STATUS(require_date(command.date));
  if (command.date.empty()) return bad_input("decision.date");
  const DecisionId id = old ? old->id : DecisionId{static_cast<std::uint32_t>(involvement.decisions.size() + 1)};
  DecisionRecorded recorded{id, command.date, command.themes};
  std::ranges::sort(recorded.themes);
  recorded.themes.erase(std::ranges::unique(recorded.themes).begin(), recorded.themes.end());
  for (const ThemeId theme : recorded.themes)
    if (!involvement.find_theme(theme)) return fail(ErrorKind::not_found, "theme.unknown");
  DecisionWorded worded{id, TRY(required_paragraphs(command.text, bounds::decision)), TRY(any_line(command.source, bounds::source))};
  Events events;
  if (!old || old->date != recorded.date || old->themes != recorded.themes) events.emplace_back(std::move(recorded));
  if (!old || old->text != worded.text || old->source != worded.source) events.emplace_back(std::move(worded));
  return events;
}

Result<Events> decide(const Involvement& involvement, const TieWorkshop& command, const Context& context) {
  TRY_STATUS(require_owner(context));
  if (!command.workshop) return fail(ErrorKind::not_found, "workshop.unknown");
  if (std::ranges::binary_search(involvement.workshops, command.workshop) == command.tied) return Events{};
  if (command.tied && involvement.workshops.size() >= bounds::workshops) return refuse("workshop.too_many_tied", std::to_string(bounds::workshops));
  return Events{WorkshopTied{command.workshop, command.tied}};
}

}  // namespace knippe::domain::involvement
