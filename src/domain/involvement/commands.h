#pragma once
// What someone wants done in a case. decide() says what then happens, or why not. Refusals name a message key (`error.<key>`).
//
// A phone (a resident's browser, without account) may send and support contributions while input is taken. All else is for whoever
// runs the case. Dates are "YYYY-MM-DD" or empty. After opening, what changes why, room, promise or a date needs `change`: a reason that is
// shown in public (`involvement.change_reason`).

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "domain/actor.h"
#include "domain/involvement/events.h"

namespace knippe::domain::involvement {

/// Deletes for good; the caller then erases everything that was stored.
struct CloseRoom {};
/// Wants texts gone, in one go; the caller then erases their bodies. Who may is asked at the door.
struct EraseTexts { std::vector<TextRef> texts; };

struct CreateInvolvement { std::string title; std::string language = "nb"; std::string time_zone = "Europe/Oslo"; bool simulated = false; };
struct NameInvolvement { std::string title; std::string summary; };
struct WriteWhy { Why why; std::string change; };
/// Item 0 adds one.
struct PlaceItem { RoomItem item; std::string change; };
struct WithdrawItem { ItemId item; std::string change; };
struct MakePromise { Promise promise; std::string change; };
struct AssignRoles { Roles roles; };
/// That the method is in the shipped list is checked at the door.
struct ChooseMethod { std::string method; std::string reason; };
struct SetEarliness { Earliness earliness = Earliness::none; std::string reason; };
struct PlaceInPlan { Plan plan; };
/// Step 0 adds one. Of the step only kind, dates, times, workshop, title and place are read. Its workshop becomes the case's; that it is one of this
/// installation, and of no other case, is checked at the door.
struct PlaceStep { Step step; std::string change; };
struct WithdrawStep { StepId step; std::string change; };
struct SetModeration { Moderation moderation = Moderation::before; };
/// Photos that came before stay where they are.
struct SetPhotos { bool taken = true; };
/// The texts of the entrance for children and youth; once it is open, none of them may be empty (`youth.gaps`), and they change in public as what was promised does.
struct WordYouth { std::string about; std::string influence; std::string after; std::string change; };
/// Refused `youth.gaps` while a text is missing (gate.h), `involvement.information` where nothing is asked.
struct SetYouth { bool open = true; };
/// Refused `involvement.gaps` while anything is missing (gate.h). As information: a page without input, when nothing is open.
struct OpenInvolvement { bool information = false; };
struct SetInput { bool open = true; };
struct CloseInvolvement {};

/// With a stance it is an argument on its theme: one short line, without place or group (`argument.theme` when it has none).
/// `look_first`: something alike was found at the door, and the sender has not looked yet (`contribution.alike`). `held`: read before it is published, whatever the policy (the door saw many from one address). From a phone, or typed in by staff (`source` paper or spoken; published at once).
/// `photo`: already in the store; not with an argument, and only while photos are taken (`contribution.no_photos`).
/// By the entrance `youth`, while that is open (`youth.not_open`), it has no place, group or stance: only there `company` counts.
struct SendContribution { std::string text; std::string place; ThemeId theme; std::string group_name; int people = 0; Source source = Source::web; bool held = false; bool look_first = false; Stance stance = Stance::none; ContributionPhoto photo = {}; Entrance entrance = Entrance::main; Company company = Company::unsaid; };
struct PublishContribution { ContributionId contribution; };
struct RemoveContribution { ContributionId contribution; Rule rule = Rule::personal; std::string reason; };
struct SupportContribution { ContributionId contribution; bool supported = true; };

/// Theme 0 makes one.
struct NameTheme { ThemeId theme; std::string name; };
/// Many at a time; theme 0 takes them out of their themes, but an argument stays with one (`argument.theme`).
struct GroupContributions { ThemeId theme; std::vector<ContributionId> contributions; };
/// Many at a time into a theme that is made for them.
struct GroupAnew { std::string name; std::vector<ContributionId> contributions; };
/// A theme's answer; given anew, it replaces the earlier one.
struct GiveAnswer { ThemeId theme; Verdict verdict = Verdict::none; ItemId item; std::string reason; };

// What follows an answer goes on after the case is closed.
/// Decision 0 records one.
struct RecordDecision { DecisionId decision; std::string date; std::vector<ThemeId> themes; std::string text; std::string source; };
/// Measure 0 plans one. It follows a theme that has its answer, or none; a trial has a hypothesis.
struct PlanMeasure { MeasureId measure; ThemeId theme; DecisionId decision; bool trial = false; std::string text; std::string owner; std::string date; std::string hypothesis; };
struct WithdrawMeasure { MeasureId measure; };
/// Milestone 0 adds one.
struct PlaceMilestone { MeasureId measure; int milestone = 0; std::string text; std::string date; };
/// Also by the measure's owner.
struct ReachMilestone { MeasureId measure; int milestone = 0; bool reached = true; };
/// Also by the measure's owner. A trial does not end before it says what was learned.
struct FollowUpMeasure { MeasureId measure; Progress progress = Progress::planned; std::string text; std::string date; std::string learned; };
/// That the account runs the workshop too is checked at the door.
struct TieWorkshop { RoomId workshop; bool tied = true; };
/// Promise and result: what became of an item of the room for manoeuvre, with a reason.
struct SetOutcome { ItemId item; Outcome outcome = Outcome::none; std::string result; };
/// With the expectations as they are counted now; a count of fewer than five is left out.
struct WriteEvaluation { Influence influence = Influence::none; int people = 0; std::string well; std::string learned; std::string changed; std::string sign; Expectations expectations; };
/// A politician's, under their name; that the account is one is checked at the door.
struct MakeStatement { std::string name; std::string text; };

/// One of the above. A class of its own, so that copying and destroying one is compiled once and not in every file that holds one.
struct Command : std::variant<CreateInvolvement, CloseRoom, EraseTexts, NameInvolvement, WriteWhy, PlaceItem, WithdrawItem, MakePromise, AssignRoles,
                              ChooseMethod, SetEarliness, PlaceInPlan, PlaceStep, WithdrawStep, SetModeration, SetPhotos, WordYouth, SetYouth,
                              OpenInvolvement, SetInput, CloseInvolvement, SendContribution, PublishContribution, RemoveContribution,
                              SupportContribution, NameTheme, GroupContributions, GroupAnew, GiveAnswer, RecordDecision, PlanMeasure,
                              WithdrawMeasure, PlaceMilestone, ReachMilestone, FollowUpMeasure, TieWorkshop, SetOutcome, WriteEvaluation,
                              MakeStatement> {
  using variant::variant;
  Command();
  Command(const Command&);
  Command(Command&&) noexcept;
  Command& operator=(const Command&);
  Command& operator=(Command&&) noexcept;
  ~Command();
};

/// The one entrance to the rules. Pure; an empty list of events means "already so".
Result<Events> decide(const Involvement& involvement, const Command& command, const Context& context);

}  // namespace knippe::domain::involvement
