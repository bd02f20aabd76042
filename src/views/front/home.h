#pragma once
// The front page of an installation that holds cases.

#include "views/front/front.h"
#include "views/html.h"

namespace knippe::views {

std::string home_page(const View& view, const Home& home, const Kept& kept);
/// Cards that lead to published reports and to the record of 2017; then the keys across them.
void report_list(Writer& h, const Words& w, std::span<const PublishedReport> reports);

}  // namespace knippe::views
