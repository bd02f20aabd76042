#pragma once
// What leaves a workshop as tables (docs/formats/exports.md): everything that was written and chosen, also what was not voted for.
// The desk gets all of it; the public gets what the published report says, without names of people.

#include <boost/json/object.hpp>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/sink.h"
#include "domain/workshop/workshop.h"
#include "views/lang.h"

namespace knippe::views {

enum class Audience { desk, everyone };

/// Nothing, a number, or a text; a text is never anything else, whatever it begins with.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::vector<Cell>;
using TakeRow = std::function<void(const Row&)>;

struct Column {
  std::string_view id;    ///< lasting, English: JSON's member name
  std::string_view title; ///< in the reader's language
};
struct Table {
  std::string_view id;    ///< "keys": JSON's member name
  std::string_view file;  ///< "nokler": the CSV's name
  std::string_view title;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::function<void(const TakeRow&)> more_rows = {};  ///< after those, one at a time: of a list too long to hold

  void each_row(const TakeRow& take) const;
};

/// In a fixed order; the same workshop and language give the same tables.
std::vector<Table> export_tables(const domain::Workshop& workshop, const Words& w, Audience audience);

/// UTF-8 with a byte order mark, ";" between cells, CRLF. A text that a spreadsheet could take for a formula begins with an apostrophe.
void write_csv(const Sink& out, const Table& table);
std::string to_csv(const Table& table);
/// One sheet for each table into the file at `path`; texts are stored as strings, so that no formula runs. What the library cannot hold it
/// lays in `folder` meanwhile. False when it fails.
bool write_xlsx(const std::string& path, const std::string& folder, std::span<const Table> tables);
/// `head`, then a member for each table: its rows as objects by the columns' ids.
void write_json(const Sink& out, const boost::json::object& head, std::span<const Table> tables);
/// What stands before the tables in "knippe-export-1".
boost::json::object export_head(const domain::Workshop& workshop, RoomId room, std::string_view program_version);

}  // namespace knippe::views
