#include <algorithm>

#include "base/text.h"
#include "tally/read/draft.h"
#include "tally/read/scanner.h"

namespace knippe::tally {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::string Scanner::place(const char* where) const {
  const std::string_view before(begin_, static_cast<std::size_t>(where - begin_));
  const auto line = std::ranges::count(before, '\n') + 1;
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return std::to_string(line) + ":" + std::to_string(before.size() - line_start + 1);
}

std::optional<Option> Names::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? std::nullopt : std::optional(found->second);
}

Result<Option> Names::add(std::string_view name, const std::string& place) {
  if (name.empty() || name.size() > name_bytes_max || !is_valid_utf8(name) || std::ranges::any_of(name, is_control))
    return bad_input("tally.name", place);
  if (list_.size() == options_max) return bad_input("tally.too_many_options", place);
  const auto option = static_cast<Option>(list_.size());
  if (!index_.emplace(name, option).second) return bad_input("tally.name_twice", place);
  list_.emplace_back(name);
  return option;
}

std::optional<Format> format_of_name(std::string_view file_name) {
  const std::string_view ending = file_name.substr(std::min(file_name.rfind('.'), file_name.size()));
  for (const std::string_view order : {".soc", ".soi", ".toc", ".toi"})
    if (ending == order) return Format::preflib;
  if (ending == ".blt") return Format::blt;
  if (ending == ".cvotes") return Format::cvotes;
  if (ending == ".json") return Format::bundle;
  if (ending == ".csv" || ending == ".tsv" || ending == ".txt") return Format::csv;
  return std::nullopt;
}

Format format_of_content(std::string_view bytes) {
  Scanner in(bytes);
  while (in.peek() == ' ' || in.peek() == '\n' || in.peek() == '\r' || in.peek() == '\t') in.skip();
  if (in.peek() == '{') return Format::bundle;
  if (in.rest().starts_with("# FILE NAME:") || in.rest().starts_with("# TITLE:")) return Format::preflib;
  const std::string_view start = in.rest().substr(0, 64 * 1024);
  if (start.starts_with("#/") || start.contains("\n#/") || start.contains('>')) return Format::cvotes;
  std::uint64_t number = 0;
  if (in.take_number(number) && (in.peek() == ' ' || in.peek() == '\t')) {
    in.skip_blanks();
    if (in.take_number(number) && (in.peek() == '\n' || in.peek() == '\r')) return Format::blt;
  }
  return Format::csv;
}

Result<Election> read(std::string_view bytes, Format format) {
  switch (format) {
    case Format::preflib: return read_preflib(bytes);
    case Format::blt: return read_blt(bytes);
    case Format::cvotes: return read_cvotes(bytes);
    case Format::csv: return read_csv(bytes);
    case Format::bundle: return read_bundle(bytes);
  }
  __builtin_unreachable();
}

}  // namespace knippe::tally
