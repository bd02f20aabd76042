#include "app/verify/recount.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <string>

#include "tally/positional.h"
#include "views/alone.h"
#include "views/result.h"

namespace knippe::app {
namespace {

namespace json = boost::json;

using Choices = std::vector<std::uint32_t>;
using Ballots = std::map<std::uint32_t, Choices>;  ///< by group

struct Published {
  std::uint32_t key = 0;
  std::int64_t place = 0, points = 0, chosen_by = 0;
};

struct Round {
  int round = 0;
  Ballots ballots;
  std::vector<Published> ranking;
  bool only_groups = true;  ///< every ballot is a group's
};

/// The persons' own rankings of a round, where they were published.
struct Alone {
  int round = 0;
  std::vector<Choices> ballots;
  std::vector<Published> ranking;
};

struct Result {
  std::vector<int> points;
  std::string counted_by;
  std::vector<Alone> alone;
  std::int64_t counted_round = 0;
  std::vector<Round> rounds;
};

Choices choices_of(const json::value& list) {
  Choices out;
  for (const json::value& each : list.as_array()) out.push_back(each.to_number<std::uint32_t>());
  return out;
}

std::vector<Published> ranking_of(const json::object& from) {
  std::vector<Published> rows;
  for (const json::value& row : from.at("ranking").as_array())
    rows.push_back({row.at("key").to_number<std::uint32_t>(), row.at("place").to_number<std::int64_t>(),
                    row.at("points").to_number<std::int64_t>(), row.at("chosen_by").to_number<std::int64_t>()});
  return rows;
}

Alone alone_of(const json::object& from) {
  Alone alone{from.at("round").to_number<int>(), {}, {}};
  if (from.at("ballots").is_null()) return alone;
  for (const json::value& ballot : from.at("ballots").as_array()) alone.ballots.push_back(choices_of(ballot));
  alone.ranking = ranking_of(from);
  return alone;
}

Round round_of(const json::object& from) {
  Round round;
  round.round = from.at("round").to_number<int>();
  for (const json::value& ballot : from.at("ballots").as_array()) {
    const json::value* group = ballot.as_object().if_contains("group");
    if (!group || group->is_null()) round.only_groups = false;
    else round.ballots[group->to_number<std::uint32_t>()] = choices_of(ballot.at("choices"));
  }
  round.ranking = ranking_of(from);
  return round;
}

/// Throws what Boost.JSON throws; the caller is the adapter.
Result read_result(std::string_view text) {
  const json::value value = json::parse(json::string_view(text.data(), text.size()));
  Result result;
  for (const json::value& each : value.at("rule").at("points").as_array()) result.points.push_back(each.to_number<int>());
  const json::value& counted = value.at("counted_round");
  result.counted_round = counted.is_null() ? 0 : counted.to_number<std::int64_t>();
  for (const json::value& each : value.at("rounds").as_array()) result.rounds.push_back(round_of(each.as_object()));
  if (const json::value* by = value.as_object().if_contains("counted_by"); by && by->is_string()) result.counted_by = by->get_string();
  if (const json::value* alone = value.as_object().if_contains("alone"))
    for (const json::value& each : alone->as_array()) result.alone.push_back(alone_of(each.as_object()));
  return result;
}

Ballots ballots_in(const domain::Workshop& state, int round) {
  Ballots ballots;
  for (const domain::Group& group : state.groups) {
    const domain::Sheet* sheet = state.sheet_of(group.number, round);
    if (!sheet || !sheet->is_handed_in()) continue;
    for (const KeyId key : sheet->handed_in) ballots[group.number.value].push_back(key.value);
  }
  return ballots;
}

Finding broken(views::MessageKey words, std::vector<std::string> fill, std::string where) {
  return {Verdict::broken, "recount", words, std::move(fill), std::move(where)};
}

/// Places, points and counts from the log's ballots against the published rows; keys the rows do not name have no points.
std::optional<Finding> compare_ranking(const Ballots& ballots, const std::vector<int>& points, const Round& round) {
  const std::string where = "round " + std::to_string(round.round);
  std::uint32_t highest = 0;
  std::vector<tally::Ballot> counted;
  for (const auto& [group, choices] : ballots)
    for (const std::uint32_t key : choices) highest = std::max(highest, key);
  for (const Published& row : round.ranking) highest = std::max(highest, row.key);
  if (highest > 65'000) return broken("verify.result_unreadable", {}, where);
  for (const auto& [group, choices] : ballots) {
    tally::Ballot& ballot = counted.emplace_back();
    for (const std::uint32_t key : choices) {
      if (key == 0 || std::ranges::find(ballot.choices, key - 1) != ballot.choices.end())
        return broken("verify.ballot_twice", {std::to_string(group), std::to_string(key)}, where);
      ballot.choices.push_back(key - 1);
    }
  }
  std::map<std::uint32_t, tally::Row> rows;
  for (const tally::Row& row : tally::points(highest, counted, points)) rows[row.option + 1] = row;
  for (const Published& said : round.ranking) {
    const auto found = rows.find(said.key);
    if (found == rows.end() || found->second.points != said.points || found->second.chosen_by != said.chosen_by ||
        (said.points > 0 && found->second.place != said.place))
      return broken("verify.key_differs", {std::to_string(said.key), std::to_string(found == rows.end() ? 0 : found->second.points), std::to_string(said.points)},
                    where);
    rows.erase(found);
  }
  for (const auto& [key, row] : rows)
    if (row.chosen_by > 0) return broken("verify.key_left_out", {std::to_string(key)}, where);
  return std::nullopt;
}

std::optional<Finding> compare_round(const domain::Workshop& state, const Round& round) {
  const std::string where = "round " + std::to_string(round.round);
  const Ballots ballots = ballots_in(state, round.round);
  for (const auto& [group, choices] : ballots) {
    const auto found = round.ballots.find(group);
    if (found == round.ballots.end()) return broken("verify.ballot_left_out", {std::to_string(group)}, where);
    if (found->second != choices) return broken("verify.ballot_changed", {std::to_string(group)}, where);
  }
  for (const auto& [group, choices] : round.ballots)
    if (!ballots.contains(group)) return broken("verify.ballot_added", {std::to_string(group)}, where);
  return compare_ranking(ballots, state.settings.points, round);
}

/// What was published of a box against the box the log opened; of few ballots nothing is published.
std::optional<Finding> compare_alone(const domain::Workshop& state, const Alone& alone) {
  const Finding differs = broken("verify.alone_differs", {}, "round " + std::to_string(alone.round));
  const domain::AloneRound* opened = state.alone_of(alone.round);
  const bool shown = opened && state.may_show(*opened);
  if (!shown || alone.ballots.empty()) return shown || !alone.ballots.empty() ? std::optional(differs) : std::nullopt;
  Ballots numbered;
  std::vector<Choices> ballots;
  for (const std::vector<KeyId>& list : opened->ballots) {
    Choices& choices = ballots.emplace_back();
    for (const KeyId key : list) choices.push_back(key.value);
    numbered[static_cast<std::uint32_t>(ballots.size())] = choices;
  }
  if (ballots != alone.ballots) return differs;
  return compare_ranking(numbered, state.settings.points, {alone.round, {}, alone.ranking, false});
}

}  // namespace

std::vector<Finding> compare_with_result(const domain::Workshop& state, std::string_view text) {
  Result result;
  try {
    result = read_result(text);
  } catch (const std::exception&) {
    return {broken("verify.result_unreadable", {}, "result")};
  }
  std::vector<Finding> found;
  if (result.points != state.settings.points) found.push_back(broken("verify.rule_differs", {}, "result"));
  if (result.counted_round != state.counted_round()) found.push_back(broken("verify.counted_round_differs", {}, "result"));
  if (result.rounds.size() != views::rounds_of(state, views::Whose::groups).size()) found.push_back(broken("verify.rounds_differ", {}, "result"));
  const std::string_view counted_by = state.counted_round() == 0 ? "" : state.persons_count_in(state.counted_round()) ? "persons" : "groups";
  if (!result.counted_by.empty() && result.counted_by != counted_by) found.push_back(broken("verify.rule_differs", {}, "result"));
  for (const Alone& alone : result.alone)
    if (auto differs = compare_alone(state, alone)) found.push_back(*std::move(differs));
  std::size_t ballots = 0;
  for (const Round& round : result.rounds) {
    if (!round.only_groups) {
      found.push_back({Verdict::unchecked, "recount", "verify.persons_not_recounted", {std::to_string(round.round)}});
      continue;
    }
    ballots += round.ballots.size();
    if (auto differs = compare_round(state, round)) found.push_back(*std::move(differs));
  }
  if (found.empty()) found.push_back({Verdict::holds, "recount", "verify.recount_holds", {std::to_string(ballots), std::to_string(result.rounds.size())}});
  return found;
}

}  // namespace knippe::app
