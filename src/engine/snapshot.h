#pragma once
// The desk's part of a snapshot: answered command ids in front of the rules' state (docs/formats/journal.md).

#include <optional>
#include <string>
#include <string_view>

namespace knippe::engine {

struct SnapshotParts {
  std::string_view answered;
  std::string_view state;
};

std::string join_snapshot(SnapshotParts parts);
/// The parts point into `bytes`; nullopt for anything join_snapshot() did not make.
std::optional<SnapshotParts> split_snapshot(std::string_view bytes);

}  // namespace knippe::engine
