// The record as files.

#include <boost/json.hpp>

#include "views/archive/archive.h"
#include "views/export/tables.h"
#include "views/report/json.h"

namespace knippe::views {
namespace {

namespace json = boost::json;

json::array list_of(const std::vector<std::string>& texts) {
  json::array list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

Cell number(std::size_t n) { return static_cast<std::int64_t>(n); }

}  // namespace

std::string record_json(const Record& record) {
  json::array keys, highest;
  for (const domain::Key& key : record.keys)
    keys.push_back({{"number", key.id.value}, {"short_name", key.short_name}, {"text", key.text}, {"language", key.language}});
  for (const KeyId key : record.ranked_highest) highest.emplace_back(key.value);
  const json::object out{{"format", "knippe-record-1"},
                         {"record", record.id},
                         {"title", record.title},
                         {"document", record.document},
                         {"publisher", record.publisher},
                         {"place", record.place},
                         {"date", record.date},
                         {"language", record.language},
                         {"question", record.question},
                         {"speakers", record.speakers},
                         {"keys", std::move(keys)},
                         {"ranked_highest", std::move(highest)},
                         {"supplements", list_of(record.supplements)},
                         {"measures", list_of(record.measures)},
                         {"not_in_the_document", {"points", "votes", "places", "groups", "participants", "speaker_of_each_key", "authors"}}};
  return report::indented(out);
}

std::string record_csv(const Record& record, const Words& w) {
  Table table{"record", "arkiv", w("archive.overline"),
              {{"part", w("archive.csv_part")}, {"number", w("archive.csv_number")}, {"language", w("archive.csv_language")}, {"text", w("archive.csv_text")}},
              {}};
  const auto add = [&](std::string_view part, std::size_t at, std::string_view language, std::string_view text) {
    table.rows.push_back({std::string(part), number(at), std::string(language), std::string(text)});
  };
  for (const domain::Key& key : record.keys) add(w("archive.csv_key"), key.id.value, key.language, key.text);
  for (const KeyId id : record.ranked_highest) {
    const domain::Key& key = record.keys[id.value - 1];
    add(w("archive.csv_highest"), id.value, key.language, key.text);
  }
  for (std::size_t i = 0; i < record.supplements.size(); ++i) add(w("archive.csv_supplement"), i + 1, record.language, record.supplements[i]);
  for (std::size_t i = 0; i < record.measures.size(); ++i) add(w("archive.csv_measure"), i + 1, record.language, record.measures[i]);
  return to_csv(table);
}

}  // namespace knippe::views
