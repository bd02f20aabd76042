#include "domain/involvement/gate.h"

#include <algorithm>

#include "domain/involvement/bounds.h"

namespace knippe::domain::involvement {
namespace {

struct Gaps {
  std::vector<Gap> found;
  void when(bool missing, Gap gap) {
    if (missing) found.push_back(gap);
  }
};

void look_at_room(Gaps& gaps, const Involvement& i, bool information) {
  bool any = false, reasons = true, sources = true;
  for (const RoomItem& item : i.items) {
    if (item.withdrawn) continue;
    any = true;
    reasons = reasons && !item.reason.empty();
    sources = sources && (item.openness != Openness::fixed || !item.source.empty());
  }
  gaps.when(!any, Gap::room_empty);
  gaps.when(!reasons, Gap::room_reason);
  gaps.when(!sources, Gap::room_source);
  gaps.when(any && !information && !i.has_room(), Gap::nothing_open);
}

void look_at_promise(Gaps& gaps, const Involvement& i, bool information) {
  const Promise& p = i.promise;
  if (!information) {
    gaps.when(p.level == Level::none, Gap::promise_level);
    gaps.when(p.level == Level::inform, Gap::promise_informs_only);
  }
  gaps.when(p.decides.empty(), Gap::promise_decides);
  gaps.when(p.decides_on.empty(), Gap::promise_decides_on);
  if (information) return;
  gaps.when(p.answer.empty(), Gap::promise_answer);
  gaps.when(p.answer_by.empty(), Gap::promise_answer_by);
}

}  // namespace

std::vector<Gap> gaps_of(const Involvement& i, bool information) {
  Gaps gaps;
  gaps.when(i.why.problem.empty(), Gap::why_problem);
  gaps.when(i.why.goal.empty(), Gap::why_goal);
  if (!information) {
    gaps.when(i.why.use.empty(), Gap::why_use);
    gaps.when(i.why.sign.empty(), Gap::why_sign);
  }
  look_at_room(gaps, i, information);
  look_at_promise(gaps, i, information);
  gaps.when(i.roles.political.empty(), Gap::roles_political);
  gaps.when(i.roles.administrative.empty(), Gap::roles_administrative);
  if (!information) {
    gaps.when(i.roles.answers.empty(), Gap::roles_answers);
    gaps.when(i.roles.expected.empty(), Gap::roles_expected);
    gaps.when(i.method.empty(), Gap::method);
    gaps.when(i.method_reason.empty(), Gap::method_reason);
    gaps.when(i.earliness == Earliness::none, Gap::earliness);
    gaps.when(i.earliness == Earliness::proposal && i.earliness_reason.empty(), Gap::earliness_reason);
  }
  gaps.when(i.plan.kind == PlanKind::none, Gap::plan_kind);
  gaps.when(i.plan.matter.empty(), Gap::plan_matter);
  gaps.when(i.plan.case_number.empty(), Gap::plan_case_number);
  return std::move(gaps.found);
}

std::vector<YouthGap> gaps_of(const Youth& youth) {
  std::vector<YouthGap> found;
  if (youth.about.empty()) found.push_back(YouthGap::about);
  if (youth.influence.empty()) found.push_back(YouthGap::influence);
  if (youth.after.empty()) found.push_back(YouthGap::after);
  return found;
}

Section section_of(Gap gap) {
  if (gap <= Gap::why_sign) return Section::why;
  if (gap <= Gap::nothing_open) return Section::room;
  if (gap <= Gap::promise_answer_by) return Section::promise;
  if (gap <= Gap::roles_expected) return Section::roles;
  if (gap <= Gap::method_reason) return Section::method;
  return gap <= Gap::earliness_reason ? Section::earliness : Section::plan;
}

int hearing_days(const Involvement& i) { return days_of(i.plan.hearing_from, i.plan.hearing_to); }
bool is_short_hearing(int days) { return days != 0 && days < bounds::hearing_days; }

int shortest_hearing_days(const Involvement& i) {
  int shortest = hearing_days(i);
  for (const Step& step : i.steps) {
    if (step.withdrawn || step.kind != StepKind::hearing) continue;
    const int days = days_of(step.starts, step.last_day());
    shortest = shortest == 0 ? days : std::min(shortest, days);
  }
  return shortest;
}

bool hearing_is_short(const Involvement& i) { return is_short_hearing(shortest_hearing_days(i)); }

}  // namespace knippe::domain::involvement
