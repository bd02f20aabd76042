#pragma once
// What becomes of the measures after the seminar: the public page of each, the owner's link, the facilitator's lists, slips to hand out.

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "views/desk/desk.h"

namespace knippe::views {

/// GET /resultater/{room}/tiltak/{n}: the measure must exist. `may_answer`: this browser holds its owner's link.
std::string measure_page(const View& view, const domain::Workshop& workshop, RoomId room, MeasureId measure, bool may_answer);

/// GET /tiltak/{token}: what the link is for, and one button.
std::string owner_link_page(const View& view, const domain::Workshop& workshop, MeasureId measure, std::string_view token);
/// GET/POST /resultater/{room}/tiltak/{n}/svar: the owner's form. Kept form "svar", fields "framdrift", "forsok", "tekst", "dato".
std::string owner_answer_page(const View& view, const domain::Workshop& workshop, RoomId room, MeasureId measure, const Kept& kept = {});

/// The whole addresses of links that are out, by measure.
using OwnerLinks = std::map<MeasureId, std::string>;
/// GET/POST /styring/{room}/tiltak. Kept form "svar:3" with the fields above, or only an error.
std::string follow_up_desk_page(const View& view, const domain::Workshop& workshop, RoomId room, const OwnerLinks& links, const Kept& kept = {});
/// GET /styring/{room}/tiltak/lapper: a slip to cut out for every link.
std::string owner_slips_page(const View& view, const domain::Workshop& workshop, RoomId room, const OwnerLinks& links);

/// A measure in the list across workshops.
struct ListedMeasure {
  RoomId room;
  std::string workshop;
  std::string language;   ///< of the workshop's texts
  std::string time_zone;
  int group = 0;
  domain::Measure measure;
  bool of_case = false;   ///< `workshop` is the title of a case
};
enum class MeasureFilter { all, overdue, unanswered, done };
/// GET /styring/tiltak?vis=forfalt|ubesvart|ferdig.
std::string measure_list_page(const View& view, std::span<const ListedMeasure> measures, MeasureFilter filter, const ListLook& look);

}  // namespace knippe::views
