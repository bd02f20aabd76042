#include "app/tally/print.h"

#include <algorithm>

#include "base/text.h"
#include "views/tally/explain.h"

namespace knippe::app {
namespace {

namespace json = boost::json;
using tally::Number;
using tally::Option;

json::array each_exact(const std::vector<Number>& numbers) {
  json::array out;
  for (const Number& number : numbers) out.push_back(exact(number));
  return out;
}

json::array named(std::span<const Option> options, const tally::Election& election) {
  json::array out;
  for (const Option option : options) out.push_back(json::value(election.names[option]));
  return out;
}

json::array rows(const std::vector<std::vector<Number>>& table) {
  json::array out;
  for (const auto& row : table) out.push_back(each_exact(row));
  return out;
}

json::array rows(const tally::Matrix& matrix) {
  json::array out;
  for (Option a = 0; a < matrix.size(); ++a) {
    json::array row;
    for (Option b = 0; b < matrix.size(); ++b) row.push_back(matrix.at(a, b));
    out.push_back(std::move(row));
  }
  return out;
}

json::object round_part(const tally::Round& round, const tally::Election& election) {
  json::object out{{"votes", each_exact(round.votes)}, {"exhausted", exact(round.exhausted)}};
  if (round.quota) out["quota"] = exact(*round.quota);
  if (!round.keep.empty()) out["keep"] = each_exact(round.keep);
  out["elected"] = named(round.elected, election);
  out["excluded"] = named(round.excluded, election);
  json::array transfers;
  for (const tally::Transfer& each : round.transfers)
    transfers.push_back(json::object{{"from", election.names[each.from]},
                                     {"surplus", each.is_surplus},
                                     {"value", exact(each.value)},
                                     {"to", each_exact(each.to)},
                                     {"exhausted", exact(each.exhausted)}});
  out["transfers"] = std::move(transfers);
  return out;
}

json::array majorities(std::span<const tally::Lock> locks, const tally::Election& election) {
  json::array out;
  for (const tally::Lock& lock : locks)
    out.push_back(json::object{{"winner", election.names[lock.winner]},
                               {"loser", election.names[lock.loser]},
                               {"votes", lock.votes},
                               {"opposing", lock.opposing},
                               {"locked", lock.locked}});
  return out;
}

json::object tie_part(const tally::TieBreak& tie, const tally::Election& election) {
  static constexpr const char* by[] = {"shared", "earlier_round", "lot"};
  static constexpr const char* about[] = {"place", "exclusion", "election", "surplus"};
  return {{"by", by[static_cast<int>(tie.by)]},
          {"about", about[static_cast<int>(tie.about)]},
          {"tied", named(tie.tied, election)},
          {"order", named(tie.order, election)},
          {"round", tie.round}};
}

json::object parameters_part(const Counted& counted) {
  const tally::Question& question = counted.question;
  json::object out{{"seats", question.seats},
                   {"unranked", question.unranked == tally::Unranked::last ? "last" : "ignored"},
                   {"ties", question.ties.is_shared() ? "shared" : counted.lot_seed.empty() ? "file" : "lot:" + counted.lot_seed},
                   {"votes", counted.election.ballots.total()}};
  if (question.rule == tally::Rule::points) out["points"] = json::array(question.points.begin(), question.points.end());
  if (question.decimals > 0) out["precision"] = question.decimals;
  return out;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t now = length(text);
  return now < width ? text.append(width - now, ' ') : text;
}

std::string right(const std::string& text, std::size_t width) {
  const std::size_t now = length(text);
  return now < width ? std::string(width - now, ' ') + text : text;
}

/// Twenty eighth-block steps at most would be finer than print needs; whole blocks are read by every terminal.
std::string bar(const Number& score, const Number& most) {
  if (most <= 0 || score <= 0) return {};
  const boost::multiprecision::cpp_int blocks = numerator(Number(score * 24 / most)) / denominator(Number(score * 24 / most));
  std::string out;
  for (int i = 0; i < static_cast<int>(blocks); ++i) out += "█";
  return out;
}

}  // namespace

json::value exact(const Number& number) {
  if (denominator(number) == 1 && abs(numerator(number)) < (std::int64_t{1} << 53)) return static_cast<std::int64_t>(numerator(number));
  return json::value(number.str());
}

json::object to_json(const Counted& counted, const views::Words& w) {
  const auto& [election, question, outcome, seed] = counted;
  json::object out{{"rule", tally::name_of(outcome.rule)}};
  json::array options, ranking, ties, explanation;
  for (const std::string& name : election.names) options.push_back(json::value(name));
  for (const auto& place : outcome.places) ranking.push_back(named(place, election));
  out["options"] = std::move(options);
  out["ranking"] = std::move(ranking);
  out["winners"] = named(outcome.winners, election);
  if (!outcome.scores.empty()) out["scores"] = each_exact(outcome.scores);
  if (outcome.pairwise) out["pairwise"] = rows(*outcome.pairwise);
  if (outcome.paths) out["paths"] = rows(*outcome.paths);
  if (!outcome.path_ratios.empty()) out["paths"] = rows(outcome.path_ratios);
  if (!outcome.locks.empty()) out["majorities"] = majorities(outcome.locks, election);
  if (!outcome.rounds.empty()) {
    json::array rounds;
    for (const tally::Round& round : outcome.rounds) rounds.push_back(round_part(round, election));
    out["rounds"] = std::move(rounds);
  }
  for (const tally::TieBreak& tie : outcome.ties) ties.push_back(tie_part(tie, election));
  out["ties"] = std::move(ties);
  for (const std::string& sentence : views::explain(outcome, election.names, election.ballots.total(), w))
    explanation.push_back(json::value(sentence));
  out["explanation"] = std::move(explanation);
  out["parameters"] = parameters_part(counted);
  return out;
}

std::string to_table(const Counted& counted, std::size_t top, const views::Words& w) {
  const auto& [election, question, outcome, seed] = counted;
  std::size_t name_width = 0, score_width = 0;
  Number most = 0;
  for (const std::string& name : election.names) name_width = std::max(name_width, length(name));
  for (const Number& score : outcome.scores) {
    score_width = std::max(score_width, length(views::shown(score, w)));
    most = std::max(most, score);
  }
  std::string out = std::string(tally::name_of(outcome.rule)) + "\n\n";
  std::size_t place = 1, written = 0;
  for (const auto& tier : outcome.places) {
    if (top > 0 && written >= top) break;
    for (const Option option : tier) {
      out += right(std::to_string(place), 4) + "  " + padded(election.names[option], name_width);
      if (!outcome.scores.empty())
        out += "  " + right(views::shown(outcome.scores[option], w), score_width) + "  " + bar(outcome.scores[option], most);
      while (out.ends_with(' ')) out.pop_back();
      out += "\n";
      ++written;
    }
    place += tier.size();
  }
  out += "\n";
  for (const std::string& sentence : views::explain(outcome, election.names, election.ballots.total(), w)) out += sentence + "\n";
  return out;
}

}  // namespace knippe::app
