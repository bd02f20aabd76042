#pragma once
// A breakdown of persons is shown from so many persons; below it, pages and files say that there were fewer. What a table sees of its own
// members' picks has a limit of its own (workshop/workshop.h). Which numbers are breakdowns, and which are not: docs/decisions/0021-small-numbers.md.

namespace knippe::domain {

inline constexpr int shown_from_persons = 5;

}  // namespace knippe::domain
