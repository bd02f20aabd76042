// The Tideman collection: 55 real elections, each counted with unranked options ignored and as last, where a folder of shared data lies beside
// the checkout (or at $KNIPPE_SHARED). The table printed is the one in docs/counting.md. Where the published counts follow another rule, that rule is
// written out here, so that every difference is explained.

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <ranges>

#include "tally/decimals.h"
#include "tally/elections_for_tests.h"
#include "tally/published_for_tests.h"

namespace knippe::tally {
namespace {

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

/// The collection's folder; empty where it is not.
fs::path tideman() {
  const char* shared = std::getenv("KNIPPE_SHARED");
  const fs::path folder = fs::path(shared ? shared : "../shared") / "data/ranked_ballots/tideman";
  if (fs::exists(folder)) return folder;
  std::puts("The Tideman collection is not here (set KNIPPE_SHARED); it was not counted.");
  return {};
}

/// f(name and mode, election, how the unranked count, published results by method) for each election in both modes.
template <class F>
void for_each_election(const fs::path& folder, F f) {
  const auto expected = json::parse(text_of(folder / "expected_results.json"));
  for (const auto& [id, modes] : expected.as_object())
    for (const auto& [mode, results] : modes.as_object()) {
      const std::string name = std::string(id) + "-" + std::string(mode);
      f(name, election_in(folder / std::string(id) / (name + ".cvotes")), mode == "implicit" ? Unranked::last : Unranked::ignored, results.as_object());
    }
}

TEST(Tideman, PlacesOfEachRule) {
  const fs::path folder = tideman();
  if (folder.empty()) return;
  std::map<Rule, int> agreeing, cases;
  for_each_election(folder, [&](const std::string& name, const Ballots& election, Unranked unranked, const json::object& results) {
    const Totals totals(election.profile);
    for (const auto& [method, rule, unused] : known) {
      const auto* ranking = results.if_contains(method);
      if (!ranking || ranking->as_string().empty()) continue;  // theirs stops at ten options for Kemeny
      Question question;
      question.rule = rule;
      question.unranked = unranked;
      const auto outcome = count(election.profile, totals, question);
      ++cases[rule];
      const Places theirs = places_of(election, tiers_of(std::string_view(ranking->as_string())));
      const bool is_agreeing = outcome && (rule == Rule::irv ? outcome->places.front() == theirs.front() : outcome->places == theirs);
      agreeing[rule] += is_agreeing;
      if (rule == Rule::kemeny && !is_agreeing)  // they take the first of several best orders
        EXPECT_GE(agreement_of(*outcome, theirs), agreement_of(*outcome, outcome->places)) << name;
      if (!is_agreeing) std::printf("%s differs: %s\n", name.c_str(), method);
    }
  });
  for (const auto& [method, rule, agree] : known) {
    std::printf("| %s | Tideman | %d | %d |\n", std::string(name_of(rule)).c_str(), cases[rule], agreeing[rule]);
    EXPECT_EQ(agreeing[rule], agree) << method;
  }
}

using Options = std::vector<Option>;
using Tiers = std::vector<Options>;
using Votes = std::map<Option, Number>;

/// The election as lists of tiers, the unnamed last where they count.
TestElection listed(const Ballots& election, Unranked unranked) {
  TestElection listed{election.names.size(), {}};
  election.profile.for_each([&](const BallotView& view) {
    TestBallot ballot{{}, view.weight};
    auto at = view.choices.begin();
    for (const std::uint16_t size : view.shape) ballot.tiers.emplace_back(at, at + size), at += size;
    listed.ballots.push_back({full_tiers(listed, ballot, unranked), view.weight});
  });
  return listed;
}

Options with_votes(const Votes& votes, const Number& wanted) {
  Options found;
  for (const auto& [option, count] : votes)
    if (count == wanted) found.push_back(option);
  return found;
}

/// Where the published instant runoff is another rule than ours. All false: ours.
struct Conventions {
  bool skips_shared_tiers = false;   ///< a tier of several options gives nobody a vote, and what stands after it counts
  bool wants_half_of_all = false;    ///< the majority is of all ballots, exhausted ones too
  bool goes_on_without_winner = false;  ///< who has it is taken out as the next place, and its ballots go on to those that remain
  bool tells_apart_by_pairs = false;  ///< of those with fewest votes only they go out who beat none of them, win no more pairs and have no better balance
};

/// Instant runoff, counted anew in each round.
class NaiveRunoff {
 public:
  NaiveRunoff(const TestElection& election, Conventions conventions) : election_(election), conventions_(conventions), pairs_(naive_pairwise(election, Unranked::ignored)) {
    for (Option option = 0; option < election.options; ++option) open_.push_back(option);
    for (const auto& ballot : election.ballots) total_ += ballot.weight;
  }

  Places count() && {
    Places first, last;
    while (!open_.empty()) {
      const Votes votes = this->votes();
      const Options out = winner(votes).value_or(losers(votes));
      if (winner(votes)) first.push_back(out);
      else last.insert(last.begin(), out);
      std::erase_if(open_, [&](Option option) { return std::ranges::find(out, option) != out.end(); });
    }
    first.insert(first.end(), last.begin(), last.end());
    return first;
  }

 private:
  Votes votes() const {
    Votes votes;
    for (const Option option : open_) votes[option] = 0;
    for (const auto& ballot : election_.ballots)
      for (const auto& tier : ballot.tiers) {
        Options here;
        std::ranges::copy_if(tier, std::back_inserter(here), [&](Option option) { return votes.contains(option); });
        if (here.empty() || (conventions_.skips_shared_tiers && tier.size() > 1)) continue;
        for (const Option option : here) votes[option] += Number(ballot.weight, here.size());
        break;
      }
    return votes;
  }

  std::optional<Options> winner(const Votes& votes) const {
    if (!conventions_.goes_on_without_winner) return std::nullopt;
    Number most = 0, sum = 0;
    for (const auto& [option, count] : votes) most = std::max(most, count), sum += count;
    if (2 * most <= (conventions_.wants_half_of_all ? Number(total_) : sum)) return std::nullopt;
    return with_votes(votes, most);
  }

  Options losers(const Votes& votes) const {
    Number fewest = votes.begin()->second;
    for (const auto& [option, count] : votes) fewest = std::min(fewest, count);
    Options tied = with_votes(votes, fewest);
    for (std::size_t i = 1, rounds = tied.size(); conventions_.tells_apart_by_pairs && i < rounds; ++i) {
      Options kept;
      std::ranges::copy_if(tied, std::back_inserter(kept), [&](Option a) { return std::ranges::none_of(tied, [&](Option b) { return is_better(a, b); }); });
      if (!kept.empty()) tied = kept;
    }
    return tied;
  }

  bool is_better(Option a, Option b) const {
    return beats(a, b) || wins(a) > wins(b) || wins(a) - losses(a) > wins(b) - losses(b);
  }
  bool beats(Option a, Option b) const { return pairs_.at(a, b) > pairs_.at(b, a); }
  int wins(Option a) const { return static_cast<int>(std::ranges::count_if(std::views::iota(Option{0}, Option(election_.options)), [&](Option b) { return beats(a, b); })); }
  int losses(Option a) const { return static_cast<int>(std::ranges::count_if(std::views::iota(Option{0}, Option(election_.options)), [&](Option b) { return beats(b, a); })); }

  const TestElection& election_;
  Conventions conventions_;
  Matrix pairs_;
  Options open_;
  Weight total_ = 0;
};

TEST(Tideman, InstantRunoffDiffersByFourConventionsOnly) {
  const fs::path folder = tideman();
  if (folder.empty()) return;
  for_each_election(folder, [&](const std::string& name, const Ballots& election, Unranked unranked, const json::object& results) {
    const TestElection ballots = listed(election, unranked);
    Question question;
    question.rule = Rule::irv;
    question.unranked = unranked;
    EXPECT_EQ(count(election.profile, question)->places, NaiveRunoff(ballots, {}).count()) << name;
    const Places theirs = places_of(election, tiers_of(std::string_view(results.at("Instant-runoff").as_string())));
    EXPECT_EQ(NaiveRunoff(ballots, {true, true, true, true}).count(), theirs) << name;
  });
}

/// The rule that is published as STV there: the first choice alone settles what a ballot is worth. If it is elected, the ballot counts its part of the
/// surplus for the next open option, however many elected ones stand between; if it is out or open, a whole vote. All who reach the quota in a round are
/// elected, also beyond the seats. Equal options go out by their number, the last first. Nine decimals, halves cut.
class FirstChoiceTransfers {
 public:
  FirstChoiceTransfers(const TestElection& election, std::size_t seats) : election_(election), seats_(seats) {
    Weight total = 0;
    for (const auto& ballot : election.ballots) total += ballot.weight;
    quota_ = total / static_cast<Weight>(seats + 1) + 1;
  }

  Options count() && {
    while (true) {
      const Votes votes = this->votes();
      Options order;
      for (const auto& [option, unused] : votes) order.push_back(option);
      std::ranges::sort(order, [&](Option a, Option b) { return votes.at(a) != votes.at(b) ? votes.at(a) > votes.at(b) : a < b; });
      const auto reached = std::ranges::count_if(order, [&](Option option) { return votes.at(option) >= quota_; });
      for (const Option option : order | std::views::take(reached)) {
        elected_.push_back(option);
        part_[option] = (votes.at(option) - quota_) / votes.at(option);
      }
      if (reached == 0 && !order.empty()) out_.push_back(order.back());
      else if (order.empty() || elected_.size() >= seats_) break;
    }
    for (; elected_.size() < seats_ && !out_.empty(); out_.pop_back()) elected_.push_back(out_.back());
    return elected_;
  }

 private:
  Votes votes() const {
    Votes votes;
    for (Option option = 0; option < election_.options; ++option)
      if (!part_.contains(option) && std::ranges::find(out_, option) == out_.end()) votes[option] = 0;
    for (const auto& ballot : election_.ballots) {
      const auto is_single = [](const Options& tier) { return tier.size() == 1; };
      auto single = ballot.tiers | std::views::filter(is_single);
      if (single.empty()) continue;
      const auto first = part_.find(single.front().front());
      const auto next = std::ranges::find_if(single, [&](const Options& tier) { return votes.contains(tier.front()); });
      if (next == single.end()) continue;
      Number& sum = votes[(*next).front()];
      sum = half_cut(sum + ballot.weight * (first == part_.end() ? Number(1) : first->second));
    }
    return votes;
  }

  static Number half_cut(const Number& value) {
    const Number cut = cut_to(value, 9), unit = 1 / power_of_ten(9);
    return 2 * (value - cut) > unit ? Number(cut + unit) : cut;
  }

  const TestElection& election_;
  std::size_t seats_;
  Number quota_;
  Options elected_, out_;
  Votes part_;  ///< of a vote that the ballots of an elected option hand on
};

TEST(Tideman, WhatIsPublishedAsTransferableVoteIsAnotherRule) {
  const fs::path folder = tideman();
  if (folder.empty()) return;
  for_each_election(folder, [&](const std::string& name, const Ballots& election, Unranked unranked, const json::object& results) {
    const auto seats = std::stoul(std::string(results.at("Number of Seats").as_string()));
    Options theirs;
    for (const auto& place : places_of(election, tiers_of(std::string_view(results.at("STV").as_string())))) theirs.push_back(place.front());
    EXPECT_EQ(FirstChoiceTransfers(listed(election, unranked), seats).count(), theirs) << name;
  });
}

}  // namespace
}  // namespace knippe::tally
