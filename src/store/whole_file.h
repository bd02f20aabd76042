#pragma once
// Files written so that they are either whole and on the disk, or not there.

#include <filesystem>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/result.h"

namespace knippe::store {

/// Writes (0600), syncs, and only then gives the file its name, replacing an earlier one.
Status write_private_file(const std::filesystem::path& path, std::string_view content);
/// At most 64 MiB.
Result<std::string> read_text_file(const std::filesystem::path& path);
/// Copies (0600) and syncs.
Status copy_private_file(const std::filesystem::path& from, const std::filesystem::path& to);
Result<Digest> digest_of_file(const std::filesystem::path& path);
/// Makes what was created, renamed or removed in the folder survive power loss.
Status sync_folder(const std::filesystem::path& dir);

}  // namespace knippe::store
