#pragma once
// What leaves a workshop as tables (docs/formats/exports.md): everything that was written and chosen, also what was not voted for.
// The desk gets all of it; the public gets what the published report says, without names of people.

#include <boost/json/array.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "domain/workshop/workshop.h"
#include "views/lang.h"

namespace knippe::views {

enum class Audience { desk, everyone };

/// Nothing, a number, or a text; a text is never anything else, whatever it begins with.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

struct Column {
  std::string_view id;    ///< lasting, English: JSON's member name
  std::string_view title; ///< in the reader's language
};
struct Table {
  std::string_view id;    ///< "keys": JSON's member name
  std::string_view file;  ///< "nokler": the CSV's name
  std::string_view title;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

/// In a fixed order; the same workshop and language give the same tables.
std::vector<Table> export_tables(const domain::Workshop& workshop, const Words& w, Audience audience);

/// UTF-8 with a byte order mark, ";" between cells, CRLF. A text that a spreadsheet could take for a formula begins with an apostrophe.
std::string to_csv(const Table& table);
/// One sheet for each table; texts are stored as strings, so that no formula runs. Empty when the library fails.
std::string to_xlsx(std::span<const Table> tables);
/// Its rows as objects by the columns' ids.
boost::json::array rows_as_json(const Table& table);
/// "knippe-export-1": every table as a list of objects.
std::string to_json(std::span<const Table> tables, const domain::Workshop& workshop, RoomId room, std::string_view program_version);

}  // namespace knippe::views
