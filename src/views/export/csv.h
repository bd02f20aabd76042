#pragma once
// Cells of a CSV file.

#include <string>
#include <string_view>

namespace knippe::views {

/// Appends `text` in quotes; what a spreadsheet could take for a formula begins with an apostrophe.
void append_csv_text(std::string& out, std::string_view text);

}  // namespace knippe::views
