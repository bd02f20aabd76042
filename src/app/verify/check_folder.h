#pragma once
// Checks a data folder, also while a server works in it: reads, writes nothing, takes no lock.

#include <filesystem>
#include <optional>
#include <vector>

#include "app/verify/finding.h"
#include "base/result.h"
#include "proof/ed25519.h"

namespace knippe::app {

/// One Findings for each room, and one for the folder's files. Errors: no data there, or data of a newer program.
Result<std::vector<Findings>> check_folder(const std::filesystem::path& dir, const std::optional<proof::PublicKey>& trusted);

}  // namespace knippe::app
