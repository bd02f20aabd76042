#pragma once
// The report's sections, in the order they are read.

#include <string_view>

#include "base/id.h"
#include "views/html.h"
#include "views/other_rules.h"
#include "views/report/wording.h"
#include "views/result.h"
#include "views/view.h"

namespace knippe::views::report {

struct Paper {
  const View& view;
  const Words& w;
  const domain::Workshop& workshop;
  RoomId room;
  RankingResult result;
  std::string_view program_version;
  const std::optional<OtherRules>* others = nullptr;  ///< null: not worked out yet
};

/// /resultater/{room}{rest}
Url report_url(const Paper& paper, std::string_view rest = {});
/// A section with a heading; `id` names the heading.
void section(Writer& h, std::string_view id, std::string_view heading, Part content);
/// The texts of people: "(slettet)" where one was erased.
void text_of_people(Writer& h, const Paper& paper, std::string_view text);
/// "Gruppe 7 · Helse og omsorg" by number; a number nobody has is our bug.
std::string group_label(const Paper& paper, GroupNumber group);

/// What the numbers say, in a few honest sentences.
void summary(Writer& h, const Paper& paper);
/// The top list, then everything else that got points.
void ranking(Writer& h, const Paper& paper);
/// The rule in words, and every group's list.
void how_it_was_counted(Writer& h, const Paper& paper);
/// Each person's own ranking beside the groups', when the counted round began with it.
void alone_and_together(Writer& h, const Paper& paper);
/// Whether another way to count would have given another top list, and how firm ours is.
void would_other_rules_differ(Writer& h, const Paper& paper);
/// Earlier rounds, when there were any.
void earlier_rounds(Writer& h, const Paper& paper);
void supplements(Writer& h, const Paper& paper);
/// The words that the accepted supplements use most.
void words(Writer& h, const Paper& paper);
void measures(Writer& h, const Paper& paper);
void notes(Writer& h, const Paper& paper);
/// The pictures that the facilitator chose.
void photos(Writer& h, const Paper& paper);
void pitches(Writer& h, const Paper& paper);

}  // namespace knippe::views::report
