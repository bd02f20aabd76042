#include "tally/rounds.h"

#include <algorithm>
#include <ranges>


namespace knippe::tally {
namespace {

std::vector<Option> with(std::span<const Option> among, const std::vector<Number>& votes, const Number& wanted) {
  std::vector<Option> found;
  for (const Option option : among)
    if (votes[option] == wanted) found.push_back(option);
  std::ranges::sort(found);
  return found;
}

/// The rounds before the one that is under way, the last of them first, as far as needed.
Places by_earlier_rounds(std::vector<Option> tied, const std::vector<Round>& rounds) {
  const auto compare = [&](Option a, Option b) {
    for (std::size_t i = rounds.size() - 1; i-- > 0;)
      if (rounds[i].votes[a] != rounds[i].votes[b]) return rounds[i].votes[a] > rounds[i].votes[b] ? -1 : 1;
    return 0;
  };
  std::ranges::sort(tied, [&](Option a, Option b) { const int order = compare(a, b);
    return order != 0 ? order < 0 : a < b;
  });
  Places groups;
  for (const Option option : tied)
    if (groups.empty() || compare(groups.back().front(), option) != 0) groups.push_back({option});
    else groups.back().push_back(option);
  return groups;
}

Places by_lot(Places groups, const Ties& ties) {
  Places single;
  for (auto& group : groups) {
    std::ranges::sort(group, {}, [&](Option option) { return std::ranges::find(ties.lot, option); });
    for (const Option option : group) single.push_back({option});
  }
  return single;
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

Places ranked(const std::vector<Option>& tied, const Ties& ties, bool by_earlier, TieBreak::About about, Outcome& outcome) {
  Places groups{tied};
  if (tied.size() == 1) return groups;
  TieBreak tie{TieBreak::By::shared, about, tied, {}, outcome.rounds.size()};
  if (by_earlier) {
    groups = by_earlier_rounds(tied, outcome.rounds);
    tie.by = TieBreak::By::earlier_round;
  }
  if (groups.size() < tied.size() && !ties.is_shared()) {
    groups = by_lot(groups, ties);
    tie.by = TieBreak::By::lot;
  }
  if (groups.size() == 1) tie.by = TieBreak::By::shared;
  else for (const auto& group : groups) tie.order.insert(tie.order.end(), group.begin(), group.end());
  if (about == TieBreak::About::exclusion) std::ranges::reverse(tie.order);
  outcome.ties.push_back(tie);
  return groups;
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
