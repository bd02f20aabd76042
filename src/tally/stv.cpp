#include <algorithm>
#include <utility>

#include "tally/decimals.h"
#include "tally/elimination.h"
#include "tally/piles.h"
#include "tally/rounds.h"

namespace knippe::tally {
namespace {

constexpr int exact = -1;
constexpr int scottish_decimals = 5;

class Gregory {
 public:
  Gregory(const Profile& profile, const Question& question, Rule rule, int decimals)
      : question_(question), piles_(profile, question.unranked, decimals), by_earlier_(rule == Rule::stv_scottish) {
    outcome_.rule = rule;
    quota_ = rule == Rule::stv_hare ? Number(piles_.valid() / question.seats)
                                    : cut_to(piles_.valid() / (question.seats + 1), 0) + 1;
  }

  Outcome count() && {
    while (seats_left() > 0 && !piles_.open().empty()) {
      begin_round();
      elect_those_with_quota();
      if (seats_left() == 0) break;
      if (piles_.open().size() <= seats_left()) {
        elect(piles_.open());
      } else if (!waiting_.empty()) {
        hand_on_surplus();
      } else {
        exclude();
      }
    }
    finish();
    return std::move(outcome_);
  }

 private:
  std::size_t seats_left() const { return filled_ >= question_.seats ? 0 : question_.seats - filled_; }
  Round& round() { return outcome_.rounds.back(); }
  const Number& votes(Option option) const { return piles_.votes()[option]; }

  void begin_round() {
    Round& next = outcome_.rounds.emplace_back();
    next.votes = piles_.votes();
    next.exhausted = piles_.exhausted();
    next.quota = quota_;
  }

  void elect_those_with_quota() {
    std::vector<Option> reached;
    for (const Option option : piles_.open())
      if (votes(option) >= quota_ && votes(option) > 0) reached.push_back(option);
    elect(reached);
    for (const Option option : reached)
      if (votes(option) > quota_) waiting_.push_back(option);
  }

  /// In order of votes; the equal as ties are broken.
  void elect(std::vector<Option> options) {
    while (!options.empty()) {
      const auto equal = most(options, piles_.votes());
      for (const auto& group : ranked(equal, question_.ties, by_earlier_, TieBreak::About::election, outcome_)) elect_together(group);
      std::erase_if(options, [&](Option option) { return !piles_.is_open(option); });
    }
  }

  void elect_together(const std::vector<Option>& group) {
    for (const Option option : group) piles_.close(option);
    round().elected.insert(round().elected.end(), group.begin(), group.end());
    outcome_.places.push_back(group);
    filled_ += group.size();
  }

  /// Those of equal surplus, if nothing tells them apart, in one round: none of them gets votes from the other.
  void hand_on_surplus() {
    const auto largest = most(waiting_, piles_.votes());
    const auto now = ranked(largest, question_.ties, by_earlier_, TieBreak::About::surplus, outcome_).front();
    for (const Option option : now) {
      round().transfers.push_back(piles_.move(option, (votes(option) - quota_) / votes(option), quota_));
      std::erase(waiting_, option);
    }
  }

  void exclude() {
    const auto open = piles_.open();
    const auto tied = fewest(open, piles_.votes());
    const auto out = ranked(tied, question_.ties, by_earlier_, TieBreak::About::exclusion, outcome_).back();
    if (open.size() - out.size() < seats_left()) return share_last_seats(out);
    round().excluded = out;
    excluded_.push_back(out);
    for (const Option option : out) piles_.close(option);
    for (const Option option : out) round().transfers.push_back(piles_.move(option, 1, 0));
  }

  void share_last_seats(const std::vector<Option>& equal) {
    auto ahead = piles_.open();
    std::erase_if(ahead, [&](Option option) { return holds(equal, option); });
    elect(ahead);
    elect_together(equal);
  }

  void finish() {
    for (const auto& place : outcome_.places) outcome_.winners.insert(outcome_.winners.end(), place.begin(), place.end());
    for (auto left = piles_.open(); !left.empty();) {
      const auto next = most(left, piles_.votes());
      outcome_.places.push_back(next);
      std::erase_if(left, [&](Option option) { return holds(next, option); });
    }
    outcome_.places.insert(outcome_.places.end(), excluded_.rbegin(), excluded_.rend());
  }

  const Question& question_;
  Piles piles_;
  bool by_earlier_;
  Number quota_;
  Outcome outcome_;
  std::size_t filled_ = 0;
  std::vector<Option> waiting_;  ///< elected, their surplus not handed on yet
  Places excluded_;              ///< in order of exclusion
};

int decimals_of(const Question& question) { return question.decimals > 0 ? question.decimals : exact; }

}  // namespace

Outcome stv_scottish(const Profile& profile, const Question& question) {
  return Gregory(profile, question, Rule::stv_scottish, scottish_decimals).count();
}

Outcome stv_droop(const Profile& profile, const Question& question) {
  return Gregory(profile, question, Rule::stv_droop, decimals_of(question)).count();
}

Outcome stv_hare(const Profile& profile, const Question& question) {
  return Gregory(profile, question, Rule::stv_hare, decimals_of(question)).count();
}

}  // namespace knippe::tally
