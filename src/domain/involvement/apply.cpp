#include <algorithm>

#include "domain/involvement/bounds.h"
#include "domain/involvement/events.h"
#include "domain/numbered.h"

namespace knippe::domain::involvement {
namespace {

template <class IdType>
void put_in(std::vector<IdType>& sorted, IdType id) {
  const auto place = std::ranges::lower_bound(sorted, id);
  if (place == sorted.end() || *place != id) sorted.insert(place, id);
}
template <class IdType>
void take_out(std::vector<IdType>& sorted, IdType id) {
  const auto place = std::ranges::lower_bound(sorted, id);
  if (place != sorted.end() && *place == id) sorted.erase(place);
}

std::string name_of(Openness openness) { return boost::describe::enum_to_string(openness, ""); }
std::string name_of(Level level) { return boost::describe::enum_to_string(level, ""); }

/// One fold step; each event has one overload.
struct Fold {
  Involvement& i;
  Recorded recorded;

  /// What was public before and is now, under the change that was made last.
  void differs(const char* field, const std::string& was, const std::string& now) {
    if (i.phase == Phase::open && !i.changes.empty() && was != now) i.changes.back().differences.push_back({field, was, now});
  }

  void operator()(const InvolvementCreated& e) {
    i.exists = true;
    i.language = e.language;
    i.time_zone = e.time_zone;
    i.simulated = e.simulated;
  }
  /// Everything is forgotten at once, also before the bodies are erased.
  void operator()(const RoomClosed&) {
    i = Involvement{};
    i.phase = Phase::closed;
    i.deleted = true;
    i.deleted_at = recorded.time;
  }
  /// Words go; when something was said, and every number, stands.
  void operator()(const TextErased& e) {
    const std::uint32_t n = e.text.number;
    CaseMeasure* const planned = at(i.measures, MeasureId{n});
    switch (e.text.kind) {
      case TextKind::contribution: return (*this)(ContributionWorded{ContributionId{n}, {}, {}, {}});
      case TextKind::removal: return (*this)(RemovalReasoned{ContributionId{n}, {}});
      case TextKind::roles: i.roles = {}; return;
      case TextKind::decision: return (*this)(DecisionWorded{DecisionId{n}, {}, {}});
      case TextKind::measure: return (*this)(MeasureWorded{MeasureId{n}, {}, {}, {}});
      case TextKind::learned: return (*this)(TrialLearned{MeasureId{n}, {}});
      case TextKind::outcome: return (*this)(ItemOutcomeWorded{ItemId{n}, {}});
      case TextKind::statement: return (*this)(StatementWorded{StatementId{n}, {}, {}});
      case TextKind::photo:
        if (Contribution* contribution = at(i.contributions, ContributionId{n})) contribution->photo = {};
        return;
      case TextKind::step: return (*this)(StepWorded{StepId{n}, {}, {}});
      case TextKind::answer:
        if (Theme* theme = at(i.themes, ThemeId{n})) theme->answer.reason.clear();
        return;
      case TextKind::milestones:
        if (planned) for (Milestone& each : planned->milestones) each.text.clear();
        return;
      case TextKind::follow_ups:
        if (planned) for (FollowUp& each : planned->measure.answers) each.text.clear();
        return;
      case TextKind::evaluation: i.evaluation.well = i.evaluation.learned = i.evaluation.changed = i.evaluation.sign = {};
    }
  }
  void operator()(const InvolvementNamed& e) {
    i.title = e.title;
    i.summary = e.summary;
  }
  void operator()(const WhyWritten& e) {
    differs("problem", i.why.problem, e.why.problem);
    differs("goal", i.why.goal, e.why.goal);
    differs("use", i.why.use, e.why.use);
    differs("sign", i.why.sign, e.why.sign);
    i.why = e.why;
  }
  void operator()(const ItemPlaced& e) {
    const bool is_new = e.item.value == i.items.size() + 1;
    if (RoomItem* item = next_or_at(i.items, e.item)) {
      if (!is_new) differs("openness", name_of(item->openness), name_of(e.openness));
      item->openness = e.openness;
    }
  }
  void operator()(const ItemWorded& e) {
    if (RoomItem* item = at(i.items, e.item)) {
      differs("item", item->text, e.text);
      differs("reason", item->reason, e.reason);
      differs("source", item->source, e.source);
      item->text = e.text;
      item->reason = e.reason;
      item->source = e.source;
    }
  }
  void operator()(const ItemWithdrawn& e) {
    if (RoomItem* item = at(i.items, e.item)) {
      differs("item", item->text, "");
      item->withdrawn = true;
    }
  }
  void operator()(const PromiseMade& e) {
    differs("level", name_of(i.promise.level), name_of(e.level));
    differs("decides_on", i.promise.decides_on, e.decides_on);
    differs("answer_by", i.promise.answer_by, e.answer_by);
    i.promise.level = e.level;
    i.promise.decides_on = e.decides_on;
    i.promise.answer_by = e.answer_by;
  }
  void operator()(const PromiseWorded& e) {
    differs("decides", i.promise.decides, e.decides);
    differs("answer", i.promise.answer, e.answer);
    i.promise.decides = e.decides;
    i.promise.answer = e.answer;
  }
  void operator()(const RolesAssigned& e) { i.roles = e.roles; }
  void operator()(const MethodChosen& e) { i.method = e.method; }
  void operator()(const MethodReasoned& e) { i.method_reason = e.reason; }
  void operator()(const EarlinessSet& e) { i.earliness = e.earliness; }
  void operator()(const EarlinessReasoned& e) { i.earliness_reason = e.reason; }
  void operator()(const PlanPlaced& e) {
    i.plan.kind = e.kind;
    i.plan.hearing_from = e.hearing_from;
    i.plan.hearing_to = e.hearing_to;
  }
  void operator()(const PlanWorded& e) {
    i.plan.matter = e.matter;
    i.plan.case_number = e.case_number;
  }
  /// "2027-01-20T18:00/2027-01-20T20:00": when a step is, as one value.
  static std::string when(const Step& step) {
    const auto end = [](const std::string& day, const std::string& time) { return time.empty() ? day : day + "T" + time; };
    return end(step.starts, step.from) + "/" + end(step.last_day(), step.until);
  }
  void touch(Step& step) {
    if (step.changed_at != Instant{}) ++step.revision;
    step.changed_at = recorded.time;
  }
  void operator()(const StepPlaced& e) {
    const bool is_new = e.step.value == i.steps.size() + 1;
    Step* step = next_or_at(i.steps, e.step);
    if (!step) return;
    const std::string field = std::to_string(e.step.value), was = when(*step), was_kind = boost::describe::enum_to_string(step->kind, "");
    step->kind = e.kind;
    step->starts = e.starts;
    step->ends = e.ends;
    step->from = e.from;
    step->until = e.until;
    step->workshop = e.workshop;
    touch(*step);
    if (is_new) return;
    differs(("step:" + field).c_str(), was, when(*step));
    differs(("step_kind:" + field).c_str(), was_kind, boost::describe::enum_to_string(step->kind, ""));
  }
  void operator()(const StepWorded& e) {
    Step* step = at(i.steps, e.step);
    if (!step) return;
    step->title = e.title;
    step->place = e.place;
    touch(*step);
  }
  void operator()(const StepWithdrawn& e) {
    Step* step = at(i.steps, e.step);
    if (!step || step->withdrawn) return;
    differs(("step:" + std::to_string(e.step.value)).c_str(), when(*step), "");
    step->withdrawn = true;
    touch(*step);
  }
  void operator()(const ModerationSet& e) { i.moderation = e.moderation; }
  void operator()(const PhotosSet& e) { i.takes_photos = e.taken; }
  void operator()(const YouthSet& e) { i.youth.open = e.open; }
  void operator()(const YouthWorded& e) {
    if (i.youth.open) {
      differs("youth_about", i.youth.about, e.about);
      differs("youth_influence", i.youth.influence, e.influence);
      differs("youth_after", i.youth.after, e.after);
    }
    i.youth = {i.youth.open, e.about, e.influence, e.after};
  }
  void operator()(const InvolvementOpened& e) {
    i.phase = Phase::open;
    i.information = e.information;
    i.opened_at = recorded.time;
  }
  void operator()(const InputSet& e) { i.takes_input = e.open; }
  void operator()(const InvolvementClosed&) {
    i.phase = Phase::closed;
    i.takes_input = false;
    i.closed_at = recorded.time;
  }
  void operator()(const ChangeMade& e) { i.changes.push_back({e.part, recorded.time, {}, {}}); }
  void operator()(const ChangeReasoned& e) {
    if (!i.changes.empty()) i.changes.back().reason = e.reason;
  }

  void operator()(const ContributionReceived& e) {
    if (e.contribution.value != i.contributions.size() + 1) return;
    Contribution& contribution = i.contributions.emplace_back();
    contribution.id = e.contribution;
    contribution.record = recorded.seq;
    contribution.at = recorded.time;
    contribution.source = e.source;
    contribution.theme = e.theme;
    contribution.people = e.people;
    i.waiting.push_back(e.contribution);
    if (e.phone && e.phone.value <= bounds::phones) count_sent(e.phone);
  }
  void count_sent(PhoneId phone) {
    auto place = std::ranges::lower_bound(i.senders, phone, {}, &Sender::phone);
    if (place == i.senders.end() || place->phone != phone) place = i.senders.insert(place, {phone, 0, recorded.time, 0});
    if (recorded.time.ms - place->window.ms >= bounds::window_ms) {
      place->window = recorded.time;
      place->in_window = 0;
    }
    ++place->sent;
    ++place->in_window;
  }
  void operator()(const ContributionWorded& e) {
    if (Contribution* contribution = at(i.contributions, e.contribution)) {
      contribution->text = e.text;
      contribution->place = e.place;
      contribution->group_name = e.group_name;
    }
  }
  std::vector<ContributionId>& list_of(ContributionStatus status) {
    switch (status) {
      case ContributionStatus::waiting: return i.waiting;
      case ContributionStatus::published: return i.published;
      case ContributionStatus::removed: return i.removed;
    }
    return i.waiting;
  }
  void operator()(const StanceTaken& e) {
    if (Contribution* contribution = at(i.contributions, e.contribution)) contribution->stance = e.stance;
  }
  void operator()(const EntranceTaken& e) {
    Contribution* contribution = at(i.contributions, e.contribution);
    if (!contribution) return;
    if (contribution->status == ContributionStatus::published && e.entrance != contribution->entrance) e.entrance == Entrance::youth ? ++i.from_youth : --i.from_youth;
    contribution->entrance = e.entrance;
    contribution->company = e.company;
  }
  void operator()(const ContributionPhotoAdded& e) {
    if (Contribution* contribution = at(i.contributions, e.contribution)) contribution->photo = {e.commitment, e.width, e.height, {}};
  }
  void operator()(const ContributionPhotoDescribed& e) {
    if (Contribution* contribution = at(i.contributions, e.contribution)) contribution->photo.alt = e.alt;
  }
  static void show(Theme& theme, const Contribution& contribution) {
    put_in(theme.published, contribution.id);
    if (contribution.stance != Stance::none) put_in(contribution.stance == Stance::pro ? theme.pro : theme.con, contribution.id);
  }
  static void hide(Theme& theme, const Contribution& contribution) {
    for (auto* list : {&theme.published, &theme.pro, &theme.con}) take_out(*list, contribution.id);
  }
  void move(Contribution& contribution, ContributionStatus to) {
    using enum ContributionStatus;
    if (contribution.status == to) return;
    Theme* theme = at(i.themes, contribution.theme);
    const auto supports = static_cast<std::uint32_t>(contribution.supporters.size());
    if (contribution.status == published) {
      i.supports -= supports;
      i.from_youth -= contribution.entrance == Entrance::youth;
      if (theme) hide(*theme, contribution);
    }
    take_out(list_of(contribution.status), contribution.id);
    contribution.status = to;
    put_in(list_of(to), contribution.id);
    if (to == published) {
      i.supports += supports;
      i.from_youth += contribution.entrance == Entrance::youth;
      if (theme) show(*theme, contribution);
    }
  }
  void operator()(const ContributionPublished& e) {
    if (Contribution* contribution = at(i.contributions, e.contribution)) {
      move(*contribution, ContributionStatus::published);
      contribution->removal.clear();
    }
  }
  void operator()(const ContributionRemoved& e) {
    if (Contribution* contribution = at(i.contributions, e.contribution)) {
      move(*contribution, ContributionStatus::removed);
      contribution->rule = e.rule;
    }
  }
  void operator()(const RemovalReasoned& e) {
    if (Contribution* contribution = at(i.contributions, e.contribution)) contribution->removal = e.reason;
  }
  void operator()(const ContributionSupported& e) {
    Contribution* contribution = at(i.contributions, e.contribution);
    if (!contribution || !e.phone || e.phone.value > bounds::phones) return;
    const auto before = contribution->supporters.size();
    e.supported ? put_in(contribution->supporters, e.phone) : take_out(contribution->supporters, e.phone);
    if (contribution->status == ContributionStatus::published)
      i.supports += static_cast<std::uint32_t>(contribution->supporters.size()) - static_cast<std::uint32_t>(before);
  }

  void operator()(const ThemeMade& e) { next_or_at(i.themes, e.theme); }
  void operator()(const ThemeNamed& e) {
    if (Theme* theme = at(i.themes, e.theme)) theme->name = e.name;
  }
  void operator()(const ContributionsGrouped& e) {
    for (const ContributionId id : e.contributions) {
      Contribution* contribution = at(i.contributions, id);
      if (!contribution) continue;
      const bool shown = contribution->status == ContributionStatus::published;
      if (Theme* old = at(i.themes, contribution->theme); old && shown) hide(*old, *contribution);
      contribution->theme = e.theme;
      if (Theme* theme = at(i.themes, e.theme); theme && shown) show(*theme, *contribution);
    }
  }
  void operator()(const AnswerGiven& e) {
    if (Theme* theme = at(i.themes, e.theme)) {
      theme->answer.verdict = e.verdict;
      theme->answer.item = e.item;
      theme->answer.at = recorded.time;
    }
  }
  void operator()(const AnswerReasoned& e) {
    if (Theme* theme = at(i.themes, e.theme)) {
      theme->answer.reason = e.reason;
      theme->answer.at = recorded.time;
    }
  }

  void operator()(const DecisionRecorded& e) {
    if (Decision* decision = next_or_at(i.decisions, e.decision)) {
      decision->date = e.date;
      decision->themes = e.themes;
    }
  }
  void operator()(const DecisionWorded& e) {
    if (Decision* decision = at(i.decisions, e.decision)) {
      decision->text = e.text;
      decision->source = e.source;
    }
  }
  void operator()(const MeasurePlanned& e) {
    const bool is_new = e.measure.value == i.measures.size() + 1;
    CaseMeasure* planned = next_or_at(i.measures, e.measure);
    if (!planned) return;
    planned->theme = e.theme;
    planned->decision = e.decision;
    planned->trial = e.trial;
    planned->measure.id = e.measure;
    if (!is_new && planned->measure.date != e.date) planned->moved_at = recorded.time;
    planned->measure.date = e.date;
    if (is_new) planned->measure.planned_at = recorded.time;
  }
  void operator()(const MeasureWorded& e) {
    if (CaseMeasure* planned = at(i.measures, e.measure)) {
      planned->measure.text = e.text;
      planned->measure.owner = e.owner;
      planned->hypothesis = e.hypothesis;
    }
  }
  void operator()(const MeasureWithdrawn& e) {
    if (CaseMeasure* planned = at(i.measures, e.measure)) planned->measure.deleted = true;
  }
  Milestone* milestone_of(MeasureId measure, int number) {
    CaseMeasure* planned = at(i.measures, measure);
    if (!planned || number < 1 || static_cast<std::size_t>(number) > planned->milestones.size()) return nullptr;
    return &planned->milestones[static_cast<std::size_t>(number) - 1];
  }
  void operator()(const MilestonePlaced& e) {
    if (CaseMeasure* planned = at(i.measures, e.measure); planned && static_cast<std::size_t>(e.milestone) == planned->milestones.size() + 1)
      planned->milestones.emplace_back();
    if (Milestone* milestone = milestone_of(e.measure, e.milestone)) milestone->date = e.date;
  }
  void operator()(const MilestoneWorded& e) {
    if (Milestone* milestone = milestone_of(e.measure, e.milestone)) milestone->text = e.text;
  }
  void operator()(const MilestoneReached& e) {
    if (Milestone* milestone = milestone_of(e.measure, e.milestone)) {
      milestone->reached = e.reached;
      milestone->reached_at = e.reached ? recorded.time : Instant{};
    }
  }
  void operator()(const MeasureFollowedUp& e) {
    if (CaseMeasure* planned = at(i.measures, e.measure))
      planned->measure.answers.push_back({e.progress, planned->trial, e.date, e.by_owner, {}, recorded.time});
  }
  void operator()(const FollowUpWorded& e) {
    CaseMeasure* planned = at(i.measures, e.measure);
    if (planned && e.answer >= 1 && static_cast<std::size_t>(e.answer) <= planned->measure.answers.size())
      planned->measure.answers[static_cast<std::size_t>(e.answer) - 1].text = e.text;
  }
  void operator()(const TrialLearned& e) {
    if (CaseMeasure* planned = at(i.measures, e.measure)) planned->learned = e.learned;
  }
  void operator()(const WorkshopTied& e) { e.tied ? put_in(i.workshops, e.workshop) : take_out(i.workshops, e.workshop); }

  void operator()(const ItemOutcomeSet& e) {
    if (RoomItem* item = at(i.items, e.item)) item->outcome = e.outcome;
  }
  void operator()(const ItemOutcomeWorded& e) {
    if (RoomItem* item = at(i.items, e.item)) item->result = e.result;
  }
  void operator()(const EvaluationCounted& e) {
    i.evaluation.influence = e.influence;
    i.evaluation.people = e.people;
    i.evaluation.at = recorded.time;
  }
  void operator()(const EvaluationWritten& e) {
    i.evaluation.well = e.well;
    i.evaluation.learned = e.learned;
    i.evaluation.changed = e.changed;
    i.evaluation.sign = e.sign;
    i.evaluation.at = recorded.time;
  }
  void operator()(const ExpectationsCounted& e) { i.expectations = e.expectations; }
  void operator()(const StatementMade& e) {
    if (e.statement.value == i.statements.size() + 1) i.statements.push_back({e.statement, recorded.time, {}, {}});
  }
  void operator()(const StatementWorded& e) {
    if (Statement* statement = at(i.statements, e.statement)) {
      statement->name = e.name;
      statement->text = e.text;
    }
  }
  void operator()(const Erased&) {}
};

}  // namespace

void apply(Involvement& involvement, const Event& event, const Recorded& recorded) { std::visit(Fold{involvement, recorded}, event); }

}  // namespace knippe::domain::involvement
