#pragma once
// The store's tables and how older ones become newer ones (docs/decisions/0004-store.md). Steps are only ever added.

#include <filesystem>
#include <span>

#include "store/connection.h"

namespace knippe::store {

/// Step n leads from version n to n + 1; version 0 has no tables.
std::span<const char* const> schema_steps();
/// Brings the tables to the newest version in one transaction, after a backup to `dir`/backup-before-vN.db when there
/// were tables before. Refuses newer data (`store.newer_data`, detail: both versions).
Status migrate(Connection& connection, const std::filesystem::path& dir, std::span<const char* const> steps);
Result<int> schema_version(Connection& connection);
Result<bool> has_table(Connection& connection, std::string_view name);
/// The register's tables (erasures.h), for a database of any version.
const char* register_tables();

}  // namespace knippe::store
