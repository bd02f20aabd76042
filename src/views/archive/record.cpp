#include "views/archive/record.h"

#include <boost/json.hpp>

#include "base/carry.h"
#include "base/check.h"
#include "domain/workshop/template.h"

KNIPPE_CARRY(knippe_record, KNIPPE_RECORD);

namespace knippe::views {
namespace {

namespace json = boost::json;

std::string text_in(const json::object& object, std::string_view name) { return json::value_to<std::string>(object.at(name)); }

std::vector<std::string> texts_in(const json::object& object, std::string_view name) {
  return json::value_to<std::vector<std::string>>(object.at(name));
}

Record read() {
  const json::value value = json::parse(json::string_view(knippe_record, static_cast<std::size_t>(knippe_record_end - knippe_record)));
  const json::object& o = value.as_object();
  Record record{.id = text_in(o, "id"), .language = text_in(o, "language"), .title = text_in(o, "title"), .document = text_in(o, "document"),
                .publisher = text_in(o, "publisher"), .place = text_in(o, "place"), .date = text_in(o, "date"),
                .question = text_in(o, "question"), .speakers = text_in(o, "speakers"), .keys = domain::seminar_2017().keys,
                .ranked_highest = {}, .supplements = texts_in(o, "supplements"), .measures = texts_in(o, "measures")};
  for (const json::value& number : o.at("ranked_highest").as_array()) {
    const auto key = json::value_to<std::uint32_t>(number);
    CHECK(key >= 1 && key <= record.keys.size());
    record.ranked_highest.push_back(KeyId{key});
  }
  return record;
}

}  // namespace

const Record& seminar_record() {
  static const Record record = read();
  return record;
}

std::string template_path(const Record& record) { return "/styring/nytt?mal=" + record.id; }

const Record* find_record(std::string_view id) { return id == seminar_record().id ? &seminar_record() : nullptr; }

}  // namespace knippe::views
