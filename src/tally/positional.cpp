#include "tally/positional.h"

#include <algorithm>
#include <tuple>

#include "tally/places.h"

namespace knippe::tally {
namespace {

using Integer = boost::multiprecision::cpp_int;

/// f(standing, weights by option) for each place ballots have for options, the last tier of the unnamed included if it counts.
template <class F>
void for_each_standing(const Totals& totals, Unranked unranked, F f) {
  for (const auto& [standing, weights] : totals.standings()) f(standing, weights);
  if (unranked == Unranked::ignored) return;
  for (const auto& [length, weight] : totals.lengths()) {
    if (length == totals.option_count()) continue;
    std::vector<Weight> unnamed(totals.option_count(), weight);
    for (const auto& [standing, weights] : totals.standings())
      if (standing.length == length)
        for (std::size_t option = 0; option < unnamed.size(); ++option) unnamed[option] -= weights[option];
    f(Standing{length, length, static_cast<std::uint16_t>(totals.option_count() - length)}, unnamed);
  }
}

Outcome ranked(Rule rule, std::vector<Number> scores, const Question& question) {
  Outcome outcome;
  outcome.rule = rule;
  outcome.places = places_by(scores.size(), [&](Option a, Option b) { return scores[a] > scores[b]; });
  outcome.scores = std::move(scores);
  settle(outcome, question);
  return outcome;
}

/// `points_of(i)` is what place i, from 0, gives.
template <class PointsOf>
std::vector<Number> scores(const Totals& totals, Unranked unranked, PointsOf points_of) {
  std::map<std::uint16_t, std::vector<Integer>> by_size;  // sums still to be divided by the tier's size
  for_each_standing(totals, unranked, [&](const Standing& standing, const std::vector<Weight>& weights) {
    std::int64_t tier = 0;
    for (std::size_t place = standing.first; place < std::size_t{standing.first} + standing.size; ++place) tier += points_of(place);
    auto& sums = by_size[standing.size];
    sums.resize(weights.size());
    for (std::size_t option = 0; option < weights.size(); ++option)
      if (weights[option] != 0) sums[option] += Integer(weights[option]) * tier;
  });
  std::vector<Number> scores(totals.option_count());
  for (const auto& [size, sums] : by_size)
    for (std::size_t option = 0; option < sums.size(); ++option) scores[option] += Number(sums[option], size);
  return scores;
}

}  // namespace

Outcome points(const Totals& totals, const Question& question) {
  const auto& points = question.points;
  const auto points_of = [&](std::size_t place) { return place < points.size() ? std::int64_t{points[place]} : 0; };
  return ranked(Rule::points, scores(totals, question.unranked, points_of), question);
}

std::vector<Row> points(std::size_t option_count, std::span<const Ballot> ballots, std::span<const int> points_per_place) {
  Profile profile(option_count);
  for (const Ballot& ballot : ballots) profile.add(ballot.choices);
  const Totals totals(profile);
  Question question;
  question.points.assign(points_per_place.begin(), points_per_place.end());
  const Outcome counted = points(totals, question), named = approval(totals, question);
  std::vector<Row> rows;
  std::int64_t next = 1;
  for (const auto& place : counted.places) {
    for (const Option option : place)
      rows.push_back({option, counted.scores[option].convert_to<std::int64_t>(), named.scores[option].convert_to<std::int64_t>(), next});
    next += static_cast<std::int64_t>(place.size());
  }
  std::ranges::sort(rows, {}, [](const Row& row) { return std::tuple(row.place, -row.chosen_by, row.option); });
  return rows;
}

Outcome borda(const Totals& totals, const Question& question) {
  const auto points_of = [&](std::size_t place) { return static_cast<std::int64_t>(totals.option_count() - place); };
  return ranked(Rule::borda, scores(totals, question.unranked, points_of), question);
}

Outcome plurality(const Totals& totals, const Question& question) {
  const auto points_of = [](std::size_t place) { return std::int64_t{place == 0}; };
  return ranked(Rule::plurality, scores(totals, question.unranked, points_of), question);
}

Outcome approval(const Totals& totals, const Question& question) {
  std::vector<Number> scores(totals.option_count());
  for (const auto& [standing, weights] : totals.standings())
    if (question.approved == 0 || standing.first < question.approved)
      for (std::size_t option = 0; option < weights.size(); ++option) scores[option] += weights[option];
  return ranked(Rule::approval, std::move(scores), question);
}

}  // namespace knippe::tally
