// Reading contributions by the case's stated policy. A removal always has a rule and a reason, and is counted in public.

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {

Result<Events> decide(const Involvement& involvement, const PublishContribution& command, const Context& context) {
  TRY_STATUS(require_owner(context));
  TRY_STATUS(require_open(involvement));
  const Contribution* contribution = involvement.find_contribution(command.contribution);
  if (!contribution) return fail(ErrorKind::not_found, "contribution.unknown");
  if (contribution->status == ContributionStatus::published) return Events{};
  return Events{ContributionPublished{command.contribution}};
}

Result<Events> decide(const Involvement& involvement, const RemoveContribution& command, const Context& context) {
  TRY_STATUS(require_owner(context));
  TRY_STATUS(require_open(involvement));
  const Contribution* contribution = involvement.find_contribution(command.contribution);
  if (!contribution) return fail(ErrorKind::not_found, "contribution.unknown");
  std::string reason = TRY(any_paragraphs(command.reason, bounds::reason));
  if (reason.empty()) return bad_input("contribution.removal_reason");
  Events events;
  if (contribution->status != ContributionStatus::removed || contribution->rule != command.rule)
    events.emplace_back(ContributionRemoved{command.contribution, command.rule});
  if (contribution->removal != reason) events.emplace_back(RemovalReasoned{command.contribution, std::move(reason)});
  return events;
}

}  // namespace knippe::domain::involvement
