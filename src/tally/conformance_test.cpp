// Elections that others have counted and that lie in the repository; tideman_test.cpp counts the many that do not.

#include <gtest/gtest.h>

#include "tally/published_for_tests.h"

namespace knippe::tally {
namespace {

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
