#include <algorithm>
#include <map>

#include "tally/elimination.h"
#include "tally/rounds.h"

namespace knippe::tally {
namespace {

/// Votes in whole ballots and in equal parts of them.
class Shares {
 public:
  explicit Shares(std::size_t options) : options_(options) {}
  void give(const std::vector<Option>& tier, Weight weight) {
    auto& weights = by_size_.try_emplace(tier.size(), options_).first->second;
    for (const Option option : tier) weights[option] += weight;
  }
  std::vector<Number> votes() const {
    std::vector<Number> votes(options_);
    for (const auto& [size, weights] : by_size_)
      for (std::size_t option = 0; option < options_; ++option) votes[option] += Number(weights[option], size);
    return votes;
  }

 private:
  std::size_t options_;
  std::map<std::size_t, std::vector<Weight>> by_size_;
};

struct Ends {
  std::vector<Option> first, last;
  std::size_t tiers = 0;  ///< that hold open options
  std::size_t named = 0;  ///< open options the ballot names
};

template <class Cell>
void look(std::span<const Cell> cells, const Shape& shape, const std::vector<std::uint8_t>& open, Ends& ends) {
  ends.first.clear();
  ends.last.clear();
  ends.tiers = ends.named = 0;
  std::size_t at = 0;
  std::vector<Option>& tier = ends.last;
  std::size_t in_tier = 0;
  for (const std::size_t size : shape) {
    const auto cells_of_tier = cells.subspan(at, size);
    at += size;
    in_tier = static_cast<std::size_t>(std::ranges::count_if(cells_of_tier, [&](Cell cell) { return open[cell] != 0; }));
    if (in_tier == 0) continue;
    tier.clear();
    for (const Cell cell : cells_of_tier)
      if (open[cell]) tier.push_back(cell);
    if (++ends.tiers == 1) ends.first = tier;
    ends.named += in_tier;
  }
}

class Coombs {
 public:
  Coombs(const Profile& profile, const Question& question)
      : profile_(profile), question_(question), open_(profile.option_count(), 1) {
    outcome_.rule = Rule::coombs;
  }

  Outcome count() && {
    for (auto left = open(); !left.empty(); left = open()) {
      look_at_ballots();
      elect(left);
      auto out = left.size() == 1 ? left : who_goes(left);
      if (out.size() == left.size() && outcome_.rounds.back().elected.empty() && !winner_) outcome_.rounds.back().elected = out;
      if (out.size() < left.size()) outcome_.rounds.back().excluded = out;
      outcome_.places.insert(outcome_.places.begin(), out);
      for (const Option option : out) open_[option] = 0;
    }
    take_winners(outcome_, question_.seats);
    return std::move(outcome_);
  }

 private:
  std::vector<Option> open() const {
    std::vector<Option> open;
    for (Option option = 0; option < open_.size(); ++option)
      if (open_[option]) open.push_back(option);
    return open;
  }

  void look_at_ballots() {
    Shares firsts(open_.size());
    Shares lasts(open_.size());
    Weight exhausted = 0;
    const auto all = open();
    Ends ends;
    profile_.for_each_block([&](const auto& block) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        look(block.choices(i), block.shape, open_, ends);
        if (question_.unranked == Unranked::last && ends.named < all.size()) add_unnamed(block.choices(i), all, ends);
        if (ends.tiers > 0) firsts.give(ends.first, block.weight(i));
        if (ends.tiers > 1) lasts.give(ends.last, block.weight(i));
        if (ends.tiers == 0) exhausted += block.weight(i);
      }
    });
    Round& round = outcome_.rounds.emplace_back();
    round.votes = firsts.votes();
    round.lasts = lasts.votes();
    round.exhausted = exhausted;
  }

  template <class Cell>
  void add_unnamed(std::span<const Cell> named, const std::vector<Option>& all, Ends& ends) {
    ends.last.clear();
    for (const Option option : all)
      if (!holds(named, option)) ends.last.push_back(option);
    if (++ends.tiers == 1) ends.first = ends.last;
  }

  void elect(const std::vector<Option>& left) {
    Round& round = outcome_.rounds.back();
    const auto first = most(left, round.votes);
    if (winner_ || first.size() > 1) return;
    Number sum = 0;
    for (const Option option : left) sum += round.votes[option];
    if (2 * round.votes[first.front()] <= sum) return;
    winner_ = first.front();
    round.elected = first;
  }

  std::vector<Option> who_goes(std::vector<Option> left) {
    if (winner_) std::erase(left, *winner_);
    return ranked(most(left, outcome_.rounds.back().lasts), question_.ties, false, TieBreak::About::exclusion, outcome_).back();
  }

  const Profile& profile_;
  const Question& question_;
  std::vector<std::uint8_t> open_;
  std::optional<Option> winner_;
  Outcome outcome_;
};

}  // namespace

Outcome coombs(const Profile& profile, const Question& question) { return Coombs(profile, question).count(); }

}  // namespace knippe::tally
