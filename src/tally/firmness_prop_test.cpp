// How firm a result is, against trying every change of ballots; and the rules side by side.

#include "tally/firmness.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tally/compare.h"
#include "tally/elections_for_tests.h"

namespace knippe::tally {
namespace {

/// All strict ballots, truncated or not, over three options.
std::vector<TestBallot> all_ballots() {
  std::vector<TestBallot> all{{}};
  for (Option a = 0; a < 3; ++a) {
    all.push_back({{{a}}});
    for (Option b = 0; b < 3; ++b)
      if (b != a) all.push_back({{{a}, {b}}}), all.push_back({{{a}, {b}, {3 - a - b}}});
  }
  return all;
}

std::vector<Option> sorted_winners(const TestElection& election, const Question& question) {
  auto winners = count(election.profile(), question)->winners;
  std::ranges::sort(winners);
  return winners;
}

bool can_alter(TestElection& election, const Question& question, const std::vector<Option>& before, std::size_t changes, std::size_t from) {
  if (changes == 0) return sorted_winners(election, question) != before;
  for (std::size_t i = from; i + changes <= election.ballots.size(); ++i) {
    const TestBallot kept = election.ballots[i];
    for (const auto& ballot : all_ballots()) {
      election.ballots[i] = ballot;
      if (can_alter(election, question, before, changes - 1, i + 1)) return election.ballots[i] = kept, true;
    }
    election.ballots[i] = kept;
  }
  return false;
}

RC_GTEST_PROP(FirmnessProp, FewerBallotsNeverAlterItAndSoManyDo, ()) {
  TestElection election{3, {}};
  const auto ballots = *rc::gen::inRange<std::size_t>(1, 6);
  for (std::size_t i = 0; i < ballots; ++i) election.ballots.push_back(*rc::gen::elementOf(all_ballots()));
  Question question;
  question.rule = *rc::gen::element(Rule::points, Rule::borda, Rule::plurality, Rule::approval);
  question.points = {3, 2, 1};
  question.seats = *rc::gen::inRange<std::size_t>(1, 3);
  const auto firm = firmness(election.profile(), question, question.seats);
  RC_PRE(firm.has_value() && firm->ballots <= 2);
  const auto before = sorted_winners(election, question);
  if (firm->ballots == 0) return RC_ASSERT(before.size() > question.seats);
  RC_ASSERT(can_alter(election, question, before, static_cast<std::size_t>(firm->ballots), 0));
  RC_ASSERT(firm->ballots == 1 || !can_alter(election, question, before, static_cast<std::size_t>(firm->ballots - 1), 0));
}

TEST(Firmness, OtherRulesStateABound) {
  TestElection election{3, {{{{0}, {1}, {2}}, 7}, {{{1}, {0}, {2}}, 4}}};
  Question question;
  question.rule = Rule::schulze_winning;
  EXPECT_EQ(firmness(election.profile(), question, 1), (Firmness{2, false}));
  EXPECT_EQ(firmness(election.profile(), question, 3), std::nullopt);
}

TEST(Firmness, DrawingAgainIsTheSameForTheSameSeed) {
  TestElection election{3, {{{{0}, {1}, {2}}, 40}, {{{1}, {0}, {2}}, 36}}};
  const auto once = place_intervals(election.profile(), {}, 7, 200);
  ASSERT_TRUE(once);
  EXPECT_EQ(once, place_intervals(election.profile(), {}, 7, 200));
  EXPECT_EQ((*once)[0], (PlaceInterval{1, 2}));
  EXPECT_EQ((*once)[2], (PlaceInterval{3, 3}));
}

TEST(Compare, TellsWhatDependsOnTheRule) {
  // Tennessee: the largest city leads by first places, the one in the middle beats all others two by two.
  TestElection election{4, {{{{0}, {1}, {2}, {3}}, 42}, {{{1}, {2}, {3}, {0}}, 26}, {{{2}, {3}, {1}, {0}}, 15}, {{{3}, {2}, {1}, {0}}, 17}}};
  const Profile profile = election.profile();
  constexpr Rule rules[] = {Rule::plurality, Rule::schulze_winning, Rule::kemeny};
  const auto one = compare(profile, Totals(profile), {}, 1, rules);
  EXPECT_EQ(one.counted.size(), 3u);
  EXPECT_TRUE(one.in_all.empty());
  EXPECT_EQ(one.in_some, (std::vector<Option>{0, 1}));
  const auto all = compare(profile, Totals(profile), {}, 9, rules);
  EXPECT_EQ(all.in_all.size(), 4u);
  EXPECT_TRUE(all.in_some.empty());
}

}  // namespace
}  // namespace knippe::tally
