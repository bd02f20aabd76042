#include "tally/places.h"

namespace knippe::tally {
namespace {

Places drawn(const Places& places, const std::vector<Option>& lot, std::vector<TieBreak>& ties) {
  std::vector<std::size_t> drawn_as(lot.size());
  for (std::size_t i = 0; i < lot.size(); ++i) drawn_as[lot[i]] = i;
  Places single;
  for (const auto& place : places) {
    auto order = place;
    std::ranges::sort(order, {}, [&](Option option) { return drawn_as[option]; });
    for (const Option option : order) single.push_back({option});
    if (place.size() > 1) ties.push_back({TieBreak::By::lot, TieBreak::About::place, place, std::move(order), 0});
  }
  return single;
}

}  // namespace

void settle(Outcome& outcome, const Question& question) {
  if (!question.ties.is_shared()) outcome.places = drawn(outcome.places, question.ties.lot, outcome.ties);
  for (const auto& place : outcome.places) {
    if (outcome.winners.size() >= question.seats) break;
    outcome.winners.insert(outcome.winners.end(), place.begin(), place.end());
    if (outcome.winners.size() > question.seats)
      outcome.ties.push_back({TieBreak::By::shared, TieBreak::About::place, place, {}, 0});
  }
}

}  // namespace knippe::tally
