#include <algorithm>
#include <boost/describe.hpp>
#include <boost/json.hpp>

#include "base/encoding.h"
#include "views/involvement/counts.h"
#include "views/report/json.h"

namespace knippe::views {

namespace json = boost::json;
using namespace domain::involvement;

std::string case_counts(const Involvement& i, RoomId room, std::string_view program_version) {
  json::array themes;
  for (const Theme& theme : i.themes) {
    std::size_t supports = 0;
    for (const ContributionId id : theme.published) supports += i.find_contribution(id)->supporters.size();
    themes.push_back(json::object{{"theme", theme.id.value}, {"contributions", theme.published.size()}, {"supports", supports},
                                  {"verdict", boost::describe::enum_to_string(theme.answer.verdict, "")}});
  }
  const auto standing = std::ranges::count_if(i.measures, [](const CaseMeasure& each) { return !each.measure.deleted; });
  return report::indented(json::object{{"format", "knippe-case-counts-1"}, {"room", to_base32(room.value)}, {"program", program_version},
                                       {"contributions", i.published.size()}, {"removed", i.removed.size()}, {"supports", i.supports},
                                       {"themes", std::move(themes)}, {"decisions", i.decisions.size()}, {"measures", standing}});
}

}  // namespace knippe::views
