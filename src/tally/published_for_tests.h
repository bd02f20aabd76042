#pragma once
// Reading elections that others have published, for tests: names, tiers as text, expected places.

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tally/places.h"
#include "tally/read/election.h"

namespace knippe::tally {

namespace fs = std::filesystem;
namespace json = boost::json;

using Strings = std::vector<std::string>;

inline std::string text_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline Strings split(std::string_view text, char at) {
  Strings parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, at);) {
    const auto from = part.find_first_not_of(" \r"), until = part.find_last_not_of(" \r");
    if (from != std::string::npos) parts.push_back(part.substr(from, until - from + 1));
  }
  return parts;
}

struct Ballots {
  Strings names;
  Profile profile{0};

  Option option(const std::string& name) const {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) throw std::runtime_error("no option " + name);
    return static_cast<Option>(at - names.begin());
  }
  void add(const std::vector<Strings>& tiers, Weight weight) {
    std::vector<Option> choices;
    Shape shape;
    for (const auto& tier : tiers) {
      for (const auto& name : tier) choices.push_back(option(name));
      shape.push_back(static_cast<std::uint16_t>(tier.size()));
    }
    profile.add(choices, shape, weight);
  }
};

inline std::vector<Strings> tiers_of(std::string_view ranking) {
  std::vector<Strings> tiers;
  for (const auto& tier : split(ranking, '>')) tiers.push_back(split(tier, '='));
  return tiers;
}

inline Ballots election_in(const fs::path& path) {
  auto election = read(text_of(path), format_of_name(path.string()).value());
  if (!election) throw std::runtime_error(path.string() + ": " + election.error().detail);
  return {std::move(election->names), std::move(election->ballots)};
}

inline Places places_of(const Ballots& election, const std::vector<Strings>& tiers) {
  Places places;
  for (const auto& tier : tiers) {
    auto& place = places.emplace_back();
    for (const auto& name : tier) place.push_back(election.option(name));
    std::ranges::sort(place);
  }
  return places;
}

inline std::vector<Strings> tiers_of(const json::value& value) { return json::value_to<std::vector<Strings>>(value); }

}  // namespace knippe::tally
