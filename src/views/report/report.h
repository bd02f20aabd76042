#pragma once
// The published result as one lasting, printable page in which every number can be recounted.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/id.h"
#include "domain/workshop/workshop.h"
#include "views/erasure/retention_page.h"
#include "views/other_rules.h"
#include "views/part_of_case.h"
#include "views/view.h"

namespace knippe::views {

/// The head of the log that the report stands on (docs/formats/checkpoint.md).
struct ReportHead {
  std::uint64_t size = 0;  ///< records
  std::string root;        ///< hex; empty: not known, and then nothing is said
};

/// GET /resultater/{room}. Whether it is published is the caller's business; an unpublished one is marked as a preview.
/// `others` is other_rules() of this very workshop, by those who have it already; null: the page works it out. `keeping`: how long
/// names and texts are kept, and why; null: nothing is said.
std::string report_page(const View& view, const domain::Workshop& workshop, RoomId room, std::string_view program_version,
                        const ReportHead& log_head = {}, const CaseOfWorkshop& belongs_to = {}, const std::optional<OtherRules>* others = nullptr, const RetentionLook* keeping = nullptr);

}  // namespace knippe::views
