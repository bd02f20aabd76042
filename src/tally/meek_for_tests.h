#pragma once
// Meek's count written straight from its definition (I. D. Hill, B. A. Wichmann, D. R. Woodall: Algorithm 123, The Computer Journal 30, 1987): every ballot is
// gone through from the top for every set of keep factors. Nine decimals; what is kept and handed on is cut, keep factors are rounded up.

#include "tally/elections_for_tests.h"

namespace knippe::tally {

/// Two readings of ballots with equal choices, which the papers do not treat. Both false: ours.
struct MeekReading {
  bool is_blocked = false;  ///< a ballot with equal choices ends at a tier whose options are all out
  bool is_apart = false;    ///< what each option of a tier hands on goes its own way, cut by itself; else it is one sum
};

struct NaiveMeek {
  __extension__ using Units = __int128;
  static constexpr Units one = 1'000'000'000;
  struct Stage {
    std::vector<Units> votes;
    Units quota = 0, residual = 0;
  };
  using Tiers = std::vector<std::vector<Option>>;

  const TestElection& election;
  const Question& question;  ///< its lot is used
  MeekReading reading = {};
  std::vector<Units> keep = std::vector<Units>(election.options, one);
  std::vector<Option> open = {}, elected = {};
  std::vector<Stage> stages = {};

  void give(std::vector<Units>& votes, const Tiers& tiers, std::size_t at, Units power, Weight weight, bool is_tied) const {
    for (; at < tiers.size() && power > 0; ++at) {
      std::vector<Option> remaining;
      std::ranges::copy_if(tiers[at], std::back_inserter(remaining), [&](Option option) { return keep[option] > 0; });
      if (remaining.empty() && reading.is_blocked && is_tied) return;
      if (remaining.empty()) continue;
      const Units share = power / static_cast<Units>(remaining.size());
      power = 0;
      for (const Option option : remaining) {
        votes[option] += share * keep[option] / one * weight;
        const Units handed_on = share * (one - keep[option]) / one;
        if (reading.is_apart && remaining.size() > 1) give(votes, tiers, at + 1, handed_on, weight, is_tied);
        else power += handed_on;
      }
    }
  }

  Stage look() const {
    Stage stage{std::vector<Units>(election.options)};
    Units all = 0, used = 0;
    for (const auto& ballot : election.ballots) {
      const auto tiers = full_tiers(election, ballot, question.unranked);
      give(stage.votes, tiers, 0, one, ballot.weight, std::ranges::any_of(tiers, [](const auto& tier) { return tier.size() > 1; }));
      all += ballot.weight * one;
    }
    for (const Units votes : stage.votes) used += votes;
    stage.residual = all - used;
    stage.quota = used / static_cast<Units>(question.seats + 1) + 1;
    return stage;
  }

  Units surplus(const Stage& stage) const {
    Units sum = 0;
    for (const Option option : elected) sum += std::max<Units>(0, stage.votes[option] - stage.quota);
    return sum;
  }

  auto drawn(Option option) const { return std::ranges::find(question.ties.lot, option) - question.ties.lot.begin(); }

  void elect(std::vector<Option> options) {
    const auto& votes = stages.back().votes;
    std::ranges::sort(options, [&](Option a, Option b) { return votes[a] != votes[b] ? votes[a] > votes[b] : drawn(a) < drawn(b); });
    for (const Option option : options) {
      elected.push_back(option);
      std::erase(open, option);
    }
  }

  /// Hands surpluses on until an option reaches the quota (true) or there is nothing left to hand on.
  bool settle() {
    for (Units before = -1;;) {
      const Stage stage = look();
      std::vector<Option> reached;
      std::ranges::copy_if(open, std::back_inserter(reached), [&](Option option) { return stage.votes[option] >= stage.quota; });
      const Units left = surplus(stage);
      if (!reached.empty() || left <= one / 1'000'000 || (before >= 0 && left >= before)) {
        stages.push_back(stage);
        elect(reached);
        return !reached.empty();
      }
      before = left;
      for (const Option option : elected) {
        if (stage.votes[option] == 0) continue;
        const Units held = (keep[option] * stage.quota + one - 1) / one;
        keep[option] = std::min<Units>(one, (held * one + stage.votes[option] - 1) / stage.votes[option]);
      }
    }
  }

  void exclude() {
    const auto& votes = stages.back().votes;
    const Units bound = votes[*std::ranges::min_element(open, {}, [&](Option option) { return votes[option]; })] + surplus(stages.back());
    std::vector<Option> low;
    std::ranges::copy_if(open, std::back_inserter(low), [&](Option option) { return votes[option] <= bound; });
    const Option out = *std::ranges::max_element(low, {}, [&](Option option) { return drawn(option); });
    keep[out] = 0;
    std::erase(open, out);
  }

  void count() {
    for (Option option = 0; option < election.options; ++option) open.push_back(option);
    while (elected.size() < question.seats && !open.empty()) {
      const bool is_elected = settle();
      if (elected.size() >= question.seats) return;
      if (open.size() <= question.seats - elected.size()) elect(open);
      else if (!is_elected) exclude();
    }
  }
};

}  // namespace knippe::tally
