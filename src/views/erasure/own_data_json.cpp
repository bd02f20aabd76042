#include <boost/json.hpp>

#include "base/encoding.h"
#include "base/time.h"
#include "views/erasure/erasure.h"
#include "views/report/json.h"

namespace knippe::views {

std::string own_data_json(const domain::Workshop& workshop, const Seat& seat, const std::vector<TextLine>& lines) {
  namespace json = boost::json;
  json::array texts;
  for (const TextLine& line : lines) {
    json::array words(line.words.begin(), line.words.end());
    texts.push_back(json::object{{"what", boost::describe::enum_to_string(line.text.kind, "")},
                                 {"number", line.text.number},
                                 {"words", std::move(words)},
                                 {"time", to_rfc3339(line.time)},
                                 {"wordings", line.wordings}});
  }
  return report::indented(json::object{{"format", "knippe-own-data-1"},
                                       {"room", to_base32(seat.room.value)},
                                       {"workshop", workshop.about.title},
                                       {"phone", seat.phone.value},
                                       {"group", seat.group.value},
                                       {"texts", std::move(texts)}});
}

}  // namespace knippe::views
