#include "views/report/bundle.h"

#include <boost/json.hpp>

#include "base/encoding.h"
#include "views/alone.h"
#include "views/report/json.h"
#include "views/result.h"

namespace knippe::views {
namespace {

namespace json = boost::json;

json::value time_or_null(Instant instant) { return instant.ms > 0 ? json::value(to_rfc3339(instant)) : json::value(nullptr); }

template <class Id>
json::value number_or_null(Id id) { return id ? json::value(id.value) : json::value(nullptr); }

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

json::object workshop_part(const domain::Workshop& workshop, RoomId room) {
  return {{"room", to_base32(room.value)},
          {"title", workshop.about.title},
          {"question", text_or_null(workshop.about.question)},
          {"place", text_or_null(workshop.about.place)},
          {"date", text_or_null(workshop.about.date)},
          {"language", workshop.settings.language},
          {"simulated", workshop.simulated},
          {"rehearsal", workshop.rehearsal},
          {"groups", workshop.groups.size()},
          {"people", workshop.people()},
          {"started_at", time_or_null(workshop.started_at)},
          {"closed_at", time_or_null(workshop.closed_at)},
          {"published_at", time_or_null(workshop.published_at)}};
}

json::object rule_part(const domain::Settings& settings) {
  return {{"name", "points"},
          {"points", json::array(settings.points.begin(), settings.points.end())},
          {"places", settings.places},
          {"ties", "shared"},
          {"persons_count", settings.persons_count},
          {"persons_shown_from", settings.persons_shown_from}};
}

json::array keys_part(const domain::Workshop& workshop) {
  json::array out;
  for (const domain::Key& key : workshop.keys)
    out.push_back(json::object{{"id", key.id.value},
                               {"label", key.label},
                               {"short_name", key.short_name},
                               {"text", key.text},
                               {"language", key.language},
                               {"supplement", number_or_null(key.origin)},
                               {"retired", key.retired}});
  return out;
}

json::array groups_part(const domain::Workshop& workshop) {
  json::array out;
  for (const domain::Group& group : workshop.groups)
    out.push_back(json::object{{"number", group.number.value},
                               {"name", text_or_null(group.name)},
                               {"people", group.people()},
                               {"paper", group.paper}});
  return out;
}

json::array ballots_part(const RankingResult& result) {
  json::array out;
  for (const GroupBallot& ballot : result.ballots) {
    json::array choices;
    for (const KeyId key : ballot.choices) choices.push_back(key.value);
    out.push_back(json::object{{"group", ballot.group.value}, {"choices", std::move(choices)}});
  }
  return out;
}

json::array ranking_part(const RankingResult& result) {
  json::array out;
  for (const RankedKey& key : result.keys)
    out.push_back(json::object{
        {"place", key.place}, {"key", key.key.value}, {"points", key.points}, {"chosen_by", key.chosen_by}});
  return out;
}

json::value agreement_part(const RankingResult& result) {
  if (!result.agreement) return nullptr;
  return json::object{{"shared", result.agreement->shared}, {"pairs", result.agreement->pairs}};
}

json::array rounds_part(const domain::Workshop& workshop) {
  json::array out;
  for (const int round : rounds_of(workshop, Whose::groups)) {
    const RankingResult result = result_of(workshop, round, Whose::groups);
    out.push_back(json::object{{"round", round},
                               {"ballots", ballots_part(result)},
                               {"ranking", ranking_part(result)},
                               {"agreement", agreement_part(result)}});
  }
  return out;
}

/// Ballots and their count only where they may be shown; the marks are as many as the ballots.
json::array alone_part(const domain::Workshop& workshop) {
  json::array out;
  for (const domain::AloneRound* alone : opened_boxes(workshop)) {
    json::value ballots = nullptr, ranking = nullptr;
    if (workshop.may_show(*alone)) {
      json::array lists, rows;
      for (const std::vector<KeyId>& choices : alone->ballots) {
        json::array& list = lists.emplace_back(json::array{}).as_array();
        for (const KeyId key : choices) list.push_back(key.value);
      }
      for (const tally::Row& row : count_persons(workshop, *alone))
        if (row.chosen_by > 0 || !workshop.keys[row.option].retired)
          rows.push_back(json::object{
              {"place", row.place}, {"key", row.option + 1}, {"points", row.points}, {"chosen_by", row.chosen_by}});
      ballots = std::move(lists);
      ranking = std::move(rows);
    }
    out.push_back(json::object{{"round", alone->round},
                               {"handed_in", alone->handed_in.size()},
                               {"ballots", std::move(ballots)},
                               {"ranking", std::move(ranking)}});
  }
  return out;
}

json::array supplements_part(const domain::Workshop& workshop) {
  json::array out;
  for (const domain::Supplement& each : workshop.supplements)
    out.push_back(json::object{{"id", each.id.value},
                               {"group", each.group.value},
                               {"status", boost::describe::enum_to_string(each.status, "")},
                               {"key", number_or_null(each.key)},
                               {"merged_into", number_or_null(each.merged_into)},
                               {"theme", number_or_null(each.theme)}});
  return out;
}

json::array themes_part(const domain::Workshop& workshop) {
  json::array out;
  for (const domain::Theme& theme : workshop.themes)
    if (!theme.removed) out.push_back(json::object{{"id", theme.id.value}, {"name", text_or_null(theme.name)}});
  return out;
}

json::array measures_part(const domain::Workshop& workshop) {
  json::array out;
  for (const domain::Measure& each : workshop.measures)
    if (!each.deleted)
      out.push_back(json::object{{"id", each.id.value},
                                 {"group", each.group.value},
                                 {"key", number_or_null(each.key)},
                                 {"text", text_or_null(each.text)},
                                 {"date", text_or_null(each.date)}});
  return out;
}

}  // namespace

std::string result_bundle(const domain::Workshop& workshop, RoomId room, std::string_view program_version) {
  const int round = workshop.counted_round();
  return report::indented(json::object{{"format", "knippe-result-1"},
                                       {"program", {{"name", "knippe"}, {"version", std::string(program_version)}}},
                                       {"workshop", workshop_part(workshop, room)},
                                       {"rule", rule_part(workshop.settings)},
                                       {"keys", keys_part(workshop)},
                                       {"groups", groups_part(workshop)},
                                       {"counted_round", round > 0 ? json::value(round) : json::value(nullptr)},
                                       {"counted_by", round > 0 ? json::value(workshop.persons_count_in(round) ? "persons" : "groups") : json::value(nullptr)},
                                       {"rounds", rounds_part(workshop)},
                                       {"alone", alone_part(workshop)},
                                       {"supplements", supplements_part(workshop)},
                                       {"themes", themes_part(workshop)},
                                       {"measures", measures_part(workshop)}});
}

}  // namespace knippe::views
