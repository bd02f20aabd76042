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
#include "tally/read/election.h"

namespace knippe::tally {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

using Strings = std::vector<std::string>;

std::string text_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

Strings split(std::string_view text, char at) {
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

std::vector<Strings> tiers_of(std::string_view ranking) {
  std::vector<Strings> tiers;
  for (const auto& tier : split(ranking, '>')) tiers.push_back(split(tier, '='));
  return tiers;
}

Ballots election_in(const fs::path& path) {
  auto election = read(text_of(path), format_of_name(path.string()).value());
  if (!election) throw std::runtime_error(path.string() + ": " + election.error().detail);
  return {std::move(election->names), std::move(election->ballots)};
}

Places places_of(const Ballots& election, const std::vector<Strings>& tiers) {
  Places places;
  for (const auto& tier : tiers) {
    auto& place = places.emplace_back();
    for (const auto& name : tier) place.push_back(election.option(name));
    std::ranges::sort(place);
  }
  return places;
}

std::vector<Strings> tiers_of(const json::value& value) { return json::value_to<std::vector<Strings>>(value); }

TEST(Conformance, CasesCountedByCondorcet) {
  for (const auto& value : json::parse(text_of("tests/tally/condorcet_cases.json")).as_array()) {
    Ballots election{json::value_to<Strings>(value.at("options")), Profile(value.at("options").as_array().size())};
    for (const auto& ballot : value.at("ballots").as_array()) election.add(tiers_of(ballot.at(1)), ballot.at(0).to_number<Weight>());
    Question question;
    question.rule = *rule_named(value.at("rule").as_string());
    question.unranked = value.at("unranked").as_string() == "last" ? Unranked::last : Unranked::ignored;
    const auto outcome = count(election.profile, question);
    const std::string what = json::serialize(value.at("name")) + " " + std::string(name_of(question.rule));
    ASSERT_TRUE(outcome) << what;
    if (const auto* winners = value.as_object().if_contains("winners"))
      EXPECT_EQ(outcome->places.front(), places_of(election, {json::value_to<Strings>(*winners)}).front()) << what;
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
    {"Instant-runoff", Rule::irv, 109},
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
      const Ballots election = election_in(folder / name / (name + "-" + std::string(mode) + ".cvotes"));
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
        // theirs orders only the winner by the rule: it stops at the majority
        const bool is_agreeing = outcome && (rule == Rule::irv ? outcome->places.front() == theirs.front() : outcome->places == theirs);
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

/// The mayor of Burlington, Vermont, 2009, by its three main candidates, as votelib (MIT) has it: the rules name three different winners.
TEST(Conformance, Burlington) {
  const auto burlington = read("#/Candidates: Montroll ; Kiss ; Wright\n"
                               "Montroll > Kiss > Wright * 1332\nMontroll > Wright > Kiss * 767\nMontroll * 455\n"
                               "Kiss > Montroll > Wright * 2043\nKiss > Wright > Montroll * 371\nKiss * 568\n"
                               "Wright > Montroll > Kiss * 1513\nWright > Kiss > Montroll * 495\nWright * 1289\n",
                               Format::cvotes);
  ASSERT_TRUE(burlington);
  constexpr Option montroll = 0, kiss = 1, wright = 2;
  const std::pair<Rule, Option> won[] = {{Rule::plurality, wright}, {Rule::irv, kiss}, {Rule::bucklin, montroll}, {Rule::copeland, montroll},
                                         {Rule::schulze_winning, montroll}, {Rule::ranked_pairs_winning, montroll}, {Rule::kemeny, montroll}};
  for (const auto unranked : {Unranked::ignored, Unranked::last})
    for (const auto& [rule, winner] : won) {
      Question question;
      question.rule = rule;
      question.unranked = unranked;
      EXPECT_EQ(count(burlington->ballots, question)->winners, std::vector{winner}) << name_of(rule);
    }
}

}  // namespace
}  // namespace knippe::tally
