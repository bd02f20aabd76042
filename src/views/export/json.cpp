#include <boost/json.hpp>

#include "base/encoding.h"
#include "views/export/tables.h"
#include "views/report/json.h"

namespace knippe::views {
namespace {

namespace json = boost::json;

json::value value_of(const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  if (const auto* text = std::get_if<std::string>(&cell)) return json::value(*text);
  return nullptr;
}

}  // namespace

json::array rows_as_json(const Table& table) {
  json::array out;
  for (const auto& row : table.rows) {
    json::object one;
    for (std::size_t i = 0; i < row.size(); ++i) one[table.columns[i].id] = value_of(row[i]);
    out.push_back(std::move(one));
  }
  return out;
}

std::string to_json(std::span<const Table> tables, const domain::Workshop& workshop, RoomId room, std::string_view program_version) {
  json::object out{{"format", "knippe-export-1"},
                   {"program", {{"name", "knippe"}, {"version", std::string(program_version)}}},
                   {"workshop",
                    {{"room", to_base32(room.value)}, {"title", workshop.about.title}, {"question", workshop.about.question}, {"place", workshop.about.place},
                     {"date", workshop.about.date}, {"simulated", workshop.simulated}}}};
  for (const Table& table : tables) out[table.id] = rows_as_json(table);
  return report::indented(out);
}

}  // namespace knippe::views
