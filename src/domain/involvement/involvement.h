#pragma once
// The state of one involvement process (in the UI: sak). A fold over events.h: everything a page needs, nothing about how it is
// stored. Texts live in their own members, so that an erased text leaves every count standing. Lists that pages turn over are kept
// in order here, so that a page costs the same with twelve contributions as with twelve thousand.

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "domain/measure/measure.h"

namespace knippe::domain::involvement {

using ItemId = Id<struct ItemTag>;
using ThemeId = Id<struct ThemeTag>;
using ContributionId = Id<struct ContributionTag>;
using DecisionId = Id<struct DecisionTag>;
using StatementId = Id<struct StatementTag>;
using StepId = Id<struct StepTag>;

/// draft: its owner is filling it in. open: public. closed: over, read only.
enum class Phase { draft, open, closed };
BOOST_DESCRIBE_ENUM(Phase, draft, open, closed)

/// Key 1.
struct Why {
  std::string problem;  ///< what is wrong
  std::string goal;     ///< what is to be achieved
  std::string use;      ///< what contributions will be used for
  std::string sign;     ///< how one will see that it worked
  bool operator==(const Why&) const = default;
};
BOOST_DESCRIBE_STRUCT(Why, (), (problem, goal, use, sign))

/// Keys 2 and 18: what can be influenced, and what cannot.
enum class Openness { open, partly, fixed };
BOOST_DESCRIBE_ENUM(Openness, open, partly, fixed)
/// Key 15: whether what was said about an item was kept.
enum class Outcome { none, kept, partly, not_kept };
BOOST_DESCRIBE_ENUM(Outcome, none, kept, partly, not_kept)
struct RoomItem {
  ItemId id;
  Openness openness = Openness::open;
  std::string text;
  std::string reason;
  std::string source;  ///< of a fixed one: law, decision with case number, budget
  bool withdrawn = false;
  Outcome outcome = Outcome::none;
  std::string result = {};  ///< what became of it
  bool operator==(const RoomItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(RoomItem, (), (id, openness, text, reason, source, withdrawn, outcome, result))

/// The five levels of the IAP2 spectrum.
enum class Level { none, inform, consult, involve, collaborate, empower };
BOOST_DESCRIBE_ENUM(Level, none, inform, consult, involve, collaborate, empower)
/// Keys 15 and 18. Dates are "YYYY-MM-DD" or empty.
struct Promise {
  Level level = Level::none;
  std::string decides;     ///< who decides
  std::string decides_on;
  std::string answer;      ///< what answer people get
  std::string answer_by;
  bool operator==(const Promise&) const = default;
};
BOOST_DESCRIBE_STRUCT(Promise, (), (level, decides, decides_on, answer, answer_by))

/// Key 5.
struct Roles {
  std::string political;
  std::string administrative;
  std::string answers;   ///< who answers contributions
  std::string expected;  ///< what is expected of participants
  bool operator==(const Roles&) const = default;
};
BOOST_DESCRIBE_STRUCT(Roles, (), (political, administrative, answers, expected))

/// Keys 7 and 17: what people meet.
enum class Earliness { none, problem, alternatives, proposal };
BOOST_DESCRIBE_ENUM(Earliness, none, problem, alternatives, proposal)

/// Key 10.
enum class PlanKind { none, municipal_plan, zoning_plan, theme_plan, budget, service, other };
BOOST_DESCRIBE_ENUM(PlanKind, none, municipal_plan, zoning_plan, theme_plan, budget, service, other)
struct Plan {
  PlanKind kind = PlanKind::none;
  std::string matter;       ///< which plan or matter
  std::string case_number;
  std::string hearing_from; ///< "YYYY-MM-DD" or empty: no formal hearing
  std::string hearing_to;
  bool operator==(const Plan&) const = default;
};
BOOST_DESCRIBE_STRUCT(Plan, (), (kind, matter, case_number, hearing_from, hearing_to))

enum class StepKind { input, workshop, ranking, event, hearing, answer, decision, follow_up };
BOOST_DESCRIBE_ENUM(StepKind, input, workshop, ranking, event, hearing, answer, decision, follow_up)
/// A dated step of the process.
struct Step {
  StepId id;
  StepKind kind = StepKind::input;
  std::string starts;  ///< "YYYY-MM-DD"
  std::string ends;    ///< "YYYY-MM-DD" or empty: one day
  std::string from;    ///< "HH:MM" on the clocks of the case's time zone, or empty: all day
  std::string until;   ///< "HH:MM" or empty
  RoomId workshop;     ///< of this installation, for a step of that kind; 0: none
  std::string title;   ///< empty: called by its kind
  std::string place;
  bool withdrawn = false;
  int revision = 0;    ///< rises with each change, so that calendars know which is newer
  Instant changed_at;
  const std::string& last_day() const { return ends.empty() ? starts : ends; }
  bool operator==(const Step&) const = default;
};
BOOST_DESCRIBE_STRUCT(Step, (), (id, kind, starts, ends, from, until, workshop, title, place, withdrawn, revision, changed_at))

/// The second, plainer entrance for children and youth, in the owner's short words.
struct Youth {
  bool open = false;
  std::string about;      ///< what the case is about, and why
  std::string influence;  ///< what one can change
  std::string after;      ///< what happens then
  bool operator==(const Youth&) const = default;
};
BOOST_DESCRIBE_STRUCT(Youth, (), (open, about, influence, after))

/// Whether a contribution is read before or after it is published.
enum class Moderation { before, after };
BOOST_DESCRIBE_ENUM(Moderation, before, after)

/// What people were told when it opened, and what of it was changed later.
enum class Part { why, room, promise, steps, youth };
BOOST_DESCRIBE_ENUM(Part, why, room, promise, steps, youth)
struct Difference {
  std::string field;  ///< "problem", "item", "decides_on", "step:3", …
  std::string was;
  std::string now;
  bool operator==(const Difference&) const = default;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (field, was, now))
struct Change {
  Part part = Part::why;
  Instant at;
  std::string reason;
  std::vector<Difference> differences;
  bool operator==(const Change&) const = default;
};
BOOST_DESCRIBE_STRUCT(Change, (), (part, at, reason, differences))

enum class Verdict { none, taken_in, partly, tried_out, not_taken_in };
BOOST_DESCRIBE_ENUM(Verdict, none, taken_in, partly, tried_out, not_taken_in)
struct Answer {
  Verdict verdict = Verdict::none;
  ItemId item;          ///< of the room for manoeuvre
  std::string reason;
  Instant at;
  bool operator==(const Answer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (verdict, item, reason, at))

struct Theme {
  ThemeId id;
  std::string name;
  Answer answer;
  std::vector<ContributionId> published;  ///< ascending
  std::vector<ContributionId> pro;        ///< arguments among the published, ascending
  std::vector<ContributionId> con;
  bool operator==(const Theme&) const = default;
};
BOOST_DESCRIBE_STRUCT(Theme, (), (id, name, answer, published, pro, con))

/// How it reached us. Staff type in what was said or written on paper.
enum class Source { web, paper, spoken };
BOOST_DESCRIBE_ENUM(Source, web, paper, spoken)
/// An argument is a contribution that takes a side on its theme.
enum class Stance { none, pro, con };
BOOST_DESCRIBE_ENUM(Stance, none, pro, con)
/// Which of the case's pages it came from.
enum class Entrance { main, youth };
BOOST_DESCRIBE_ENUM(Entrance, main, youth)
/// With whom, asked only at the entrance for children and youth.
enum class Company { unsaid, alone, school_class, youth_council, others };
BOOST_DESCRIBE_ENUM(Company, unsaid, alone, school_class, youth_council, others)
enum class ContributionStatus { waiting, published, removed };
BOOST_DESCRIBE_ENUM(ContributionStatus, waiting, published, removed)
/// Why one is removed; the same list that the public reads.
enum class Rule { personal, hateful, unlawful, off_topic, duplicate, advertising };
BOOST_DESCRIBE_ENUM(Rule, personal, hateful, unlawful, off_topic, duplicate, advertising)

/// A photo that came with a contribution: seen where the contribution is seen. The picture lies in the store.
struct ContributionPhoto {
  std::string commitment;  ///< names it in the store; empty: there is none, or it was erased
  int width = 0;
  int height = 0;
  std::string alt;         ///< what it shows, as the sender says; may be empty
  bool exists() const { return !commitment.empty(); }
  bool operator==(const ContributionPhoto&) const = default;
};
BOOST_DESCRIBE_STRUCT(ContributionPhoto, (), (commitment, width, height, alt))

struct Contribution {
  ContributionId id;
  Seq record;          ///< of its arrival; the text is in the next one
  Instant at;
  ContributionStatus status = ContributionStatus::waiting;
  Source source = Source::web;
  ThemeId theme;       ///< 0: none yet
  Stance stance = Stance::none;
  Entrance entrance = Entrance::main;
  Company company = Company::unsaid;
  int people = 0;      ///< of a group; 0: a person
  std::string text;    ///< empty when erased
  std::string place;
  std::string group_name;
  ContributionPhoto photo;
  Rule rule = Rule::personal;  ///< of a removed one
  std::string removal;         ///< its reason in words
  std::vector<PhoneId> supporters;  ///< ascending
  bool operator==(const Contribution&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contribution, (),
                      (id, record, at, status, source, theme, stance, entrance, company, people, text, place, group_name, photo, rule, removal, supporters))

/// What was decided, where it can be read, and which themes it concerns.
struct Decision {
  DecisionId id;
  std::string date;             ///< "YYYY-MM-DD"
  std::vector<ThemeId> themes;  ///< ascending; none: the case as a whole
  std::string text;             ///< empty when erased
  std::string source;           ///< body and case number
  bool operator==(const Decision&) const = default;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (id, date, themes, text, source))

/// A measure of this case: what every measure has, and where it comes from.
struct CaseMeasure {
  MeasureId id;
  ThemeId theme;        ///< whose answer it follows; 0: the case as a whole
  DecisionId decision;  ///< 0: none was needed
  bool trial = false;   ///< it may fail, and ends with what was learned
  std::string hypothesis;
  std::string learned;
  std::vector<Milestone> milestones;  ///< numbered from 1
  Measure measure;
  Instant moved_at;     ///< when it was planned anew with another date; 0: never
  bool operator==(const CaseMeasure&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseMeasure, (), (id, theme, decision, trial, hypothesis, learned, milestones, measure, moved_at))

/// Whether the input changed anything.
enum class Influence { none, yes, partly, no };
BOOST_DESCRIBE_ENUM(Influence, none, yes, partly, no)
/// The owner's short evaluation.
struct Evaluation {
  Influence influence = Influence::none;  ///< none: not written yet
  int people = 0;       ///< how many took part, by the owner's count
  std::string well;     ///< what went well
  std::string learned;
  std::string changed;  ///< what the input changed, or why it changed nothing
  std::string sign;     ///< what became of the sign that WHY names
  Instant at;
  bool operator==(const Evaluation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Evaluation, (), (influence, people, well, learned, changed, sign, at))

/// Key 18: how many answered 1, 2, … 5 to "Hvor mye tror du at du kan påvirke?", before and after. Empty: fewer than five answered.
struct Expectations {
  std::vector<int> entry;
  std::vector<int> exit;
  bool operator==(const Expectations&) const = default;
};
BOOST_DESCRIBE_STRUCT(Expectations, (), (entry, exit))

/// What one phone has sent.
struct Sender {
  PhoneId phone;
  int sent = 0;
  Instant window;   ///< when the present window began
  int in_window = 0;
  bool operator==(const Sender&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sender, (), (phone, sent, window, in_window))

/// What a politician says about the case, under their name.
struct Statement {
  StatementId id;
  Instant at;
  std::string name;  ///< empty when erased
  std::string text;  ///< empty when erased
  bool operator==(const Statement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Statement, (), (id, at, name, text))

struct Involvement {
  bool exists = false;
  bool deleted = false;      ///< for good; nothing else is known of it
  Instant deleted_at;
  bool simulated = false;    ///< made up: an example, nobody took part
  Phase phase = Phase::draft;
  bool information = false;  ///< nothing is open: a page without input
  bool takes_input = false;
  std::string language = "nb";
  std::string time_zone = "Europe/Oslo";
  std::string title;
  std::string summary;
  Why why;
  std::vector<RoomItem> items;  ///< index: id - 1
  Promise promise;
  Roles roles;
  std::string method;           ///< id of the shipped list
  std::string method_reason;
  Earliness earliness = Earliness::none;
  std::string earliness_reason;
  Plan plan;
  std::vector<Step> steps;      ///< index: id - 1
  Moderation moderation = Moderation::before;
  bool takes_photos = true;     ///< with contributions
  Youth youth;
  Instant opened_at;
  Instant closed_at;
  std::vector<Change> changes;

  std::vector<Theme> themes;                 ///< index: id - 1
  std::vector<Contribution> contributions;   ///< index: id - 1
  std::vector<ContributionId> published;     ///< ascending
  std::vector<ContributionId> waiting;       ///< ascending
  std::vector<ContributionId> removed;       ///< ascending
  std::uint32_t supports = 0;                ///< of published ones
  std::uint32_t from_youth = 0;              ///< published ones that came by their entrance
  std::vector<Sender> senders;               ///< by phone
  std::vector<Decision> decisions;           ///< index: id - 1
  std::vector<CaseMeasure> measures;         ///< index: id - 1
  std::vector<RoomId> workshops;             ///< that belong to this case, ascending
  Evaluation evaluation;
  Expectations expectations;
  std::vector<Statement> statements;         ///< index: id - 1

  const RoomItem* find_item(ItemId id) const;
  const Step* find_step(StepId id) const;
  /// Those that stand, by date.
  std::vector<const Step*> steps_in_order() const;
  const Theme* find_theme(ThemeId id) const;
  const Contribution* find_contribution(ContributionId id) const;
  /// The one whose arrival is this record.
  const Contribution* contribution_at(Seq record) const;
  const Sender* find_sender(PhoneId phone) const;
  const Decision* find_decision(DecisionId id) const;
  /// Also one that was withdrawn.
  const CaseMeasure* find_measure(MeasureId id) const;
  /// Something can be influenced.
  bool has_room() const;
  /// Published contributions in themes that have an answer.
  std::size_t answered() const;
  /// The last of the themes' answers that were given: 0 when there is none.
  Instant last_answer() const;
  std::size_t unanswered() const { return published.size() - answered(); }
  bool operator==(const Involvement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Involvement, (),
                      (exists, deleted, deleted_at, simulated, phase, information, takes_input, language, time_zone, title, summary, why, items, promise, roles,
                       method, method_reason, earliness, earliness_reason, plan, steps, moderation, takes_photos, youth, opened_at, closed_at, changes,
                       themes, contributions, published, waiting, removed, supports, from_youth, senders, decisions, measures, workshops, evaluation, expectations,
                       statements))

/// Days from one "YYYY-MM-DD" to a later one, both counted; 0 when either is none.
int days_of(const std::string& from, const std::string& to);

}  // namespace knippe::domain::involvement
