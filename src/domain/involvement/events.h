#pragma once
// What has happened in a case. Past tense; one JSON object each in the journal (docs/formats/journal.md). Choices, dates and counts
// never share an event with names or free text: the events marked (text) can be erased without moving a number.

#include <string>
#include <variant>
#include <vector>

#include "domain/actor.h"
#include "domain/involvement/involvement.h"
#include "domain/numbered_text.h"

namespace knippe::domain::involvement {

struct InvolvementCreated { std::string language; std::string time_zone; bool simulated = false; };
BOOST_DESCRIBE_STRUCT(InvolvementCreated, (), (language, time_zone, simulated))
/// Deleted for good: the last record of the case, and the only one whose body is kept.
struct RoomClosed {};
BOOST_DESCRIBE_STRUCT(RoomClosed, (), ())

/// One text with all its wordings. A measure's milestones, answers to "Hvordan gikk det?" and what was learned are each one text.
enum class TextKind { contribution, removal, answer, roles, decision, measure, milestones, follow_ups, learned, outcome, evaluation, statement, step, photo };
BOOST_DESCRIBE_ENUM(TextKind, contribution, removal, answer, roles, decision, measure, milestones, follow_ups, learned, outcome, evaluation, statement, step, photo)
/// Numbered as the contribution (also for its removal and its photo), theme, decision, measure, item, statement or step is; roles and evaluation are 1.
using TextRef = NumberedText<TextKind>;
/// From here on the text is gone: the bodies of all earlier records that hold it are erased (texts.h says which).
struct TextErased { TextRef text; };
BOOST_DESCRIBE_STRUCT(TextErased, (), (text))

struct InvolvementNamed { std::string title; std::string summary; };                     // (text)
BOOST_DESCRIBE_STRUCT(InvolvementNamed, (), (title, summary))
struct WhyWritten { Why why; };                                                          // (text)
BOOST_DESCRIBE_STRUCT(WhyWritten, (), (why))
struct ItemPlaced { ItemId item; Openness openness = Openness::open; };
BOOST_DESCRIBE_STRUCT(ItemPlaced, (), (item, openness))
struct ItemWorded { ItemId item; std::string text; std::string reason; std::string source; };  // (text)
BOOST_DESCRIBE_STRUCT(ItemWorded, (), (item, text, reason, source))
struct ItemWithdrawn { ItemId item; };
BOOST_DESCRIBE_STRUCT(ItemWithdrawn, (), (item))
struct PromiseMade { Level level = Level::none; std::string decides_on; std::string answer_by; };
BOOST_DESCRIBE_STRUCT(PromiseMade, (), (level, decides_on, answer_by))
struct PromiseWorded { std::string decides; std::string answer; };                       // (text)
BOOST_DESCRIBE_STRUCT(PromiseWorded, (), (decides, answer))
struct RolesAssigned { Roles roles; };                                                   // (text)
BOOST_DESCRIBE_STRUCT(RolesAssigned, (), (roles))
struct MethodChosen { std::string method; };
BOOST_DESCRIBE_STRUCT(MethodChosen, (), (method))
struct MethodReasoned { std::string reason; };                                           // (text)
BOOST_DESCRIBE_STRUCT(MethodReasoned, (), (reason))
struct EarlinessSet { Earliness earliness = Earliness::none; };
BOOST_DESCRIBE_STRUCT(EarlinessSet, (), (earliness))
struct EarlinessReasoned { std::string reason; };                                        // (text)
BOOST_DESCRIBE_STRUCT(EarlinessReasoned, (), (reason))
struct PlanPlaced { PlanKind kind = PlanKind::none; std::string hearing_from; std::string hearing_to; };
BOOST_DESCRIBE_STRUCT(PlanPlaced, (), (kind, hearing_from, hearing_to))
struct PlanWorded { std::string matter; std::string case_number; };                      // (text)
BOOST_DESCRIBE_STRUCT(PlanWorded, (), (matter, case_number))
struct StepPlaced { StepId step; StepKind kind = StepKind::input; std::string starts; std::string ends; std::string from; std::string until; RoomId workshop; };
BOOST_DESCRIBE_STRUCT(StepPlaced, (), (step, kind, starts, ends, from, until, workshop))
struct StepWorded { StepId step; std::string title; std::string place; };                // (text)
BOOST_DESCRIBE_STRUCT(StepWorded, (), (step, title, place))
struct StepWithdrawn { StepId step; };
BOOST_DESCRIBE_STRUCT(StepWithdrawn, (), (step))
struct ModerationSet { Moderation moderation = Moderation::before; };
BOOST_DESCRIBE_STRUCT(ModerationSet, (), (moderation))
/// Whether a contribution may have a photo from now on; at first it may.
struct PhotosSet { bool taken = true; };
BOOST_DESCRIBE_STRUCT(PhotosSet, (), (taken))
/// The entrance for children and youth.
struct YouthSet { bool open = true; };
BOOST_DESCRIBE_STRUCT(YouthSet, (), (open))
struct YouthWorded { std::string about; std::string influence; std::string after; };     // (text)
BOOST_DESCRIBE_STRUCT(YouthWorded, (), (about, influence, after))
struct InvolvementOpened { bool information = false; };
BOOST_DESCRIBE_STRUCT(InvolvementOpened, (), (information))
struct InputSet { bool open = true; };
BOOST_DESCRIBE_STRUCT(InputSet, (), (open))
struct InvolvementClosed {};
BOOST_DESCRIBE_STRUCT(InvolvementClosed, (), ())
/// Stands before the events that change what was promised in public.
struct ChangeMade { Part part = Part::why; };
BOOST_DESCRIBE_STRUCT(ChangeMade, (), (part))
struct ChangeReasoned { std::string reason; };                                           // (text)
BOOST_DESCRIBE_STRUCT(ChangeReasoned, (), (reason))

/// `phone`: whose bounds it counts against; 0: typed in by staff.
struct ContributionReceived { ContributionId contribution; PhoneId phone; Source source = Source::web; ThemeId theme; int people = 0; };
BOOST_DESCRIBE_STRUCT(ContributionReceived, (), (contribution, phone, source, theme, people))
struct ContributionWorded { ContributionId contribution; std::string text; std::string place; std::string group_name; };  // (text)
BOOST_DESCRIBE_STRUCT(ContributionWorded, (), (contribution, text, place, group_name))
/// It is an argument: for or against what its theme is about. Its words are those of a contribution (`ContributionWorded`).
struct StanceTaken { ContributionId contribution; Stance stance = Stance::none; };
BOOST_DESCRIBE_STRUCT(StanceTaken, (), (contribution, stance))
/// It did not come by the main entrance.
struct EntranceTaken { ContributionId contribution; Entrance entrance = Entrance::main; Company company = Company::unsaid; };
BOOST_DESCRIBE_STRUCT(EntranceTaken, (), (contribution, entrance, company))
/// `commitment`: SHA-256 of a salt and the picture, both in the store.
struct ContributionPhotoAdded { ContributionId contribution; std::string commitment; int width = 0; int height = 0; };
BOOST_DESCRIBE_STRUCT(ContributionPhotoAdded, (), (contribution, commitment, width, height))
struct ContributionPhotoDescribed { ContributionId contribution; std::string alt; };     // (text)
BOOST_DESCRIBE_STRUCT(ContributionPhotoDescribed, (), (contribution, alt))
struct ContributionPublished { ContributionId contribution; };
BOOST_DESCRIBE_STRUCT(ContributionPublished, (), (contribution))
struct ContributionRemoved { ContributionId contribution; Rule rule = Rule::personal; };
BOOST_DESCRIBE_STRUCT(ContributionRemoved, (), (contribution, rule))
struct RemovalReasoned { ContributionId contribution; std::string reason; };             // (text)
BOOST_DESCRIBE_STRUCT(RemovalReasoned, (), (contribution, reason))
struct ContributionSupported { ContributionId contribution; PhoneId phone; bool supported = true; };
BOOST_DESCRIBE_STRUCT(ContributionSupported, (), (contribution, phone, supported))

struct ThemeMade { ThemeId theme; };
BOOST_DESCRIBE_STRUCT(ThemeMade, (), (theme))
struct ThemeNamed { ThemeId theme; std::string name; };                                  // (text)
BOOST_DESCRIBE_STRUCT(ThemeNamed, (), (theme, name))
/// Theme 0: out of any theme.
struct ContributionsGrouped { ThemeId theme; std::vector<ContributionId> contributions; };
BOOST_DESCRIBE_STRUCT(ContributionsGrouped, (), (theme, contributions))
struct AnswerGiven { ThemeId theme; Verdict verdict = Verdict::none; ItemId item; };
BOOST_DESCRIBE_STRUCT(AnswerGiven, (), (theme, verdict, item))
struct AnswerReasoned { ThemeId theme; std::string reason; };                            // (text)
BOOST_DESCRIBE_STRUCT(AnswerReasoned, (), (theme, reason))

struct DecisionRecorded { DecisionId decision; std::string date; std::vector<ThemeId> themes; };
BOOST_DESCRIBE_STRUCT(DecisionRecorded, (), (decision, date, themes))
struct DecisionWorded { DecisionId decision; std::string text; std::string source; };    // (text)
BOOST_DESCRIBE_STRUCT(DecisionWorded, (), (decision, text, source))
struct MeasurePlanned { MeasureId measure; ThemeId theme; DecisionId decision; bool trial = false; std::string date; };
BOOST_DESCRIBE_STRUCT(MeasurePlanned, (), (measure, theme, decision, trial, date))
struct MeasureWorded { MeasureId measure; std::string text; std::string owner; std::string hypothesis; };  // (text)
BOOST_DESCRIBE_STRUCT(MeasureWorded, (), (measure, text, owner, hypothesis))
struct MeasureWithdrawn { MeasureId measure; };
BOOST_DESCRIBE_STRUCT(MeasureWithdrawn, (), (measure))
/// Milestones of a measure are numbered from 1.
struct MilestonePlaced { MeasureId measure; int milestone = 0; std::string date; };
BOOST_DESCRIBE_STRUCT(MilestonePlaced, (), (measure, milestone, date))
struct MilestoneWorded { MeasureId measure; int milestone = 0; std::string text; };      // (text)
BOOST_DESCRIBE_STRUCT(MilestoneWorded, (), (measure, milestone, text))
struct MilestoneReached { MeasureId measure; int milestone = 0; bool reached = true; };
BOOST_DESCRIBE_STRUCT(MilestoneReached, (), (measure, milestone, reached))
/// An answer to "Hvordan gikk det?"; `date` is a new date to be done by, or empty. Answers of a measure are numbered from 1.
struct MeasureFollowedUp { MeasureId measure; Progress progress = Progress::planned; std::string date; bool by_owner = false; };
BOOST_DESCRIBE_STRUCT(MeasureFollowedUp, (), (measure, progress, date, by_owner))
struct FollowUpWorded { MeasureId measure; int answer = 0; std::string text; };          // (text)
BOOST_DESCRIBE_STRUCT(FollowUpWorded, (), (measure, answer, text))
struct TrialLearned { MeasureId measure; std::string learned; };                         // (text)
BOOST_DESCRIBE_STRUCT(TrialLearned, (), (measure, learned))
struct WorkshopTied { RoomId workshop; bool tied = true; };
BOOST_DESCRIBE_STRUCT(WorkshopTied, (), (workshop, tied))
struct ItemOutcomeSet { ItemId item; Outcome outcome = Outcome::none; };
BOOST_DESCRIBE_STRUCT(ItemOutcomeSet, (), (item, outcome))
struct ItemOutcomeWorded { ItemId item; std::string result; };                           // (text)
BOOST_DESCRIBE_STRUCT(ItemOutcomeWorded, (), (item, result))
struct EvaluationCounted { Influence influence = Influence::none; int people = 0; };
BOOST_DESCRIBE_STRUCT(EvaluationCounted, (), (influence, people))
struct EvaluationWritten { std::string well; std::string learned; std::string changed; std::string sign; };  // (text)
BOOST_DESCRIBE_STRUCT(EvaluationWritten, (), (well, learned, changed, sign))
/// Sums from a count that lies outside the log (store/expectations.h): nobody's answer is in any event.
struct ExpectationsCounted { Expectations expectations; };
BOOST_DESCRIBE_STRUCT(ExpectationsCounted, (), (expectations))
struct StatementMade { StatementId statement; };
BOOST_DESCRIBE_STRUCT(StatementMade, (), (statement))
struct StatementWorded { StatementId statement; std::string name; std::string text; };   // (text)
BOOST_DESCRIBE_STRUCT(StatementWorded, (), (statement, name, text))

/// A text that was erased: its kind is known, its content is gone.
struct Erased { std::string kind; };
BOOST_DESCRIBE_STRUCT(Erased, (), (kind))

/// One of the above. A class of its own, so that copying and destroying one is compiled once and not in every file that holds one.
struct Event : std::variant<InvolvementCreated, RoomClosed, TextErased, InvolvementNamed, WhyWritten, ItemPlaced, ItemWorded, ItemWithdrawn,
                            PromiseMade, PromiseWorded, RolesAssigned, MethodChosen, MethodReasoned, EarlinessSet, EarlinessReasoned, PlanPlaced,
                            PlanWorded, StepPlaced, StepWorded, StepWithdrawn, ModerationSet, PhotosSet, YouthSet, YouthWorded, InvolvementOpened,
                            InputSet, InvolvementClosed, ChangeMade, ChangeReasoned, ContributionReceived, ContributionWorded, StanceTaken,
                            EntranceTaken, ContributionPhotoAdded, ContributionPhotoDescribed, ContributionPublished, ContributionRemoved,
                            RemovalReasoned, ContributionSupported, ThemeMade, ThemeNamed, ContributionsGrouped, AnswerGiven, AnswerReasoned,
                            DecisionRecorded, DecisionWorded, MeasurePlanned, MeasureWorded, MeasureWithdrawn, MilestonePlaced, MilestoneWorded,
                            MilestoneReached, MeasureFollowedUp, FollowUpWorded, TrialLearned, WorkshopTied, ItemOutcomeSet, ItemOutcomeWorded,
                            EvaluationCounted, EvaluationWritten, ExpectationsCounted, StatementMade, StatementWorded, Erased> {
  using variant::variant;
  Event();
  Event(const Event&);
  Event(Event&&) noexcept;
  Event& operator=(const Event&);
  Event& operator=(Event&&) noexcept;
  ~Event();
};
using Events = std::vector<Event>;

/// Folds one event into the state. Total: unknown references and erased texts change nothing that they cannot.
void apply(Involvement& involvement, const Event& event, const Recorded& recorded);

}  // namespace knippe::domain::involvement
