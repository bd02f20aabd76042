#pragma once
// Backups are plain folders: knippe.db, files/, keys/, erasures.txt (the erasure register) and SHA256SUMS, which `sha256sum -c` reads. SHA256SUMS is written
// last, so a folder without it is not a backup. Made while the server runs; restored only into an empty folder.

#include <filesystem>

#include "base/result.h"

namespace knippe::store {

/// Copies the data folder `dir` into `dest`, which must be new or empty (`backup.not_empty`), and checks the copy
/// (`backup.damaged`). Takes no lock: readers and writers go on meanwhile. On failure `dest` is left as it was.
Status back_up(const std::filesystem::path& dir, const std::filesystem::path& dest);

/// Copies the backup `source` into `dir`, which must be new or empty and not in use (`folder.in_use`,
/// `backup.not_empty`), after checking every sum and the database itself (`backup.incomplete`, `backup.damaged`;
/// detail: what). Then erases again what the register `erasures` names: an erasures.txt, a data folder or a newer backup (erasures.h).
Status restore(const std::filesystem::path& source, const std::filesystem::path& dir, const std::filesystem::path& erasures = {});

}  // namespace knippe::store
