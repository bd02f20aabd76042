#pragma once
// Measures of a case: in public, with their owner's link, and on the desk; decisions before them; workshops that belong to the case.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "domain/workshop/workshop.h"
#include "views/involvement/involvement.h"

namespace knippe::views {

/// A workshop of the case, as far as the reader may see it.
struct TiedWorkshop {
  RoomId room;
  std::string title, language, time_zone;
  bool published = false;
  std::vector<domain::Measure> measures;  ///< the standing ones
};

// --- public ---
/// GET /saker/{case}/tiltak/{n}: the measure must stand. `may_answer`: this browser holds its owner's link.
std::string case_measure_page(const CaseLook& look, MeasureId measure, bool may_answer);
/// GET /tiltak/{token} of a case's measure.
std::string case_owner_link_page(const CaseLook& look, MeasureId measure, std::string_view token);
/// GET/POST /saker/{case}/tiltak/{n}/svar. Kept form "svar", fields "framdrift", "tekst", "laert", "dato"; op "naadd:2" marks a milestone.
std::string case_owner_answer_page(const CaseLook& look, MeasureId measure);

// --- desk ---
/// What the desk's page about measures knows besides the case.
struct MeasuresDesk {
  std::map<MeasureId, std::string> links;    ///< whole addresses of links that are out
  std::vector<TiedWorkshop> tied;
  std::vector<TiedWorkshop> may_be_tied;     ///< run by the reader, of no case
};
/// GET/POST /styring/sak/{case}/tiltak. Kept forms "vedtak:N", "tiltak:N", "milepael:N", "svar:N", "knytt".
std::string case_measures_desk_page(const CaseLook& look, const MeasuresDesk& desk);

namespace sak {

/// On the case's page: its measures, and those of its published workshops.
void measures_section(Writer& h, const CaseLook& look, std::span<const TiedWorkshop> tied);
/// The link to the feed of its measures.
void follow_measures(Writer& h, const CaseLook& look);
/// Decisions and measures that followed a theme's answer; nothing when there is none.
void followed_by(Writer& h, const CaseLook& look, const domain::involvement::Theme& theme);

std::vector<const domain::involvement::Decision*> decisions_about(const domain::involvement::Involvement& i, domain::involvement::ThemeId theme);
/// The standing ones.
std::vector<const domain::involvement::CaseMeasure*> measures_after(const domain::involvement::Involvement& i, domain::involvement::ThemeId theme);
std::string today_of(const CaseLook& look);
/// The measure's text, or that it was erased.
std::string_view text_of(const Words& w, const domain::Measure& measure);
void case_standing(Writer& h, const CaseLook& look, const domain::involvement::CaseMeasure& measure);
/// "2 av 5 milepæler", and whether one is late.
void milestone_count(Writer& h, const CaseLook& look, const domain::involvement::CaseMeasure& measure);
void milestone_list(Writer& h, const CaseLook& look, const domain::involvement::CaseMeasure& measure);
/// Hypothesis and what was learned; nothing for one that is no trial.
void trial_box(Writer& h, const CaseLook& look, const domain::involvement::CaseMeasure& measure);

}  // namespace sak
}  // namespace knippe::views
