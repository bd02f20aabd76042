// Row by row, so that a sheet of any length costs the same memory.

#include <xlsxwriter.h>

#include "base/text.h"
#include "views/export/tables.h"

namespace knippe::views {
namespace {

constexpr std::size_t cell_characters_max = 32'767;
constexpr double narrow = 12, wide = 60;

bool is_long(std::string_view column) { return column == "text" || column == "description" || column == "short_name" || column == "members"; }

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) worksheet_write_number(sheet, row, column, static_cast<double>(*number), nullptr);
  if (const auto* text = std::get_if<std::string>(&cell))
    if (length(*text) <= cell_characters_max) worksheet_write_string(sheet, row, column, text->c_str(), nullptr);
}

void write_table(lxw_workbook* book, const Table& table, lxw_format* bold) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, std::string(table.title).c_str());
  if (!sheet) return;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_write_string(sheet, 0, column, std::string(table.columns[i].title).c_str(), bold);
    worksheet_set_column(sheet, column, column, is_long(table.columns[i].id) ? wide : narrow, nullptr);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  lxw_row_t at = 0;
  table.each_row([&](const Row& row) {
    ++at;
    for (std::size_t c = 0; c < row.size(); ++c) write_cell(sheet, at, static_cast<lxw_col_t>(c), row[c]);
  });
}

}  // namespace

bool write_xlsx(const std::string& path, const std::string& folder, std::span<const Table> tables) {
  std::string scratch = folder;
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = scratch.data();
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (!book) return false;
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  for (const Table& table : tables) write_table(book, table, bold);
  return workbook_close(book) == LXW_NO_ERROR;
}

}  // namespace knippe::views
