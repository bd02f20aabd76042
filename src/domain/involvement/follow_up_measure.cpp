// "Hvordan gikk det?", answered by a measure's owner or by who runs the case. A trial does not end before it has taught something.

#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {
namespace {

Result<const CaseMeasure*> own(const Involvement& involvement, MeasureId id, const Context& context) {
  const CaseMeasure* planned = involvement.find_measure(id);
  if (!planned) return fail(ErrorKind::not_found, "measure.unknown");
  if (context.actor.as_owner() != id && !context.actor.runs_the_room()) return fail(ErrorKind::forbidden, "follow_up.not_yours");
  if (planned->measure.deleted) return refuse("measure.deleted");
  return planned;
}

}  // namespace

Result<Events> decide(const Involvement& involvement, const ReachMilestone& command, const Context& context) {
  const CaseMeasure* planned = TRY(own(involvement, command.measure, context));
  if (command.milestone < 1 || static_cast<std::size_t>(command.milestone) > planned->milestones.size())
    return fail(ErrorKind::not_found, "milestone.unknown");
  if (planned->milestones[static_cast<std::size_t>(command.milestone) - 1].reached == command.reached) return Events{};
  return Events{MilestoneReached{command.measure, command.milestone, command.reached}};
}

Result<Events> decide(const Involvement& involvement, const FollowUpMeasure& command, const Context& context) {
  const CaseMeasure* planned = TRY(own(involvement, command.measure, context));
  const bool by_owner = context.actor.as_owner() == command.measure;
  FollowUp answer = TRY(checked({command.progress, planned->trial, command.date, by_owner, command.text, {}}, planned->measure.answers));
  std::string learned = TRY(any_paragraphs(command.learned, bounds::learned));
  if (learned.empty()) learned = planned->learned;
  if (planned->trial && !is_unfinished(answer.progress) && learned.empty()) return bad_input("follow_up.learned");
  Events events{MeasureFollowedUp{command.measure, answer.progress, answer.date, by_owner}};
  const int number = static_cast<int>(planned->measure.answers.size()) + 1;
  if (!answer.text.empty()) events.emplace_back(FollowUpWorded{command.measure, number, std::move(answer.text)});
  if (planned->trial && learned != planned->learned) events.emplace_back(TrialLearned{command.measure, std::move(learned)});
  return events;
}

}  // namespace knippe::domain::involvement
