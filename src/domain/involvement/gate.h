#pragma once
// The gate: a case does not open while a key is missing. The list of gaps is the same for the page and for the refusal.

#include <vector>

#include "domain/involvement/involvement.h"

namespace knippe::domain::involvement {

enum class Gap {
  why_problem, why_goal, why_use, why_sign,
  room_empty, room_reason, room_source, nothing_open,
  promise_level, promise_informs_only, promise_decides, promise_decides_on, promise_answer, promise_answer_by,
  roles_political, roles_administrative, roles_answers, roles_expected,
  method, method_reason, earliness, earliness_reason,
  plan_kind, plan_matter, plan_case_number
};

/// The sections of the form, in order.
enum class Section { why, room, promise, roles, method, earliness, plan };
inline constexpr Section all_sections[] = {Section::why,    Section::room,      Section::promise, Section::roles,
                                           Section::method, Section::earliness, Section::plan};

/// What is missing before the case can open; `information`: as a page without input, which promises less. In the form's order.
std::vector<Gap> gaps_of(const Involvement& involvement, bool information = false);
Section section_of(Gap gap);
/// What is missing before the entrance for children and youth can open, in the form's order.
enum class YouthGap { about, influence, after };
std::vector<YouthGap> gaps_of(const Youth& youth);
/// A formal hearing, of the plan or a step, lasts less than six weeks. A flag, no gap.
bool hearing_is_short(const Involvement& involvement);
/// Sixteen days of hearing give 16; 0: none is set.
int hearing_days(const Involvement& involvement);
/// A formal hearing that lasts so many days is flagged; 0 days is no hearing.
bool is_short_hearing(int days);
/// The shortest formal hearing of the plan and of the steps; 0: none is set.
int shortest_hearing_days(const Involvement& involvement);

}  // namespace knippe::domain::involvement
