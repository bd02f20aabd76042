// After the seminar: "Hvordan gikk det?", asked of every measure.

#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {

Result<Events> decide(const Workshop& workshop, const FollowUpMeasure& command, const Context& context) {
  const Measure* measure = workshop.find_measure(command.measure);
  if (!measure) return fail(ErrorKind::not_found, "measure.unknown");
  const bool by_owner = context.actor.as_owner() == command.measure;
  if (!by_owner && !context.actor.runs_the_room()) return fail(ErrorKind::forbidden, "follow_up.not_yours");
  if (measure->deleted) return refuse("measure.deleted");
  if (!workshop.published && workshop.phase != Phase::closed) return refuse("follow_up.too_early");
  FollowUp answer = TRY(checked({command.progress, command.trial, command.date, by_owner, command.text, {}}, measure->answers));
  Events events{MeasureFollowedUp{command.measure, answer.progress, answer.trial, answer.date, by_owner}};
  const int number = static_cast<int>(measure->answers.size()) + 1;
  if (!answer.text.empty()) events.emplace_back(FollowUpWorded{command.measure, number, std::move(answer.text)});
  return events;
}

}  // namespace knippe::domain
