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

json::object object_of(const Table& table, const Row& row) {
  json::object one;
  for (std::size_t i = 0; i < row.size(); ++i) one[table.columns[i].id] = value_of(row[i]);
  return one;
}

void write_rows(const Sink& out, const Table& table) {
  std::string_view before = "[\n    ";
  table.each_row([&](const Row& row) {
    out(before);
    out(report::indented_within(object_of(table, row), 2));
    before = ",\n    ";
  });
  out(before.starts_with('[') ? "[]" : "\n  ]");
}

}  // namespace

void write_json(const Sink& out, const json::object& head, std::span<const Table> tables) {
  const std::string opening = report::indented(head);
  out(std::string_view(opening).substr(0, opening.rfind("\n}")));
  for (const Table& table : tables) {
    out(",\n  \"" + std::string(table.id) + "\": ");
    write_rows(out, table);
  }
  out("\n}\n");
}

json::object export_head(const domain::Workshop& workshop, RoomId room, std::string_view program_version) {
  return {{"format", "knippe-export-1"},
          {"program", {{"name", "knippe"}, {"version", std::string(program_version)}}},
          {"workshop",
           {{"room", to_base32(room.value)}, {"title", workshop.about.title}, {"question", workshop.about.question}, {"place", workshop.about.place},
            {"date", workshop.about.date}, {"simulated", workshop.simulated}}}};
}

}  // namespace knippe::views
