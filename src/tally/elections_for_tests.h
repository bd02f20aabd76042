#pragma once
// Elections for tests: any ballots, with ties and weights, kept as plain lists beside the profile they make, and counts written
// straight from the definitions, however slow.

#include <rapidcheck.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "tally/count.h"
#include "tally/places.h"

namespace knippe::tally {

struct TestBallot {
  std::vector<std::vector<Option>> tiers;
  Weight weight = 1;
};

struct TestElection {
  std::size_t options = 0;
  std::vector<TestBallot> ballots;

  Profile profile() const {
    Profile profile(options);
    for (const auto& ballot : ballots) {
      std::vector<Option> choices;
      Shape shape;
      for (const auto& tier : ballot.tiers) {
        choices.insert(choices.end(), tier.begin(), tier.end());
        shape.push_back(static_cast<std::uint16_t>(tier.size()));
      }
      profile.add(choices, shape, ballot.weight);
    }
    return profile;
  }
};

inline std::vector<Option> any_order(std::size_t options) {
  std::vector<std::pair<int, Option>> keyed;
  for (Option i = 0; i < options; ++i) keyed.emplace_back(*rc::gen::arbitrary<int>(), i);
  std::ranges::sort(keyed);
  std::vector<Option> order;
  for (const auto& [key, option] : keyed) order.push_back(option);
  return order;
}

inline TestBallot any_ballot(std::size_t options, bool is_strict_and_complete) {
  TestBallot ballot;
  auto order = any_order(options);
  if (!is_strict_and_complete) {
    ballot.weight = *rc::gen::inRange<Weight>(1, 4);
    order.resize(*rc::gen::inRange<std::size_t>(0, options + 1));
  }
  for (const Option option : order)
    if (is_strict_and_complete || ballot.tiers.empty() || *rc::gen::inRange(0, 4) > 0)
      ballot.tiers.push_back({option});
    else
      ballot.tiers.back().push_back(option);
  return ballot;
}

inline TestElection any_election(bool is_strict_and_complete = false, std::size_t most_options = 6) {
  TestElection election;
  election.options = *rc::gen::inRange<std::size_t>(1, most_options + 1);
  const auto count = *rc::gen::inRange<std::size_t>(0, 10);
  for (std::size_t i = 0; i < count; ++i) election.ballots.push_back(any_ballot(election.options, is_strict_and_complete));
  return election;
}

/// The tiers of a ballot, the unnamed as the last one when they count.
inline std::vector<std::vector<Option>> full_tiers(const TestElection& election, const TestBallot& ballot, Unranked unranked) {
  auto tiers = ballot.tiers;
  std::vector<Option> unnamed;
  for (Option option = 0; option < election.options; ++option)
    if (std::ranges::none_of(ballot.tiers, [&](const auto& tier) { return std::ranges::find(tier, option) != tier.end(); }))
      unnamed.push_back(option);
  if (unranked == Unranked::last && !unnamed.empty()) tiers.push_back(unnamed);
  return tiers;
}

inline Matrix naive_pairwise(const TestElection& election, Unranked unranked) {
  Matrix votes(election.options);
  for (const auto& ballot : election.ballots) {
    const auto tiers = full_tiers(election, ballot, unranked);
    for (std::size_t high = 0; high < tiers.size(); ++high)
      for (std::size_t low = high + 1; low < tiers.size(); ++low)
        for (const Option a : tiers[high])
          for (const Option b : tiers[low]) votes.at(a, b) += ballot.weight;
  }
  return votes;
}

inline std::size_t place_of(const Places& places, Option option) {
  for (std::size_t place = 0; place < places.size(); ++place)
    if (std::ranges::find(places[place], option) != places[place].end()) return place;
  return places.size();
}

}  // namespace knippe::tally
