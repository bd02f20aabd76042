// The workshop's result bundle, knippe-result-1 (docs/formats/result-bundle.md): the counted round's ballots and the rule's points.
// An option's name is its label and its short name.

#include <boost/json.hpp>

#include <map>

#include "tally/read/draft.h"
#include "tally/read/scanner.h"

namespace knippe::tally {
namespace {

namespace json = boost::json;

constexpr std::size_t depth_max = 16;
constexpr std::size_t points_max = 100;
constexpr std::int64_t point_max = 1'000'000;

/// What a bundle lacks is said with the path to it; a parsed document knows no lines.
auto missing(std::string path) { return bad_input("tally.bundle", "1:1 " + std::move(path)); }

Result<const json::value*> member(const json::value& in, std::string_view name) {
  const json::object* object = in.if_object();
  const json::value* found = object ? object->if_contains(name) : nullptr;
  if (!found) return missing(std::string(name));
  return found;
}

Result<std::int64_t> whole(const json::value& in, std::string_view name) {
  const std::int64_t* number = TRY(member(in, name))->if_int64();
  if (!number) return missing(std::string(name));
  return *number;
}

Result<const json::array*> list(const json::value& in, std::string_view name) {
  const json::array* array = TRY(member(in, name))->if_array();
  if (!array) return missing(std::string(name));
  return array;
}

Result<std::string> text(const json::value& in, std::string_view name) {
  const json::string* string = TRY(member(in, name))->if_string();
  if (!string) return missing(std::string(name));
  return std::string(*string);
}

Result<json::value> parsed(std::string_view bytes) {
  json::parse_options options;
  options.max_depth = depth_max;
  json::parser parser({}, options);
  boost::system::error_code error;
  const std::size_t used = parser.write_some(bytes, error);
  if (error) return bad_input("tally.expected_json", Scanner(bytes).place(bytes.data() + used));
  Scanner rest(bytes.substr(used));
  while (rest.peek() == ' ' || rest.peek() == '\n' || rest.peek() == '\r' || rest.peek() == '\t') rest.skip();
  if (!rest.at_end()) return bad_input("tally.expected_json", Scanner(bytes).place(rest.at()));
  return parser.release();
}

Result<const json::value*> counted_round(const json::value& bundle) {
  const std::int64_t number = TRY(whole(bundle, "counted_round"));
  for (const json::value& round : *TRY(list(bundle, "rounds")))
    if (TRY(whole(round, "round")) == number) return &round;
  return missing("rounds");
}

Status read_rule(const json::value& bundle, Election& election) {
  const json::value& rule = *TRY(member(bundle, "rule"));
  for (const json::value& point : *TRY(list(rule, "points"))) {
    const std::int64_t* number = point.if_int64();
    if (!number || *number < 0 || *number > point_max || election.points.size() == points_max) return missing("rule.points");
    election.points.push_back(static_cast<int>(*number));
  }
  const std::int64_t places = TRY(whole(rule, "places"));
  if (places < 1 || places > static_cast<std::int64_t>(options_max)) return missing("rule.places");
  election.seats = static_cast<std::size_t>(places);
  return {};
}

using Keys = std::map<std::int64_t, Option>;

/// Keys that are offered or that a ballot of the round names.
Result<Keys> read_keys(const json::value& bundle, const json::array& ballots, Names& names) {
  std::map<std::int64_t, bool> named;
  for (const json::value& ballot : ballots)
    for (const json::value& choice : *TRY(list(ballot, "choices"))) {
      if (!choice.is_int64()) return missing("choices");
      named[choice.get_int64()] = true;
    }
  Keys keys;
  for (const json::value& key : *TRY(list(bundle, "keys"))) {
    const std::int64_t id = TRY(whole(key, "id"));
    const json::value* retired = TRY(member(key, "retired"));
    if (!retired->is_bool()) return missing("keys.retired");
    if (retired->get_bool() && !named.contains(id)) continue;
    const std::string label = TRY(text(key, "label")), short_name = TRY(text(key, "short_name"));
    const Option option = TRY(names.add(label + " " + short_name, "1:1"));
    if (!keys.emplace(id, option).second) return missing("keys.id");
  }
  if (keys.empty()) return missing("keys");
  return keys;
}

Status read_ballots(const json::array& ballots, const Keys& keys, Profile& profile) {
  Draft draft(profile.option_count());
  for (const json::value& ballot : ballots) {
    draft.begin();
    for (const json::value& choice : *TRY(list(ballot, "choices"))) {
      const auto key = keys.find(choice.get_int64());
      if (key == keys.end() || !draft.put(key->second, false)) return missing("choices");
    }
    add_draft(profile, draft, 1);
  }
  return {};
}

}  // namespace

Result<Election> read_bundle(std::string_view bytes) {
  const json::value bundle = TRY(parsed(bytes));
  if (TRY(text(bundle, "format")) != "knippe-result-1") return missing("format");
  const json::value& round = *TRY(counted_round(bundle));
  const json::array& ballots = *TRY(list(round, "ballots"));
  Names names;
  const Keys keys = TRY(read_keys(bundle, ballots, names));
  const json::value& workshop = *TRY(member(bundle, "workshop"));
  Election election{.title = TRY(text(workshop, "title")), .names = names.list(), .ballots = Profile(names.size())};
  TRY_STATUS(read_rule(bundle, election));
  TRY_STATUS(read_ballots(ballots, keys, election.ballots));
  return election;
}

}  // namespace knippe::tally
