#pragma once
// How far a group has come in the present stage, as the desk sees it.

#include <array>
#include <string>
#include <string_view>

#include "domain/workshop/workshop.h"
#include "views/lang.h"

namespace knippe::views::desk {

enum class Progress { done, working, help, idle };
inline constexpr std::size_t progress_count = 4;

struct GroupStatus {
  Progress progress = Progress::idle;
  std::string text;  ///< "Levert", "Jobber", …
  int figure = 0;    ///< phones, supplements, chosen keys, measures or notes, by stage
  int of = 0;        ///< > 0: the figure is so many of these, shown as dots
  bool is_done = false;  ///< also when it asks for help
};
/// A call for help comes before everything else.
GroupStatus status_of(const Words& w, const domain::Workshop& workshop, const domain::Group& group);
/// Heading of the column with the figure.
std::string_view figure_heading(const Words& w, domain::Stage stage);

using Tally = std::array<int, progress_count>;
/// How many groups have done the stage, work, call for help (these may be done as well) or have not begun.
Tally tally_of(const Words& w, const domain::Workshop& workshop);
/// "3 av 10 levert": what counts as done in the present stage.
std::string done_line(const Words& w, const domain::Workshop& workshop, int done);

}  // namespace knippe::views::desk
