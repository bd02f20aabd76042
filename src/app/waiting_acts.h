#pragma once
// Administrative acts from the command line while no server runs: they wait in DIR/waiting-acts, one a line, and the next start notes them.

#include <filesystem>

#include "store/data_folder.h"
#include "web/acts.h"

namespace knippe::app {

/// What fails is said on standard error; the act itself is done.
void leave_act(const std::filesystem::path& data, views::Act act, Instant now, const std::string& on = {});
Status note_waiting_acts(const store::DataFolder& folder, web::Acts& acts);

}  // namespace knippe::app
