#pragma once
// Small readings that several handlers share.

#include <string>
#include <string_view>
#include <vector>

#include "views/front/front.h"
#include "views/involvement/involvement.h"
#include "web/call.h"

namespace knippe::web {

/// What the front page shows; simulated rooms only on a demonstration.
views::Home home_of(const Call& call);
/// The part of it that cases give.
void add_cases(const Call& call, views::Home& home);
/// One name a line, blanks left out.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace knippe::web
