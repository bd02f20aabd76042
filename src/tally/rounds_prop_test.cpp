// Rules that count in rounds against references written straight from their definitions: every round is counted anew from the ballots, or
// every paper is followed by itself. Exact fractions; any ballots with ties and weights.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tally/decimals.h"
#include "tally/elections_for_tests.h"
#include "tally/elimination.h"

namespace knippe::tally {
namespace {

using Options = std::vector<Option>;
using Votes = std::vector<Number>;

bool is_in(const Options& options, Option option) { return std::ranges::find(options, option) != options.end(); }

Options all_options(std::size_t count) {
  Options all(count);
  std::iota(all.begin(), all.end(), Option{0});
  return all;
}

/// The tiers of a ballot that hold remaining options, without the others.
std::vector<Options> remaining_tiers(const TestElection& election, const TestBallot& ballot, Unranked unranked, const Options& open) {
  std::vector<Options> tiers;
  for (auto tier : full_tiers(election, ballot, unranked)) {
    std::erase_if(tier, [&](Option option) { return !is_in(open, option); });
    if (!tier.empty()) tiers.push_back(tier);
  }
  return tiers;
}

Options extreme(const Options& among, const Votes& votes, bool wants_most) {
  Number wanted = votes[among.front()];
  for (const Option option : among)
    if (wants_most ? votes[option] > wanted : votes[option] < wanted) wanted = votes[option];
  Options found;
  for (const Option option : among)
    if (votes[option] == wanted) found.push_back(option);
  return found;
}

void give(Votes& votes, const Options& tier, Weight weight) {
  for (const Option option : tier) votes[option] += Number(weight, tier.size());
}

Places naive_irv(const TestElection& election, Unranked unranked) {
  Places places;
  for (Options open = all_options(election.options); !open.empty();) {
    Votes votes(election.options);
    for (const auto& ballot : election.ballots)
      if (const auto tiers = remaining_tiers(election, ballot, unranked, open); !tiers.empty()) give(votes, tiers.front(), ballot.weight);
    const Options out = extreme(open, votes, false);
    places.insert(places.begin(), out);
    std::erase_if(open, [&](Option option) { return is_in(out, option); });
  }
  return places;
}

Places naive_coombs(const TestElection& election, Unranked unranked) {
  Places places;
  std::optional<Option> winner;
  for (Options open = all_options(election.options); !open.empty();) {
    Votes first(election.options), last(election.options);
    Weight counted = 0;
    for (const auto& ballot : election.ballots) {
      const auto tiers = remaining_tiers(election, ballot, unranked, open);
      if (tiers.empty()) continue;
      counted += ballot.weight;
      give(first, tiers.front(), ballot.weight);
      if (tiers.size() > 1) give(last, tiers.back(), ballot.weight);
    }
    for (const Option option : open)
      if (!winner && 2 * first[option] > counted) winner = option;
    Options others = open;
    if (winner && open.size() > 1) std::erase(others, *winner);
    const Options out = extreme(others, last, true);
    places.insert(places.begin(), out);
    std::erase_if(open, [&](Option option) { return is_in(out, option); });
  }
  return places;
}

/// A vote for each option from the ballots' first `depth` places.
Votes naive_bucklin_votes(const TestElection& election, Unranked unranked, std::size_t depth) {
  Votes votes(election.options);
  for (const auto& ballot : election.ballots) {
    std::size_t place = 0;
    for (const auto& tier : full_tiers(election, ballot, unranked))
      for (std::size_t i = 0; i < tier.size(); ++i, ++place)
        if (place < depth) give(votes, tier, ballot.weight);
  }
  return votes;
}

Places naive_bucklin(const TestElection& election, Unranked unranked) {
  Weight total = 0;
  for (const auto& ballot : election.ballots) total += ballot.weight;
  Places places;
  Options left = all_options(election.options);
  const auto place_all = [&](Options options, const Votes& votes) {
    std::erase_if(left, [&](Option option) { return is_in(options, option); });
    while (!options.empty()) {
      places.push_back(extreme(options, votes, true));
      std::erase_if(options, [&](Option option) { return is_in(places.back(), option); });
    }
  };
  for (std::size_t depth = 1; depth <= election.options; ++depth) {
    const Votes votes = naive_bucklin_votes(election, unranked, depth);
    Options there;
    for (const Option option : left)
      if (2 * votes[option] > total) there.push_back(option);
    place_all(there, votes);
  }
  place_all(left, naive_bucklin_votes(election, unranked, election.options));
  return places;
}

/// One paper, or the part of it that an option holds.
struct Paper {
  std::size_t ballot;
  Option holder;
  Number value;
};

/// Weighted inclusive Gregory, paper by paper; ties by the earlier rounds where `is_scottish`, then by the lot.
struct NaiveGregory {
  const TestElection& election;
  const Question& question;
  bool is_scottish;
  std::vector<Paper> papers = {};
  std::vector<Votes> history = {};
  Options open = all_options(election.options), elected = {}, excluded = {}, surplus = {};
  Number quota = 0;

  Number cut(const Number& value) const { return is_scottish ? cut_to(value, 5) : value; }
  void hand_on(std::size_t ballot, const Number& value) {
    const auto tiers = remaining_tiers(election, election.ballots[ballot], Unranked::ignored, open);
    if (tiers.empty()) return;
    for (const Option option : tiers.front()) papers.push_back({ballot, option, tiers.front().size() == 1 ? value : cut(value / tiers.front().size())});
  }
  Votes votes() const {
    Votes votes(election.options);
    for (const Paper& paper : papers) votes[paper.holder] += paper.value * election.ballots[paper.ballot].weight;
    for (const Option option : elected)
      if (!is_in(surplus, option)) votes[option] = std::min<Number>(kept[option], quota);
    return votes;
  }
  Option choose(Options tied, bool wants_most) const {
    if (is_scottish)
      for (std::size_t round = history.size() - 1; round-- > 0;) tied = extreme(tied, history[round], wants_most);
    const auto drawn = [&](Option option) { return std::ranges::find(question.ties.lot, option); };
    return wants_most ? *std::ranges::min_element(tied, {}, drawn) : *std::ranges::max_element(tied, {}, drawn);
  }
  void elect(Options options) {
    while (!options.empty()) {
      const Option next = choose(extreme(options, history.back(), true), true);
      elected.push_back(next);
      kept[next] = history.back()[next];
      std::erase(options, next);
      std::erase(open, next);
    }
  }
  void empty_pile(Option from, const Number& ratio) {
    auto before = std::exchange(papers, {});
    for (const Paper& paper : before)
      if (paper.holder == from) hand_on(paper.ballot, cut(paper.value * ratio));
      else papers.push_back(paper);
  }
  std::size_t seats_left() const { return question.seats - elected.size(); }
  bool round() {
    history.push_back(votes());
    const Votes& now = history.back();
    Options reached;
    for (const Option option : open)
      if (now[option] >= quota && now[option] > 0) reached.push_back(option);
    elect(reached);
    for (const Option option : reached)
      if (now[option] > quota) surplus.push_back(option);
    if (elected.size() >= question.seats) return false;
    if (open.size() <= seats_left()) return elect(open), false;
    if (!surplus.empty()) {
      const Option from = choose(extreme(surplus, now, true), true);
      std::erase(surplus, from);
      empty_pile(from, (now[from] - quota) / now[from]);
    } else {
      const Option from = choose(extreme(open, now, false), false);
      excluded.insert(excluded.begin(), from);
      std::erase(open, from);
      empty_pile(from, 1);
    }
    return true;
  }
  Options count() {
    Number valid = 0;
    for (std::size_t ballot = 0; ballot < election.ballots.size(); ++ballot) {
      hand_on(ballot, 1);
      if (!election.ballots[ballot].tiers.empty()) valid += election.ballots[ballot].weight;
    }
    quota = question.rule == Rule::stv_hare ? Number(valid / question.seats) : cut_to(valid / (question.seats + 1), 0) + 1;
    while (round()) {}
    return elected;
  }
  std::vector<Number> kept = std::vector<Number>(election.options);
};

Question any_question(Rule rule) {
  Question question;
  question.rule = rule;
  question.unranked = *rc::gen::element(Unranked::ignored, Unranked::last);
  return question;
}

RC_GTEST_PROP(RoundsProp, InstantRunoffCountedAnewInEachRound, ()) {
  const auto election = any_election();
  const Question question = any_question(Rule::irv);
  RC_ASSERT(count(election.profile(), question)->places == naive_irv(election, question.unranked));
}

RC_GTEST_PROP(RoundsProp, CoombsCountedAnewInEachRound, ()) {
  const auto election = any_election();
  const Question question = any_question(Rule::coombs);
  RC_ASSERT(count(election.profile(), question)->places == naive_coombs(election, question.unranked));
}

RC_GTEST_PROP(RoundsProp, BucklinCountedAnewAtEachDepth, ()) {
  const auto election = any_election();
  const Question question = any_question(Rule::bucklin);
  RC_ASSERT(count(election.profile(), question)->places == naive_bucklin(election, question.unranked));
}

RC_GTEST_PROP(RoundsProp, TransferableVotesPaperByPaper, ()) {
  const auto election = any_election();
  Question question;
  question.rule = *rc::gen::element(Rule::stv_scottish, Rule::stv_droop, Rule::stv_hare);
  question.seats = *rc::gen::inRange<std::size_t>(1, election.options + 1);
  question.ties.lot = any_order(election.options);
  NaiveGregory naive{election, question, question.rule == Rule::stv_scottish};
  const Options elected = naive.count();
  const auto outcome = *count(election.profile(), question);
  RC_ASSERT(outcome.winners == elected);
  RC_ASSERT(outcome.rounds.size() == naive.history.size());
  for (std::size_t round = 0; round < naive.history.size(); ++round) RC_ASSERT(outcome.rounds[round].votes == naive.history[round]);
}

}  // namespace
}  // namespace knippe::tally
