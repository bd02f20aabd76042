// What a case is about, who does what in it, and how: everything that is no public promise.

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {

Result<Events> decide(const Involvement& involvement, const CreateInvolvement& command, const Context& context) {
  TRY_STATUS(require_owner(context));
  if (involvement.exists) return refuse("involvement.exists");
  std::string title = TRY(required_line(command.title, bounds::title));
  return Events{InvolvementCreated{command.language, command.time_zone, command.simulated}, InvolvementNamed{std::move(title), {}}};
}

Result<Events> decide(const Involvement& involvement, const NameInvolvement& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  InvolvementNamed named{TRY(required_line(command.title, bounds::title)), TRY(any_paragraphs(command.summary, bounds::summary))};
  if (named.title == involvement.title && named.summary == involvement.summary) return Events{};
  return Events{std::move(named)};
}

Result<Events> decide(const Involvement& involvement, const AssignRoles& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  const Roles& r = command.roles;
  Roles roles{TRY(any_line(r.political, bounds::line)), TRY(any_line(r.administrative, bounds::line)),
              TRY(any_line(r.answers, bounds::line)), TRY(any_paragraphs(r.expected, bounds::reason))};
  if (roles == involvement.roles) return Events{};
  return Events{RolesAssigned{std::move(roles)}};
}

Result<Events> decide(const Involvement& involvement, const ChooseMethod& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  std::string reason = TRY(any_paragraphs(command.reason, bounds::reason));
  Events events;
  if (command.method != involvement.method) events.emplace_back(MethodChosen{command.method});
  if (reason != involvement.method_reason) events.emplace_back(MethodReasoned{std::move(reason)});
  return events;
}

Result<Events> decide(const Involvement& involvement, const SetEarliness& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  std::string reason = TRY(any_paragraphs(command.reason, bounds::reason));
  if (involvement.phase == Phase::open && command.earliness == Earliness::proposal && reason.empty())
    return bad_input("involvement.late_reason");
  Events events;
  if (command.earliness != involvement.earliness) events.emplace_back(EarlinessSet{command.earliness});
  if (reason != involvement.earliness_reason) events.emplace_back(EarlinessReasoned{std::move(reason)});
  return events;
}

Result<Events> decide(const Involvement& involvement, const PlaceInPlan& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  const Plan& p = command.plan;
  TRY_STATUS(require_date(p.hearing_from));
  TRY_STATUS(require_date(p.hearing_to));
  if (p.hearing_from.empty() != p.hearing_to.empty()) return bad_input("involvement.hearing_half");
  if (p.hearing_to < p.hearing_from) return bad_input("involvement.backwards");
  PlanWorded worded{TRY(any_line(p.matter, bounds::line)), TRY(any_line(p.case_number, bounds::line))};
  const Plan& old = involvement.plan;
  Events events;
  if (p.kind != old.kind || p.hearing_from != old.hearing_from || p.hearing_to != old.hearing_to)
    events.emplace_back(PlanPlaced{p.kind, p.hearing_from, p.hearing_to});
  if (worded.matter != old.matter || worded.case_number != old.case_number) events.emplace_back(std::move(worded));
  return events;
}

}  // namespace knippe::domain::involvement
