#include "views/assets.h"

#include <algorithm>

#include "base/check.h"

namespace knippe::views {

extern const Asset packed_assets[];
extern const std::size_t packed_asset_count;

std::span<const Asset> all_assets() { return {packed_assets, packed_asset_count}; }

const Asset* find_asset(std::string_view path) {
  const auto assets = all_assets();
  const auto found = std::ranges::find(assets, path, &Asset::path);
  return found == assets.end() ? nullptr : &*found;
}

Url asset_url(std::string_view name) {
  const auto assets = all_assets();
  const auto found = std::ranges::find(assets, name, &Asset::name);
  CHECK(found != assets.end());
  return Url::local(found->path);
}

}  // namespace knippe::views
