#include <fmt/format.h>

#include <iterator>

#include "views/report/bundle.h"
#include "views/report/wording.h"
#include "views/result.h"

namespace knippe::views {
namespace {

/// Spreadsheets run a cell that begins like a formula; an apostrophe makes it text again.
bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

void cell(std::string& out, std::string_view text) {
  out += '"';
  if (looks_like_formula(text)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void heading(std::string& out, const Words& w) {
  bool first = true;
  for (const std::string_view title :
       {w("report.csv_place"), w("report.csv_label"), w("report.csv_name"), w("report.csv_text"), w("report.csv_points"),
        w("report.csv_chosen_by"), w("report.csv_handed_in")}) {
    if (!first) out += ';';
    first = false;
    cell(out, title);
  }
  out += "\r\n";
}

}  // namespace

std::string ranking_csv(const domain::Workshop& workshop, const Words& w) {
  std::string out = "\xEF\xBB\xBF";
  heading(out, w);
  const RankingResult result = result_of(workshop);
  for (const RankedKey& row : result.keys) {
    const domain::Key& key = *workshop.find_key(row.key);
    fmt::format_to(std::back_inserter(out), "{};", row.place);
    cell(out, report::key_label(w, key));
    out += ';';
    cell(out, key.short_name);
    out += ';';
    cell(out, key.text);
    fmt::format_to(std::back_inserter(out), ";{};{};{}\r\n", row.points, row.chosen_by, result.handed_in);
  }
  return out;
}

}  // namespace knippe::views
