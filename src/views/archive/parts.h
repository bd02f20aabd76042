#pragma once
// What the pages of the archive share.

#include <string_view>

#include "views/html.h"
#include "views/lang.h"

namespace knippe::views::archive {

/// The report's header: the logo, the page as CSV and JSON, print.
void top(Writer& h, const Words& w, const Url& csv, const Url& json);
/// A section with a heading; `text` may be empty.
void section(Writer& h, std::string_view heading_id, std::string_view heading, std::string_view text, Part content);

}  // namespace knippe::views::archive
