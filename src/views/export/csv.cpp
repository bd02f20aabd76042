#include "views/export/csv.h"

#include "views/export/tables.h"

namespace knippe::views {
namespace {

/// Spreadsheets run a cell that begins like a formula, some also after blanks; an apostrophe makes it text again.
bool looks_like_formula(std::string_view text) {
  const auto first = text.find_first_not_of(" ");
  return first != std::string_view::npos && std::string_view("=+-@\t\r\n|%").find(text[first]) != std::string_view::npos;
}

void append(std::string& out, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) out += std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&cell)) append_csv_text(out, *text);
}

}  // namespace

void append_csv_text(std::string& out, std::string_view text) {
  out += '"';
  if (looks_like_formula(text)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void write_csv(const Sink& sink, const Table& table) {
  std::string out = "\xEF\xBB\xBF";
  const auto line = [&](const auto& cells, auto write) {
    bool first = true;
    for (const auto& cell : cells) {
      if (!first) out += ';';
      first = false;
      write(cell);
    }
    out += "\r\n";
    sink(out);
    out.clear();
  };
  line(table.columns, [&](const Column& column) { append_csv_text(out, column.title); });
  table.each_row([&](const Row& row) { line(row, [&](const Cell& cell) { append(out, cell); }); });
}

std::string to_csv(const Table& table) {
  std::string out;
  write_csv([&](std::string_view bytes) { out += bytes; }, table);
  return out;
}

}  // namespace knippe::views
