#pragma once
// What a case's pages say in numbers, for whoever counts it again from the public log (docs/formats/log-bundle.md). No texts and no names.

#include <string>
#include <string_view>

#include "base/id.h"
#include "domain/involvement/involvement.h"

namespace knippe::views {

/// "knippe-case-counts-1" as indented JSON. The same case and version give the same bytes.
std::string case_counts(const domain::involvement::Involvement& involvement, RoomId room, std::string_view program_version);

}  // namespace knippe::views
