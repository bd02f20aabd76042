// Keys across workshops, as files.

#include <boost/json.hpp>

#include "views/archive/across.h"
#include "views/export/tables.h"
#include "views/report/json.h"

namespace knippe::views {
namespace {

namespace json = boost::json;

json::array paths(std::span<const AcrossSource> sources, const Sources& which) {
  json::array list;
  for (const std::size_t at : which) list.emplace_back(sources[at].path);
  return list;
}

json::array rows(std::span<const AcrossSource> sources, const std::vector<AcrossKey>& keys) {
  json::array list;
  for (const AcrossKey& row : keys) {
    json::object one{{"short_name", row.key->short_name}, {"text", row.key->text}, {"language", row.key->language}, {"on_top", row.on_top.size()},
                     {"listed", row.listed()}, {"on_top_in", paths(sources, row.on_top)}, {"below_in", paths(sources, row.below)}};
    if (row.key->supplement) one["groups"] = json::value_from(row.key->groups);
    list.push_back(std::move(one));
  }
  return list;
}

Cell lines(std::span<const AcrossSource> sources, const Sources& which) {
  std::string all;
  for (const std::size_t at : which) all.append(all.empty() ? "" : " ").append(sources[at].path);
  return all.empty() ? Cell{} : Cell{all};
}

}  // namespace

std::string across_json(std::span<const AcrossSource> sources) {
  json::array sets, listed;
  for (const AcrossSource& source : sources)
    listed.push_back({{"path", source.path}, {"title", source.title}, {"date", source.date}, {"record", source.record}});
  for (const AcrossSet& set : across(sources))
    sets.push_back({{"template", set.template_name}, {"places", set.places}, {"sources", paths(sources, set.sources)}, {"keys", rows(sources, set.keys)},
                    {"supplements_on_top", rows(sources, set.supplements)}});
  return report::indented(json::object{{"format", "knippe-across-1"}, {"sources", std::move(listed)}, {"sets", std::move(sets)}});
}

std::string across_csv(std::span<const AcrossSource> sources, const Words& w) {
  Table table{"across", "nokler", w("across.title"),
              {{"template", w("across.csv_template")}, {"places", w("across.csv_places")}, {"key", w("across.col_key")}, {"on_top", w("across.csv_on_top")},
               {"listed", w("across.csv_listed")}, {"on_top_in", w("across.col_on_top")}, {"below_in", w("across.col_below")}},
              {}};
  for (const AcrossSet& set : across(sources))
    for (const auto* keys : {&set.keys, &set.supplements})
      for (const AcrossKey& row : *keys)
        table.rows.push_back({set.template_name, static_cast<std::int64_t>(set.places), row.key->text, static_cast<std::int64_t>(row.on_top.size()),
                              static_cast<std::int64_t>(row.listed()), lines(sources, row.on_top), lines(sources, row.below)});
  return to_csv(table);
}

}  // namespace knippe::views
