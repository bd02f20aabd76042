#include <fmt/format.h>

#include <iterator>

#include "views/export/csv.h"
#include "views/report/bundle.h"
#include "views/report/wording.h"
#include "views/result.h"

namespace knippe::views {
namespace {

void heading(std::string& out, const Words& w, bool by_persons) {
  bool first = true;
  for (const std::string_view title :
       {w("report.csv_place"), w("report.csv_label"), w("report.csv_name"), w("report.csv_text"), w("report.csv_points"),
        w("report.csv_chosen_by"), w(by_persons ? "persons.csv_handed_in" : "report.csv_handed_in")}) {
    if (!first) out += ';';
    first = false;
    append_csv_text(out, title);
  }
  out += "\r\n";
}

}  // namespace

std::string ranking_csv(const domain::Workshop& workshop, const Words& w) {
  std::string out = "\xEF\xBB\xBF";
  const RankingResult result = result_of(workshop);
  heading(out, w, result.by_persons);
  for (const RankedKey& row : result.keys) {
    const domain::Key& key = *workshop.find_key(row.key);
    fmt::format_to(std::back_inserter(out), "{};", row.place);
    append_csv_text(out, report::key_label(w, key));
    out += ';';
    append_csv_text(out, key.short_name);
    out += ';';
    append_csv_text(out, key.text);
    fmt::format_to(std::back_inserter(out), ";{};{};{}\r\n", row.points, row.chosen_by, result.handed_in);
  }
  return out;
}

}  // namespace knippe::views
