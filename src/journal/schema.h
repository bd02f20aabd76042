#pragma once
// The journal's tables and their versions (docs/formats/journal.md).

#include <span>
#include <string>

#include "base/result.h"
#include "journal/database.h"

namespace knippe::journal {

/// The SQL that leads from version n to n + 1, at place n. Steps are never changed after a release.
std::span<const char* const> schema_steps();
/// 0 without journal tables.
Result<int> schema_version(sqlite3* database);
/// Refuses a database with more steps behind it than `steps` (`journal.newer_data`). Changes nothing.
Status check_not_newer(sqlite3* database, std::span<const char* const> steps);
/// Takes the steps that are missing in one transaction; where there was an older journal, after copying the whole
/// database to
/// `<path>.journal-v<old>.backup`.
Status migrate(sqlite3* database, const std::string& path, std::span<const char* const> steps);

}  // namespace knippe::journal
