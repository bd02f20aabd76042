#include "views/involvement/naming.h"

#include "base/encoding.h"
#include "base/text.h"
#include "base/time.h"

namespace knippe::views {

using namespace involvement;

std::string_view name_of(const Words& w, Openness value) {
  switch (value) {
    case Openness::open: return w("involvement.openness_open");
    case Openness::partly: return w("involvement.openness_partly");
    case Openness::fixed: return w("involvement.openness_fixed");
  }
  __builtin_unreachable();
}

std::string_view line_of(const Words& w, Openness value) {
  switch (value) {
    case Openness::open: return w("involvement.openness_line_open");
    case Openness::partly: return w("involvement.openness_line_partly");
    case Openness::fixed: return w("involvement.openness_line_fixed");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, Level value) {
  switch (value) {
    case Level::none: return w("involvement.level_none");
    case Level::inform: return w("involvement.level_inform");
    case Level::consult: return w("involvement.level_consult");
    case Level::involve: return w("involvement.level_involve");
    case Level::collaborate: return w("involvement.level_collaborate");
    case Level::empower: return w("involvement.level_empower");
  }
  __builtin_unreachable();
}

std::string_view line_of(const Words& w, Level value) {
  switch (value) {
    case Level::none: return w("involvement.level_line_none");
    case Level::inform: return w("involvement.level_line_inform");
    case Level::consult: return w("involvement.level_line_consult");
    case Level::involve: return w("involvement.level_line_involve");
    case Level::collaborate: return w("involvement.level_line_collaborate");
    case Level::empower: return w("involvement.level_line_empower");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, Earliness value) {
  switch (value) {
    case Earliness::none: return w("involvement.earliness_none");
    case Earliness::problem: return w("involvement.earliness_problem");
    case Earliness::alternatives: return w("involvement.earliness_alternatives");
    case Earliness::proposal: return w("involvement.earliness_proposal");
  }
  __builtin_unreachable();
}

std::string_view line_of(const Words& w, Earliness value) {
  switch (value) {
    case Earliness::none: return w("involvement.earliness_line_none");
    case Earliness::problem: return w("involvement.earliness_line_problem");
    case Earliness::alternatives: return w("involvement.earliness_line_alternatives");
    case Earliness::proposal: return w("involvement.earliness_line_proposal");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, PlanKind value) {
  switch (value) {
    case PlanKind::none: return w("involvement.plan_kind_none");
    case PlanKind::municipal_plan: return w("involvement.plan_kind_municipal_plan");
    case PlanKind::zoning_plan: return w("involvement.plan_kind_zoning_plan");
    case PlanKind::theme_plan: return w("involvement.plan_kind_theme_plan");
    case PlanKind::budget: return w("involvement.plan_kind_budget");
    case PlanKind::service: return w("involvement.plan_kind_service");
    case PlanKind::other: return w("involvement.plan_kind_other");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, StepKind value) {
  switch (value) {
    case StepKind::input: return w("involvement.step_input");
    case StepKind::workshop: return w("involvement.step_workshop");
    case StepKind::ranking: return w("involvement.step_ranking");
    case StepKind::event: return w("involvement.step_event");
    case StepKind::hearing: return w("involvement.step_hearing");
    case StepKind::answer: return w("involvement.step_answer");
    case StepKind::decision: return w("involvement.step_decision");
    case StepKind::follow_up: return w("involvement.step_follow_up");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, Moderation value) {
  switch (value) {
    case Moderation::before: return w("involvement.moderation_before");
    case Moderation::after: return w("involvement.moderation_after");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, Rule value) {
  switch (value) {
    case Rule::personal: return w("involvement.rule_personal");
    case Rule::hateful: return w("involvement.rule_hateful");
    case Rule::unlawful: return w("involvement.rule_unlawful");
    case Rule::off_topic: return w("involvement.rule_off_topic");
    case Rule::duplicate: return w("involvement.rule_duplicate");
    case Rule::advertising: return w("involvement.rule_advertising");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, Stance stance) {
  switch (stance) {
    case Stance::none: return {};
    case Stance::pro: return w("argument.is_pro");
    case Stance::con: return w("argument.is_con");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, Verdict value) {
  switch (value) {
    case Verdict::none: return w("involvement.verdict_none");
    case Verdict::taken_in: return w("involvement.verdict_taken_in");
    case Verdict::partly: return w("involvement.verdict_partly");
    case Verdict::tried_out: return w("involvement.verdict_tried_out");
    case Verdict::not_taken_in: return w("involvement.verdict_not_taken_in");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, involvement::Part value) {
  switch (value) {
    case involvement::Part::why: return w("involvement.part_why");
    case involvement::Part::room: return w("involvement.part_room");
    case involvement::Part::promise: return w("involvement.part_promise");
    case involvement::Part::steps: return w("steps.part");
    case involvement::Part::youth: return w("youth.entrance");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, Section value) {
  switch (value) {
    case Section::why: return w("involvement.section_why");
    case Section::room: return w("involvement.section_room");
    case Section::promise: return w("involvement.section_promise");
    case Section::roles: return w("involvement.section_roles");
    case Section::method: return w("involvement.section_method");
    case Section::earliness: return w("involvement.section_earliness");
    case Section::plan: return w("involvement.section_plan");
  }
  __builtin_unreachable();
}

std::string_view line_of(const Words& w, Gap value) {
  switch (value) {
    case Gap::why_problem: return w("involvement.gap_why_problem");
    case Gap::why_goal: return w("involvement.gap_why_goal");
    case Gap::why_use: return w("involvement.gap_why_use");
    case Gap::why_sign: return w("involvement.gap_why_sign");
    case Gap::room_empty: return w("involvement.gap_room_empty");
    case Gap::room_reason: return w("involvement.gap_room_reason");
    case Gap::room_source: return w("involvement.gap_room_source");
    case Gap::nothing_open: return w("involvement.gap_nothing_open");
    case Gap::promise_level: return w("involvement.gap_promise_level");
    case Gap::promise_informs_only: return w("involvement.gap_promise_informs_only");
    case Gap::promise_decides: return w("involvement.gap_promise_decides");
    case Gap::promise_decides_on: return w("involvement.gap_promise_decides_on");
    case Gap::promise_answer: return w("involvement.gap_promise_answer");
    case Gap::promise_answer_by: return w("involvement.gap_promise_answer_by");
    case Gap::roles_political: return w("involvement.gap_roles_political");
    case Gap::roles_administrative: return w("involvement.gap_roles_administrative");
    case Gap::roles_answers: return w("involvement.gap_roles_answers");
    case Gap::roles_expected: return w("involvement.gap_roles_expected");
    case Gap::method: return w("involvement.gap_method");
    case Gap::method_reason: return w("involvement.gap_method_reason");
    case Gap::earliness: return w("involvement.gap_earliness");
    case Gap::earliness_reason: return w("involvement.gap_earliness_reason");
    case Gap::plan_kind: return w("involvement.gap_plan_kind");
    case Gap::plan_matter: return w("involvement.gap_plan_matter");
    case Gap::plan_case_number: return w("involvement.gap_plan_case_number");
  }
  __builtin_unreachable();
}

std::string_view slug_of(Section section) {
  switch (section) {
    case Section::why: return "hvorfor";
    case Section::room: return "rom";
    case Section::promise: return "lofte";
    case Section::roles: return "roller";
    case Section::method: return "metode";
    case Section::earliness: return "tidlig";
    case Section::plan: return "plan";
  }
  __builtin_unreachable();
}

std::string_view color_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::none: return "neutral";
    case Verdict::taken_in: return "success";
    case Verdict::partly: return "info";
    case Verdict::tried_out: return "warning";
    case Verdict::not_taken_in: return "neutral";
  }
  __builtin_unreachable();
}

Icon icon_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::none: return Icon::hourglass;
    case Verdict::taken_in: return Icon::checkmark_circle_fill;
    case Verdict::partly: return Icon::checkmark_circle;
    case Verdict::tried_out: return Icon::light_bulb;
    case Verdict::not_taken_in: return Icon::x_mark_octagon_fill;
  }
  __builtin_unreachable();
}

Icon icon_of(Openness openness) {
  switch (openness) {
    case Openness::open: return Icon::padlock_unlocked;
    case Openness::partly: return Icon::arrows_up_down;
    case Openness::fixed: return Icon::padlock_locked;
  }
  __builtin_unreachable();
}

std::string typed_date(std::string_view iso) {
  if (!is_iso_date(iso)) return std::string(iso);
  return std::string(iso.substr(8, 2)) + "." + std::string(iso.substr(5, 2)) + "." + std::string(iso.substr(0, 4));
}

std::string iso_of_typed(std::string_view typed) {
  const std::string_view trimmed = trim_ascii(typed);
  const auto parts = split(trimmed, '.');
  if (parts.size() != 3 || parts[2].size() != 4 || parts[0].size() > 2 || parts[1].size() > 2 || parts[0].empty() || parts[1].empty())
    return std::string(trimmed);
  const auto two = [](std::string_view number) { return (number.size() == 1 ? "0" : "") + std::string(number); };
  return std::string(parts[2]) + "-" + two(parts[1]) + "-" + two(parts[0]);
}

Attribute spoken(const Words& w, const Involvement& i) { return when(i.language != code(w.lang()), attr::lang(i.language)); }

}  // namespace knippe::views
