#include "web/set_up_form.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "base/encoding.h"
#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/running_order.h"

namespace knippe::web {
namespace {

using namespace domain;

/// -1 for anything that is not a small whole number.
int small_number(std::string_view field) {
  const auto number = parse_number(trim_ascii(field));
  return number && *number <= 100'000 ? static_cast<int>(*number) : -1;
}

std::vector<int> read_points(std::string_view field) {
  std::vector<int> points;
  std::string part;
  for (const char c : std::string(field) + "-") {
    if (c >= '0' && c <= '9') {
      part += c;
    } else if (!part.empty()) {
      points.push_back(small_number(part));
      part.clear();
    }
  }
  return points;
}

std::vector<Key> read_keys(const http::Form& form) {
  std::vector<Key> keys;
  for (std::size_t n = 1; n <= limits::keys + 1; ++n) {
    const std::string prefix = "nokkel_" + std::to_string(n) + "_";
    if (!form.has(prefix + "kort") && !form.has(prefix + "tekst")) break;
    Key& key = keys.emplace_back();
    key.id = KeyId{static_cast<std::uint32_t>(n)};
    key.label = std::to_string(n);
    key.short_name = form[prefix + "kort"];
    key.text = form[prefix + "tekst"];
    key.language = form.has(prefix + "sprak") ? std::string(form[prefix + "sprak"]) : "nb";
    key.speaker = form[prefix + "innleder"];
  }
  return keys;
}

}  // namespace

Template read_set_up(const http::Form& form, const Template& before) {
  Template made = before;
  made.about = {std::string(form["tittel"]), std::string(form["sporsmal"]), std::string(form["sted"]), std::string(form["dato"]),
                std::string(form["starter"])};
  Settings& settings = made.settings;
  if (form.has("sprak")) settings.language = form["sprak"];
  if (form.has("tidssone")) settings.time_zone = trim_ascii(form["tidssone"]);
  if (form.has("k")) settings.places = small_number(form["k"]);
  if (form.has("poeng")) settings.points = read_points(form["poeng"]);
  settings.hidden_until_revealed = form.has("skjult");
  settings.show_waiting = form.has("vis_ventende");
  settings.groups_fixed = form.has("faste_grupper");
  settings.alone_first = form.has("alene");
  settings.persons_count = form.has("alene_teller");
  if (form.has("alene_min")) settings.alone_minutes = small_number(form["alene_min"]);
  for (StagePlan& plan : settings.stages) {
    const std::string name = std::string("min_") + boost::describe::enum_to_string(plan.stage, "");
    if (form.has(name)) plan.minutes = small_number(form[name]);
  }
  if (form.has("nokkel_1_kort") || form.has("nokkel_1_tekst")) made.keys = read_keys(form);
  return made;
}

bool fill_in_minutes(const Call& call, Settings& settings) {
  if (call.op() != "tider") return false;
  if (const RunningOrder* order = find_running_order(call.field("kjoreplan"))) apply_running_order(settings, *order);
  return true;
}

bool rearrange_keys(const Call& call, std::vector<Key>& keys) {
  const std::string_view op = call.op();
  const std::size_t n = call.number();
  const bool in_list = n >= 1 && n <= keys.size();
  if (op == "legg-til") {
    if (keys.size() < limits::keys) keys.emplace_back();
  } else if (op == "fjern") {
    if (in_list) keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(n) - 1);
  } else if (op == "opp") {
    if (in_list && n > 1) std::swap(keys[n - 1], keys[n - 2]);
  } else if (op == "ned") {
    if (in_list && n < keys.size()) std::swap(keys[n - 1], keys[n]);
  } else {
    return false;
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    keys[i].id = KeyId{static_cast<std::uint32_t>(i + 1)};
    keys[i].label = std::to_string(i + 1);
  }
  return true;
}

}  // namespace knippe::web
