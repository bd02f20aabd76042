#pragma once
// What `knippe verify DIR` looks at besides the log. Reads only: no lock, no migration, no write, also while a server works there.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/heads.h"

namespace knippe::store {

struct Inspection {
  std::vector<SignedHead> heads;           ///< by room, oldest first
  std::size_t files = 0;                   ///< pictures that were looked at
  std::vector<std::string> damaged_files;  ///< missing, or their content is not what their name says
};

/// not_found `backup.no_data` when there is no database.
Result<Inspection> inspect(const std::filesystem::path& dir);

}  // namespace knippe::store
