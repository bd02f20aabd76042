#include "domain/involvement/texts.h"

#include "domain/overloaded.h"

namespace knippe::domain::involvement {

std::optional<HeldText> text_of(const Event& event) {
  using enum TextKind;
  using Text = std::optional<HeldText>;
  return std::visit(
      Overloaded{
          [](const ContributionWorded& e) -> Text { return HeldText{{contribution, e.contribution.value}, {e.text, e.place, e.group_name}}; },
          [](const RemovalReasoned& e) -> Text { return HeldText{{removal, e.contribution.value}, {e.reason}}; },
          [](const AnswerReasoned& e) -> Text { return HeldText{{answer, e.theme.value}, {e.reason}}; },
          [](const RolesAssigned& e) -> Text {
            return HeldText{{roles, 1}, {e.roles.political, e.roles.administrative, e.roles.answers, e.roles.expected}};
          },
          [](const DecisionWorded& e) -> Text { return HeldText{{decision, e.decision.value}, {e.text, e.source}}; },
          [](const MeasureWorded& e) -> Text { return HeldText{{measure, e.measure.value}, {e.text, e.owner, e.hypothesis}}; },
          [](const MilestoneWorded& e) -> Text { return HeldText{{milestones, e.measure.value}, {e.text}}; },
          [](const FollowUpWorded& e) -> Text { return HeldText{{follow_ups, e.measure.value}, {e.text}}; },
          [](const TrialLearned& e) -> Text { return HeldText{{learned, e.measure.value}, {e.learned}}; },
          [](const ItemOutcomeWorded& e) -> Text { return HeldText{{outcome, e.item.value}, {e.result}}; },
          [](const EvaluationWritten& e) -> Text { return HeldText{{evaluation, 1}, {e.well, e.learned, e.changed, e.sign}}; },
          [](const StatementWorded& e) -> Text { return HeldText{{statement, e.statement.value}, {e.name, e.text}}; },
          [](const StepWorded& e) -> Text { return HeldText{{step, e.step.value}, {e.title, e.place}}; },
          [](const ContributionPhotoDescribed& e) -> Text { return HeldText{{photo, e.contribution.value}, {e.alt}}; },
          [](const ContributionPhotoAdded& e) -> Text { return HeldText{{photo, e.contribution.value}, {}, false}; },
          [](const auto&) -> Text { return std::nullopt; },
      },
      event);
}

std::vector<std::string> names_in(const HeldText& held) {
  std::vector<std::string> names;
  if (held.of.kind == TextKind::measure) names = {held.words[1]};
  if (held.of.kind == TextKind::statement) names = {held.words[0]};
  if (held.of.kind == TextKind::roles) names = {held.words[0], held.words[1], held.words[2]};
  std::erase(names, "");
  return names;
}

std::vector<TextRef> with_what_repeats(const Involvement&, const TextRef& text) {
  using enum TextKind;
  if (text.kind == contribution) return {text, {removal, text.number}, {photo, text.number}};
  if (text.kind == measure) return {text, {milestones, text.number}, {follow_ups, text.number}, {learned, text.number}};
  return {text};
}

bool is_known(const Involvement& involvement, const TextRef& text) {
  switch (text.kind) {
    case TextKind::contribution:
    case TextKind::removal:
    case TextKind::photo: return involvement.find_contribution(ContributionId{text.number}) != nullptr;
    case TextKind::answer: return involvement.find_theme(ThemeId{text.number}) != nullptr;
    case TextKind::decision: return involvement.find_decision(DecisionId{text.number}) != nullptr;
    case TextKind::measure:
    case TextKind::milestones:
    case TextKind::follow_ups:
    case TextKind::learned: return involvement.find_measure(MeasureId{text.number}) != nullptr;
    case TextKind::outcome: return text.number >= 1 && text.number <= involvement.items.size();
    case TextKind::statement: return text.number >= 1 && text.number <= involvement.statements.size();
    case TextKind::step: return text.number >= 1 && text.number <= involvement.steps.size();
    case TextKind::roles:
    case TextKind::evaluation: return text.number == 1;
  }
  return false;
}

bool is_name(const TextRef& text) { return text.kind == TextKind::roles; }

bool goes_in_time(const TextRef& text) {
  switch (text.kind) {
    case TextKind::contribution:
    case TextKind::removal:
    case TextKind::photo:
    case TextKind::roles:
    case TextKind::measure:
    case TextKind::milestones:
    case TextKind::follow_ups:
    case TextKind::statement: return true;
    case TextKind::answer:
    case TextKind::decision:
    case TextKind::learned:
    case TextKind::outcome:
    case TextKind::evaluation:
    case TextKind::step: return false;
  }
  return false;
}

}  // namespace knippe::domain::involvement
