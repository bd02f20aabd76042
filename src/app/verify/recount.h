#pragma once
// Counts the ballots of the log anew and compares with what was published.

#include <string_view>
#include <vector>

#include "app/verify/finding.h"
#include "domain/workshop/workshop.h"

namespace knippe::app {

/// `result`: a knippe-result-1 as text. The state may lack texts and the list of keys; ballots and rule it has.
std::vector<Finding> compare_with_result(const domain::Workshop& state, std::string_view result);

}  // namespace knippe::app
