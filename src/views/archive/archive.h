#pragma once
// Pages and files of the archive: a seminar's record, and which keys came highest across workshops.

#include <string>

#include "views/archive/record.h"
#include "views/view.h"

namespace knippe::views {

/// GET /arkiv/{id}: what the document says, and what it does not.
std::string record_page(const View& view, const Record& record);
/// "knippe-record-1" (docs/formats/exports.md).
std::string record_json(const Record& record);
/// One row for each key, highest ranked key, supplement and measure; headings in the reader's language.
std::string record_csv(const Record& record, const Words& w);

}  // namespace knippe::views
