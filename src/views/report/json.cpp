#include "views/report/json.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

namespace knippe::views::report {
namespace {

namespace json = boost::json;

void write(std::string& out, const json::value& value, std::size_t indent);

void new_line(std::string& out, std::size_t indent) { out.append(1, '\n').append(2 * indent, ' '); }

void write(std::string& out, const json::object& object, std::size_t indent) {
  if (object.empty()) return void(out += "{}");
  char before = '{';
  for (const auto& [key, value] : object) {
    out += before;
    new_line(out, indent + 1);
    out += json::serialize(key);
    out += ": ";
    write(out, value, indent + 1);
    before = ',';
  }
  new_line(out, indent);
  out += '}';
}

void write(std::string& out, const json::array& array, std::size_t indent) {
  const bool plain = std::ranges::none_of(array, [](const json::value& each) { return each.is_structured(); });
  if (plain) return void(out += json::serialize(array));
  char before = '[';
  for (const json::value& each : array) {
    out += before;
    new_line(out, indent + 1);
    write(out, each, indent + 1);
    before = ',';
  }
  new_line(out, indent);
  out += ']';
}

void write(std::string& out, const json::value& value, std::size_t indent) {
  if (const auto* object = value.if_object()) write(out, *object, indent);
  else if (const auto* array = value.if_array()) write(out, *array, indent);
  else out += json::serialize(value);
}

}  // namespace

std::string indented(const json::value& value) { return indented_within(value, 0) + '\n'; }

std::string indented_within(const json::value& value, std::size_t depth) {
  std::string out;
  write(out, value, depth);
  return out;
}

}  // namespace knippe::views::report
