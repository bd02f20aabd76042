#pragma once
// What a browser fetches besides pages: style sheets, scripts, the font. All of it lies inside the program, each under a
// name with the hash of its content, so that it may be cached for ever.

#include <span>
#include <string_view>

#include "views/html/url.h"

namespace knippe::views {

struct Asset {
  std::string_view name;          ///< "app.css"
  std::string_view path;          ///< "/assets/app.0123456789ab.css"
  std::string_view content_type;  ///< "text/css; charset=utf-8"
  std::string_view bytes;
  std::string_view gzip;          ///< the same compressed; empty when that would not be smaller
  std::string_view etag;          ///< with its quotes
};

/// The asset served at `path`, or nullptr.
const Asset* find_asset(std::string_view path);
/// The address of the asset called `name`; an unknown name is our bug.
Url asset_url(std::string_view name);
std::span<const Asset> all_assets();

}  // namespace knippe::views
