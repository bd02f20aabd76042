#pragma once
// Small readings that several handlers share.

#include <string>
#include <string_view>
#include <vector>

#include "views/front/front.h"
#include "views/involvement/involvement.h"
#include "web/site.h"

namespace knippe::web {

/// For the front page: newest first, without simulated ones.
std::vector<views::PublishedReport> published_reports(const Site& site);
/// For the front page: the newest open cases.
std::vector<views::CaseCard> open_case_cards(const Site& site);
/// One name a line, blanks left out.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace knippe::web
