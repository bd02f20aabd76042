#include "views/picture_hash.h"

#include <algorithm>
#include <functional>

namespace knippe::views {
namespace {

constexpr std::string_view volatile_marks[] = {" data-seq=\"", " data-naa=\""};

/// Where the next value begins that does not count, or the end.
std::size_t next_value(std::string_view text) {
  std::size_t nearest = text.size();
  for (const std::string_view mark : volatile_marks)
    if (const std::size_t at = text.find(mark); at != std::string_view::npos) nearest = std::min(nearest, at + mark.size());
  return nearest;
}

}  // namespace

std::size_t picture_hash(std::string_view fragments) {
  std::size_t hash = 0;
  while (!fragments.empty()) {
    const std::size_t value = next_value(fragments);
    hash = hash * 31 + std::hash<std::string_view>{}(fragments.substr(0, value));
    fragments.remove_prefix(value);
    fragments.remove_prefix(std::min(fragments.size(), fragments.find('"')));
  }
  return hash;
}

}  // namespace knippe::views
