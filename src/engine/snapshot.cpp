#include "engine/snapshot.h"

#include <cstdint>

namespace knippe::engine {
namespace {

constexpr std::string_view magic = "knippe-snapshot-1\n";
constexpr std::size_t length_size = 8;

}  // namespace

std::string join_snapshot(SnapshotParts parts) {
  std::string out(magic);
  out.reserve(magic.size() + length_size + parts.answered.size() + parts.state.size());
  const std::uint64_t length = parts.answered.size();
  for (std::size_t i = 0; i < length_size; ++i) out.push_back(static_cast<char>(length >> (8 * i)));
  out.append(parts.answered);
  out.append(parts.state);
  return out;
}

std::optional<SnapshotParts> split_snapshot(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return std::nullopt;
  bytes.remove_prefix(magic.size());
  if (bytes.size() < length_size) return std::nullopt;
  std::uint64_t length = 0;
  for (std::size_t i = length_size; i > 0; --i) length = length << 8 | static_cast<unsigned char>(bytes[i - 1]);
  bytes.remove_prefix(length_size);
  if (length > bytes.size()) return std::nullopt;
  return SnapshotParts{bytes.substr(0, length), bytes.substr(length)};
}

}  // namespace knippe::engine
