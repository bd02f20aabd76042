#include "tally/rounds.h"

#include <algorithm>
#include <ranges>

#include "base/check.h"

namespace knippe::tally {
namespace {

std::vector<Option> with(std::span<const Option> among, const std::vector<Number>& votes, const Number& wanted) {
  std::vector<Option> found;
  for (const Option option : among)
    if (votes[option] == wanted) found.push_back(option);
  std::ranges::sort(found);
  return found;
}

}  // namespace

std::vector<Option> fewest(std::span<const Option> among, const std::vector<Number>& votes) {
  if (among.empty()) return {};
  return with(among, votes, votes[*std::ranges::min_element(among, {}, [&](Option o) -> const Number& { return votes[o]; })]);
}

std::vector<Option> most(std::span<const Option> among, const std::vector<Number>& votes) {
  if (among.empty()) return {};
  return with(among, votes, votes[*std::ranges::max_element(among, {}, [&](Option o) -> const Number& { return votes[o]; })]);
}

std::vector<Option> in_order_of_lot(std::vector<Option> options, const Ties& ties) {
  CHECK(!ties.is_shared());
  std::ranges::sort(options, {}, [&](Option option) { return std::ranges::find(ties.lot, option); });
  return options;
}

std::vector<Option> go_out(const std::vector<Option>& tied, const Ties& ties, Outcome& outcome) {
  if (tied.size() == 1) return tied;
  TieBreak tie{TieBreak::By::shared, TieBreak::About::exclusion, tied, {}, outcome.rounds.size()};
  if (!ties.is_shared()) {
    tie.by = TieBreak::By::lot;
    tie.order = in_order_of_lot(tied, ties);
    std::ranges::reverse(tie.order);
  }
  outcome.ties.push_back(tie);
  return tie.order.empty() ? tied : std::vector{tie.order.front()};
}

void take_winners(Outcome& outcome, std::size_t seats) {
  for (const auto& place : outcome.places) {
    if (outcome.winners.size() >= seats) return;
    if (outcome.winners.size() + place.size() > seats)
      outcome.ties.push_back({TieBreak::By::shared, TieBreak::About::place, place, {}, 0});
    outcome.winners.insert(outcome.winners.end(), place.begin(), place.end());
  }
}

}  // namespace knippe::tally
