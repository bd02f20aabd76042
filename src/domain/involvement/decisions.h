#pragma once
// One overload per command; the file that defines it is named after the verb. decide.cpp joins them.

#include "domain/involvement/commands.h"

namespace knippe::domain::involvement {

// erase_texts.cpp
Result<Events> decide(const Involvement&, const EraseTexts&, const Context&);
Result<Events> decide(const Involvement&, const CloseRoom&, const Context&);
// describe.cpp
Result<Events> decide(const Involvement&, const CreateInvolvement&, const Context&);
Result<Events> decide(const Involvement&, const NameInvolvement&, const Context&);
Result<Events> decide(const Involvement&, const AssignRoles&, const Context&);
Result<Events> decide(const Involvement&, const ChooseMethod&, const Context&);
Result<Events> decide(const Involvement&, const SetEarliness&, const Context&);
Result<Events> decide(const Involvement&, const PlaceInPlan&, const Context&);
// promise.cpp
Result<Events> decide(const Involvement&, const WriteWhy&, const Context&);
Result<Events> decide(const Involvement&, const PlaceItem&, const Context&);
Result<Events> decide(const Involvement&, const WithdrawItem&, const Context&);
Result<Events> decide(const Involvement&, const MakePromise&, const Context&);
// plan_step.cpp
Result<Events> decide(const Involvement&, const PlaceStep&, const Context&);
Result<Events> decide(const Involvement&, const WithdrawStep&, const Context&);
// open.cpp
Result<Events> decide(const Involvement&, const SetModeration&, const Context&);
Result<Events> decide(const Involvement&, const SetPhotos&, const Context&);
Result<Events> decide(const Involvement&, const OpenInvolvement&, const Context&);
Result<Events> decide(const Involvement&, const SetInput&, const Context&);
Result<Events> decide(const Involvement&, const CloseInvolvement&, const Context&);
// youth.cpp
Result<Events> decide(const Involvement&, const WordYouth&, const Context&);
Result<Events> decide(const Involvement&, const SetYouth&, const Context&);
// contribute.cpp
Result<Events> decide(const Involvement&, const SendContribution&, const Context&);
Result<Events> decide(const Involvement&, const SupportContribution&, const Context&);
// moderate.cpp
Result<Events> decide(const Involvement&, const PublishContribution&, const Context&);
Result<Events> decide(const Involvement&, const RemoveContribution&, const Context&);
// answer.cpp
Result<Events> decide(const Involvement&, const NameTheme&, const Context&);
Result<Events> decide(const Involvement&, const GroupContributions&, const Context&);
Result<Events> decide(const Involvement&, const GroupAnew&, const Context&);
Result<Events> decide(const Involvement&, const GiveAnswer&, const Context&);
// evaluate.cpp
Result<Events> decide(const Involvement&, const SetOutcome&, const Context&);
Result<Events> decide(const Involvement&, const WriteEvaluation&, const Context&);
// record_decision.cpp
Result<Events> decide(const Involvement&, const RecordDecision&, const Context&);
Result<Events> decide(const Involvement&, const TieWorkshop&, const Context&);
// plan_measure.cpp
Result<Events> decide(const Involvement&, const PlanMeasure&, const Context&);
Result<Events> decide(const Involvement&, const WithdrawMeasure&, const Context&);
Result<Events> decide(const Involvement&, const PlaceMilestone&, const Context&);
// follow_up_measure.cpp
Result<Events> decide(const Involvement&, const ReachMilestone&, const Context&);
Result<Events> decide(const Involvement&, const FollowUpMeasure&, const Context&);
// state.cpp
Result<Events> decide(const Involvement&, const MakeStatement&, const Context&);

}  // namespace knippe::domain::involvement
