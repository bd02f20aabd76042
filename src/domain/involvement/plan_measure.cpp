// From an answer to something that is done: what, who, by when, and the steps on the way.

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"
#include "domain/limits.h"

namespace knippe::domain::involvement {
namespace {

/// What it follows exists and, if it is a theme, has been answered.
Status require_origin(const Involvement& involvement, const PlanMeasure& command) {
  if (command.theme) {
    const Theme* theme = involvement.find_theme(command.theme);
    if (!theme) return fail(ErrorKind::not_found, "theme.unknown");
    if (theme->answer.verdict == Verdict::none) return bad_input("measure.no_answer");
  }
  if (command.decision && !involvement.find_decision(command.decision)) return fail(ErrorKind::not_found, "decision.unknown");
  return {};
}

Result<const CaseMeasure*> standing(const Involvement& involvement, MeasureId id) {
  const CaseMeasure* planned = involvement.find_measure(id);
  if (!planned) return fail(ErrorKind::not_found, "measure.unknown");
  if (planned->measure.deleted) return refuse("measure.deleted");
  return planned;
}

bool differs(const CaseMeasure& old, const MeasurePlanned& now) {
  return old.theme != now.theme || old.decision != now.decision || old.trial != now.trial || old.measure.date != now.date;
}
bool differs(const CaseMeasure& old, const MeasureWorded& now) {
  return old.measure.text != now.text || old.measure.owner != now.owner || old.hypothesis != now.hypothesis;
}

}  // namespace

Result<Events> decide(const Involvement& involvement, const PlanMeasure& command, const Context& context) {
  TRY_STATUS(require_begun(involvement, context));
  const CaseMeasure* old = command.measure ? TRY(standing(involvement, command.measure)) : nullptr;
  if (!old && involvement.measures.size() >= bounds::measures) return refuse("measure.too_many_in_case", std::to_string(bounds::measures));
  TRY_STATUS(require_origin(involvement, command));
  TRY_STATUS(require_date(command.date));
  const MeasureId id = old ? old->id : MeasureId{static_cast<std::uint32_t>(involvement.measures.size() + 1)};
  MeasurePlanned planned{id, command.theme, command.decision, command.trial, command.date};
  MeasureWorded worded{id, TRY(required_line(command.text, bounds::measure)), TRY(required_line(command.owner, limits::owner_name)),
                       TRY(any_paragraphs(command.hypothesis, bounds::reason))};
  if (command.date.empty()) return bad_input("measure.date");
  if (command.trial && worded.hypothesis.empty()) return bad_input("measure.hypothesis");
  Events events;
  if (!old || differs(*old, planned)) events.emplace_back(std::move(planned));
  if (!old || differs(*old, worded)) events.emplace_back(std::move(worded));
  return events;
}

Result<Events> decide(const Involvement& involvement, const WithdrawMeasure& command, const Context& context) {
  TRY_STATUS(require_begun(involvement, context));
  const CaseMeasure* planned = involvement.find_measure(command.measure);
  if (!planned) return fail(ErrorKind::not_found, "measure.unknown");
  if (planned->measure.deleted) return Events{};
  if (!planned->measure.answers.empty()) return refuse("measure.has_answers");
  return Events{MeasureWithdrawn{command.measure}};
}

Result<Events> decide(const Involvement& involvement, const PlaceMilestone& command, const Context& context) {
  TRY_STATUS(require_begun(involvement, context));
  const CaseMeasure* planned = TRY(standing(involvement, command.measure));
  const int count = static_cast<int>(planned->milestones.size());
  if (command.milestone < 0 || command.milestone > count) return fail(ErrorKind::not_found, "milestone.unknown");
  const Milestone* old = command.milestone > 0 ? &planned->milestones[static_cast<std::size_t>(command.milestone) - 1] : nullptr;
  if (!old && planned->milestones.size() >= bounds::milestones_per_measure)
    return refuse("milestone.too_many", std::to_string(bounds::milestones_per_measure));
  std::string text = TRY(required_line(command.text, bounds::milestone));
  TRY_STATUS(require_date(command.date));
  if (command.date.empty()) return bad_input("milestone.date");
  const int number = old ? command.milestone : count + 1;
  Events events;
  if (!old || old->date != command.date) events.emplace_back(MilestonePlaced{command.measure, number, command.date});
  if (!old || old->text != text) events.emplace_back(MilestoneWorded{command.measure, number, std::move(text)});
  return events;
}

}  // namespace knippe::domain::involvement
