#pragma once
// The published result as one lasting, printable page in which every number can be recounted.

#include <string>
#include <string_view>

#include "base/id.h"
#include "domain/workshop/workshop.h"
#include "views/view.h"

namespace knippe::views {

/// GET /resultater/{room}. Whether it is published is the caller's business; an unpublished one is marked as a preview.
std::string report_page(const View& view, const domain::Workshop& workshop, RoomId room, std::string_view program_version);

}  // namespace knippe::views
