#include "views/involvement/method.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/carry.h"
#include "domain/json.h"

KNIPPE_CARRY(knippe_methods, KNIPPE_METHODS);

namespace knippe::views {
namespace {

namespace json = boost::json;

std::string text_in(const json::object& object, std::string_view name) {
  const json::value* found = object.if_contains(name);
  return found ? json::value_to<std::string>(*found) : std::string();
}

Method::Text text_of(const json::value& from) {
  const json::object& o = from.as_object();
  return {text_in(o, "name"), text_in(o, "summary"), text_in(o, "fits"), text_in(o, "not_when"), text_in(o, "demands")};
}

Method method_of(const json::object& o) {
  Method method{.id = text_in(o, "id"), .levels = json::value_to<std::vector<std::string>>(o.at("levels")),
                .people_min = json::value_to<int>(o.at("people").at(0)), .people_max = json::value_to<int>(o.at("people").at(1)),
                .minutes = json::value_to<int>(o.at("minutes")), .nb = text_of(o.at("nb")), .nn = text_of(o.at("nn"))};
  CHECK(!method.id.empty() && !method.nb.name.empty() && !method.nn.name.empty());
  return method;
}

std::vector<Method> read_all() {
  std::vector<Method> methods;
  for (const json::object& object : domain::json_objects_in({knippe_methods, knippe_methods_end})) methods.push_back(method_of(object));
  std::ranges::sort(methods, {}, [](const Method& method) { return method.nb.name; });
  return methods;
}

}  // namespace

std::span<const Method> all_methods() {
  static const std::vector<Method> methods = read_all();
  return methods;
}

const Method* find_method(std::string_view id) {
  const auto found = std::ranges::find(all_methods(), id, &Method::id);
  return found == all_methods().end() ? nullptr : &*found;
}

}  // namespace knippe::views
