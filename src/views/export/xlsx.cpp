// libxlsxwriter writes to a file only; ours lies in memory.

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/text.h"
#include "views/export/tables.h"

namespace knippe::views {
namespace {

constexpr std::size_t cell_characters_max = 32'767;
constexpr double narrow = 12, wide = 60;

class MemoryFile {
 public:
  MemoryFile() : number_(::memfd_create("export", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (number_ >= 0) ::close(number_);
  }
  std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }
  std::string content() const {
    const off_t size = number_ < 0 ? 0 : ::lseek(number_, 0, SEEK_END);
    std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    return ::pread(number_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()) ? bytes : std::string();
  }

 private:
  int number_;
};

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
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    for (std::size_t c = 0; c < table.rows[r].size(); ++c)
      write_cell(sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), table.rows[r][c]);
}

}  // namespace

std::string to_xlsx(std::span<const Table> tables) {
  const MemoryFile file;
  const std::string path = file.path();
  lxw_workbook* book = workbook_new(path.c_str());
  if (!book) return {};
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  for (const Table& table : tables) write_table(book, table, bold);
  return workbook_close(book) == LXW_NO_ERROR ? file.content() : std::string();
}

}  // namespace knippe::views
