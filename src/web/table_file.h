#pragma once
// Tables as files: all of a room's in one workbook or JSON document, each as CSV. Made row by row; what is long never lies in memory.

#include <boost/json/object.hpp>
#include <functional>
#include <span>

#include "views/export/tables.h"
#include "web/call.h"

namespace knippe::web {

/// What may be written piece by piece, as an answer of this type. unavailable, internal: as http::Spool.
Result<http::Response> spooled_answer(const Call& call, std::string content_type, const std::function<void(const Sink&)>& write);

/// The file `name` of the call's room: "alt.json" (beginning with `head`), "alt.xlsx", or a table's own ".csv". not_found `not_found` otherwise.
Result<http::Response> table_file(const Call& call, std::string_view name, std::span<const views::Table> tables, const boost::json::object& head);

}  // namespace knippe::web
