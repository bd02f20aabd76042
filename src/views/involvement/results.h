#pragma once
// What became of a case: "Dere sa – vi gjorde", promise beside result, the evaluation, and how each contribution was assessed; the
// tables that leave it (docs/formats/exports.md).

#include <string>
#include <string_view>
#include <vector>

#include "views/export/tables.h"
#include "views/involvement/involvement.h"

namespace knippe::views {

/// GET /saker/{case}/resultat: also for paper.
std::string case_result_page(const CaseLook& look, Ask ask = Ask::nothing);
/// GET /saker/{case}/uttalelser: every published contribution with its answer, for the case paper.
std::string case_assessment_page(const CaseLook& look);
/// GET/POST /styring/sak/{case}/resultat. Kept forms "punkt:N" (fields "utfall", "resultat") and "evaluering".
std::string case_result_desk_page(const CaseLook& look);

/// All that the public page says, without names of owners; in a fixed order. `address`: of the public page, whole.
std::vector<Table> case_tables(const domain::involvement::Involvement& involvement, const Words& w, std::string_view today, std::string_view address);
/// What stands before the tables in "knippe-case-1".
boost::json::object case_head(const domain::involvement::Involvement& involvement, RoomId room, std::string_view program_version);

std::string_view name_of(const Words& w, domain::involvement::Outcome outcome);
std::string_view name_of(const Words& w, domain::involvement::Influence influence);

namespace sak {

/// Whether everybody got an answer in time; none: it is not yet known.
domain::involvement::Outcome answers_outcome(const domain::involvement::Involvement& i, std::string_view today);
/// "3,4" of five counts.
std::string mean_of(const Words& w, const std::vector<int>& counts);

}  // namespace sak
}  // namespace knippe::views
