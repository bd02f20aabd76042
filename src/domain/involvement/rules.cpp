#include "domain/involvement/rules.h"

#include <array>

#include "domain/event_json.h"

namespace knippe::domain {
namespace {

constexpr std::array<std::string_view, std::variant_size_v<involvement::Event::variant>> kinds = {
    "InvolvementCreated", "RoomClosed", "TextErased", "InvolvementNamed", "WhyWritten", "ItemPlaced", "ItemWorded", "ItemWithdrawn",
    "PromiseMade", "PromiseWorded", "RolesAssigned", "MethodChosen", "MethodReasoned", "EarlinessSet",
    "EarlinessReasoned", "PlanPlaced", "PlanWorded", "StepPlaced", "StepWorded", "StepWithdrawn", "ModerationSet", "PhotosSet", "YouthSet", "YouthWorded", "InvolvementOpened", "InputSet",
    "InvolvementClosed", "ChangeMade", "ChangeReasoned", "ContributionReceived", "ContributionWorded", "StanceTaken",
    "EntranceTaken", "ContributionPhotoAdded", "ContributionPhotoDescribed", "ContributionPublished", "ContributionRemoved", "RemovalReasoned", "ContributionSupported", "ThemeMade",
    "ThemeNamed", "ContributionsGrouped", "AnswerGiven", "AnswerReasoned", "DecisionRecorded", "DecisionWorded", "MeasurePlanned",
    "MeasureWorded", "MeasureWithdrawn", "MilestonePlaced", "MilestoneWorded", "MilestoneReached", "MeasureFollowedUp",
    "FollowUpWorded", "TrialLearned", "WorkshopTied", "ItemOutcomeSet", "ItemOutcomeWorded",
    "EvaluationCounted", "EvaluationWritten", "ExpectationsCounted", "StatementMade", "StatementWorded", "Erased"};

}  // namespace

std::string_view InvolvementRules::kind(const Event& event) { return kinds[event.index()]; }
std::string InvolvementRules::encode(const Event& event) { return encode_event(event); }
Result<involvement::Event> InvolvementRules::decode(std::string_view kind, std::optional<std::string_view> text) {
  return decode_event<Event, involvement::Erased>(kinds, kind, text);
}
bool InvolvementRules::begins(std::string_view kind) { return kind == kinds[0]; }
std::string InvolvementRules::encode_state(const State& state) { return encode_whole(state); }
Result<involvement::Involvement> InvolvementRules::decode_state(std::string_view text) { return decode_whole<State>(text); }

}  // namespace knippe::domain
