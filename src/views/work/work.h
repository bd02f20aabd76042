#pragma once
// What waits for the one who is logged in: one list across cases and workshops, the most urgent first.

#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "domain/involvement/involvement.h"
#include "views/view.h"

namespace knippe::views {

/// How far ahead a step's end is told of.
inline constexpr int days_ahead = 15;

/// In the order they are shown among those of one date.
enum class TaskKind { answer, read, decision, step_ends, case_measures, measures, draft, state };
struct Task {
  TaskKind kind = TaskKind::answer;
  RoomId room;
  std::string title;      ///< of the case or workshop
  std::string language;   ///< of its texts
  std::string today;      ///< "YYYY-MM-DD" in its time zone
  std::size_t count = 0;  ///< of what waits
  std::string date = {};  ///< "YYYY-MM-DD", or empty: no date
  domain::involvement::StepKind step = {};

  bool is_late() const { return !date.empty() && date < today; }
};

/// GET /styring/arbeid.
std::string work_page(const View& view, std::vector<Task> tasks, std::string_view user);

}  // namespace knippe::views
