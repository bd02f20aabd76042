#pragma once
// The demonstration's cases: one in each state, told by assets/demo/*.json and played through the same forms as people use.

#include <filesystem>
#include <string>

#include "base/result.h"

namespace knippe::app {

/// Plays them all against the server at `address`, whose data lies in `folder`. Dates in the files are days from today.
Status play_demo_cases(const std::string& address, const std::filesystem::path& folder);

}  // namespace knippe::app
