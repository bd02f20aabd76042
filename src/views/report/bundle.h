#pragma once
// What a stranger needs to count the result anew (docs/formats/result-bundle.md). No names of people leave with it.

#include <string>
#include <string_view>

#include "base/id.h"
#include "domain/workshop/workshop.h"
#include "views/lang.h"

namespace knippe::views {

/// GET /resultater/{room}/pakke.json: "knippe-result-1" as indented JSON. The same workshop and version give the same bytes.
std::string result_bundle(const domain::Workshop& workshop, RoomId room, std::string_view program_version);
/// GET /resultater/{room}/rangering.csv: every key with place, points and groups. UTF-8 with a byte order mark, ";" between
/// cells, CRLF; a cell that a spreadsheet could take for a formula begins with an apostrophe.
std::string ranking_csv(const domain::Workshop& workshop, const Words& w);

}  // namespace knippe::views
