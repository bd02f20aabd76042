// Elections that others have counted: a few in the repository, many more where a folder of shared data lies beside the checkout
// (or at $KNIPPE_SHARED). The table printed is the one in docs/counting.md.

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tally/count.h"
#include "tally/places.h"

namespace knippe::tally {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

using Names = std::vector<std::string>;

std::string text_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

Names split(std::string_view text, char at) {
  Names parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, at);) {
    const auto from = part.find_first_not_of(" \r"), until = part.find_last_not_of(" \r");
    if (from != std::string::npos) parts.push_back(part.substr(from, until - from + 1));
  }
  return parts;
}

struct Election {
  Names names;
  Profile profile{0};

  Option option(const std::string& name) const {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) throw std::runtime_error("no option " + name);
    return static_cast<Option>(at - names.begin());
  }
  void add(const std::vector<Names>& tiers, Weight weight) {
    std::vector<Option> choices;
    Shape shape;
    for (const auto& tier : tiers) {
      for (const auto& name : tier) choices.push_back(option(name));
      shape.push_back(static_cast<std::uint16_t>(tier.size()));
    }
    profile.add(choices, shape, weight);
  }
};

std::vector<Names> tiers_of(std::string_view ranking) {
  std::vector<Names> tiers;
  for (const auto& tier : split(ranking, '>')) tiers.push_back(split(tier, '='));
  return tiers;
}

Election read_cvotes(const fs::path& path) {
  Election election;
  std::ifstream in(path);
  constexpr std::string_view candidates = "#/Candidates:";
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(candidates)) {
      election.names = split(std::string_view(line).substr(candidates.size()), ';');
      election.profile = Profile(election.names.size());
    }
    if (line.empty() || line[0] == '#' || line.find_first_not_of(" \r") == std::string::npos) continue;
    const auto star = line.find('*');
    if (line.starts_with("/EMPTY_RANKING/"))
      election.add({}, star == std::string::npos ? 1 : std::stoll(line.substr(star + 1)));
    else
      election.add(tiers_of(line.substr(0, star)), star == std::string::npos ? 1 : std::stoll(line.substr(star + 1)));
  }
  return election;
}

Places places_of(const Election& election, const std::vector<Names>& tiers) {
  Places places;
  for (const auto& tier : tiers) {
    auto& place = places.emplace_back();
    for (const auto& name : tier) place.push_back(election.option(name));
    std::ranges::sort(place);
  }
  return places;
}

std::vector<Names> tiers_of(const json::value& value) { return json::value_to<std::vector<Names>>(value); }

TEST(Conformance, CasesCountedByCondorcet) {
  for (const auto& value : json::parse(text_of("tests/tally/condorcet_cases.json")).as_array()) {
    Election election{json::value_to<Names>(value.at("options")), Profile(value.at("options").as_array().size())};
    for (const auto& ballot : value.at("ballots").as_array()) election.add(tiers_of(ballot.at(1)), ballot.at(0).to_number<Weight>());
    Question question;
    question.rule = *rule_named(value.at("rule").as_string());
    question.unranked = value.at("unranked").as_string() == "last" ? Unranked::last : Unranked::ignored;
    const auto outcome = count(election.profile, question);
    const std::string what = json::serialize(value.at("name")) + " " + std::string(name_of(question.rule));
    ASSERT_TRUE(outcome) << what;
    if (const auto* winners = value.as_object().if_contains("winners"))
      EXPECT_EQ(outcome->places.front(), places_of(election, {json::value_to<Names>(*winners)}).front()) << what;
    else
      EXPECT_EQ(outcome->places, places_of(election, tiers_of(value.at("places")))) << what;
  }
}

/// With how many preferences an order agrees.
Weight agreement_of(const Outcome& outcome, const Places& places) {
  Weight sum = 0;
  std::vector<Option> order;
  for (const auto& place : places) order.insert(order.end(), place.begin(), place.end());
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size(); ++j) sum += outcome.pairwise->at(order[i], order[j]);
  return sum;
}

struct Known {
  const char* method;
  Rule rule;
  int agreeing;  ///< of all elections in both modes; docs/counting.md explains each that does not
};

constexpr Known known[] = {
    {"BordaCount", Rule::borda, 110},
    {"First-past-the-post voting", Rule::plurality, 110},
    {"Copeland", Rule::copeland, 110},
    {"Minimax Winning", Rule::minimax_winning, 110},
    {"Minimax Margin", Rule::minimax_margins, 110},
    {"Minimax Opposition", Rule::minimax_opposition, 110},
    {"Schulze Winning", Rule::schulze_winning, 110},
    {"Schulze Margin", Rule::schulze_margins, 110},
    {"Schulze Ratio", Rule::schulze_ratio, 110},
    {"Ranked Pairs Winning", Rule::ranked_pairs_winning, 110},
    {"Ranked Pairs Margin", Rule::ranked_pairs_margins, 110},
    {"Kemeny–Young", Rule::kemeny, 75},
};

TEST(Conformance, TheTidemanCollection) {
  const char* shared = std::getenv("KNIPPE_SHARED");
  const fs::path folder = fs::path(shared ? shared : "../shared") / "data/ranked_ballots/tideman";
  if (!fs::exists(folder)) {
    std::puts("The Tideman collection is not here (set KNIPPE_SHARED); it was not counted.");
    return;
  }
  std::map<Rule, int> agreeing, cases;
  const auto expected = json::parse(text_of(folder / "expected_results.json"));
  for (const auto& [id, modes] : expected.as_object())
    for (const auto& [mode, results] : modes.as_object()) {
      const std::string name = id;
      const Election election = read_cvotes(folder / name / (name + "-" + std::string(mode) + ".cvotes"));
      const Totals totals(election.profile);
      for (const auto& [method, rule, unused] : known) {
        const auto* ranking = results.as_object().if_contains(method);
        if (!ranking || ranking->as_string().empty()) continue;  // theirs stops at ten options for Kemeny
        Question question;
        question.rule = rule;
        question.unranked = mode == "implicit" ? Unranked::last : Unranked::ignored;
        const auto outcome = count(election.profile, totals, question);
        ++cases[rule];
        const Places theirs = places_of(election, tiers_of(std::string_view(ranking->as_string())));
        const bool is_agreeing = outcome && outcome->places == theirs;
        agreeing[rule] += is_agreeing;
        if (rule == Rule::kemeny && !is_agreeing)  // they take the first of several best orders
          EXPECT_GE(agreement_of(*outcome, theirs), agreement_of(*outcome, outcome->places)) << name;
        if (!is_agreeing) std::printf("%s %s differs: %s\n", name.c_str(), std::string(mode).c_str(), method);
      }
    }
  for (const auto& [method, rule, agree] : known) {
    std::printf("| %s | Tideman | %d | %d |\n", std::string(name_of(rule)).c_str(), cases[rule], agreeing[rule]);
    EXPECT_EQ(agreeing[rule], agree) << method;
  }
}

}  // namespace
}  // namespace knippe::tally
