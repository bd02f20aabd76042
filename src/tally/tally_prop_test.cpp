// Counting against a naive reference written from the definitions, and the symmetries every positional rule has.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "tally/agreement.h"
#include "tally/positional.h"

namespace knippe::tally {
namespace {

struct Election {
  std::size_t options;
  std::vector<Ballot> ballots;
  std::vector<int> per_place;
};

std::vector<Option> shuffled(std::size_t options) {
  std::vector<std::pair<int, Option>> order;
  for (std::size_t i = 0; i < options; ++i) order.emplace_back(*rc::gen::arbitrary<int>(), static_cast<Option>(i));
  std::ranges::sort(order);
  std::vector<Option> out;
  for (const auto& [key, option] : order) out.push_back(option);
  return out;
}

Election some_election() {
  Election election;
  election.options = *rc::gen::inRange<std::size_t>(1, 9);
  const auto count = *rc::gen::inRange<std::size_t>(0, 12);
  for (std::size_t i = 0; i < count; ++i) {
    Ballot ballot{shuffled(election.options)};
    ballot.choices.resize(*rc::gen::inRange<std::size_t>(0, election.options + 1));
    election.ballots.push_back(std::move(ballot));
  }
  const auto places = *rc::gen::inRange<std::size_t>(1, 6);
  for (std::size_t i = 0; i < places; ++i) election.per_place.push_back(*rc::gen::inRange(0, 8));
  std::ranges::sort(election.per_place, std::greater<>());
  return election;
}

std::vector<Row> count(const Election& election) { return points(election.options, election.ballots, election.per_place); }

/// The row of an option, listing order apart.
Row row_of(const std::vector<Row>& rows, Option option) {
  return *std::ranges::find(rows, option, &Row::option);
}

std::int64_t naive_points(const Election& election, Option option) {
  std::int64_t sum = 0;
  for (const Ballot& ballot : election.ballots)
    for (std::size_t i = 0; i < std::min(ballot.choices.size(), election.per_place.size()); ++i)
      sum += ballot.choices[i] == option ? election.per_place[i] : 0;
  return sum;
}

RC_GTEST_PROP(PointsProp, AgreesWithTheDefinition, ()) {
  const Election election = some_election();
  const auto rows = count(election);
  RC_ASSERT(rows.size() == election.options);
  for (Option option = 0; option < election.options; ++option) {
    const Row row = row_of(rows, option);
    RC_ASSERT(row.points == naive_points(election, option));
    std::int64_t better = 0;
    for (Option other = 0; other < election.options; ++other) better += naive_points(election, other) > row.points;
    RC_ASSERT(row.place == better + 1);
    RC_ASSERT(row.chosen_by == std::ranges::count_if(election.ballots, [&](const Ballot& ballot) {
                return std::ranges::find(ballot.choices, option) != ballot.choices.end();
              }));
  }
}

RC_GTEST_PROP(PointsProp, AnonymityTheOrderOfBallotsDoesNotMatter, ()) {
  const Election election = some_election();
  Election other = election;
  const auto order = shuffled(std::max<std::size_t>(1, election.ballots.size()));
  for (std::size_t i = 0; i < election.ballots.size(); ++i) other.ballots[i] = election.ballots[order[i]];
  RC_ASSERT(count(election) == count(other));
  RC_ASSERT(agreement(election.options, election.ballots) == agreement(election.options, other.ballots));
}

RC_GTEST_PROP(PointsProp, NeutralityRenamingOptionsRenamesTheResult, ()) {
  const Election election = some_election();
  const auto name = shuffled(election.options);
  Election renamed = election;
  for (Ballot& ballot : renamed.ballots)
    for (Option& choice : ballot.choices) choice = name[choice];
  const auto before = count(election);
  const auto after = count(renamed);
  for (const Row& row : before) {
    const Row moved = row_of(after, name[row.option]);
    RC_ASSERT(moved.points == row.points && moved.place == row.place && moved.chosen_by == row.chosen_by);
  }
  RC_ASSERT(agreement(election.options, election.ballots) == agreement(election.options, renamed.ballots));
}

RC_GTEST_PROP(PointsProp, HomogeneityEveryBallotTwiceKeepsThePlaces, ()) {
  const Election election = some_election();
  Election doubled = election;
  doubled.ballots.insert(doubled.ballots.end(), election.ballots.begin(), election.ballots.end());
  const auto once = count(election);
  const auto twice = count(doubled);
  for (const Row& row : once) RC_ASSERT(row_of(twice, row.option).place == row.place);
}

RC_GTEST_PROP(PointsProp, MonotonicityRaisingAnOptionNeverHurtsIt, ()) {
  Election election = some_election();
  ++election.options;
  election.ballots.push_back({shuffled(election.options)});
  auto& choices = election.ballots.back().choices;
  const auto at = *rc::gen::inRange<std::size_t>(1, election.options);
  const Option raised = choices[at];
  const auto before = row_of(count(election), raised).place;
  std::swap(choices[at], choices[at - 1]);
  RC_ASSERT(row_of(count(election), raised).place <= before);
}

RC_GTEST_PROP(PointsProp, TheListingIsInOrder, ()) {
  const auto rows = count(some_election());
  for (std::size_t i = 1; i < rows.size(); ++i) {
    RC_ASSERT(rows[i - 1].points >= rows[i].points);
    if (rows[i - 1].points == rows[i].points) RC_ASSERT(rows[i - 1].chosen_by >= rows[i].chosen_by);
  }
}

RC_GTEST_PROP(AgreementProp, IsTheMeanOverlapOfAllPairs, ()) {
  const Election election = some_election();
  std::int64_t shared = 0;
  std::int64_t pairs = 0;
  for (std::size_t a = 0; a < election.ballots.size(); ++a)
    for (std::size_t b = a + 1; b < election.ballots.size(); ++b) {
      ++pairs;
      const std::set<Option> mine(election.ballots[a].choices.begin(), election.ballots[a].choices.end());
      for (const Option choice : election.ballots[b].choices) shared += static_cast<std::int64_t>(mine.count(choice));
    }
  const auto found = agreement(election.options, election.ballots);
  if (election.ballots.size() < 3) return RC_ASSERT(!found);
  RC_ASSERT(found == (Overlap{shared, pairs}));
}

}  // namespace
}  // namespace knippe::tally
