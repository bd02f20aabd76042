#include "views/alone.h"

namespace knippe::views {

std::vector<const domain::AloneRound*> opened_boxes(const domain::Workshop& workshop) {
  std::vector<const domain::AloneRound*> opened;
  for (const domain::AloneRound& one : workshop.alone)
    if (!one.open) opened.push_back(&one);
  return opened;
}

bool may_show_ballots(const domain::AloneRound& alone) {
  return !alone.open && alone.ballots.size() >= static_cast<std::size_t>(domain::picks_shown_from);
}

std::vector<tally::Row> count_persons(const domain::Workshop& workshop, const domain::AloneRound& alone) {
  std::vector<tally::Ballot> ballots;
  for (const std::vector<KeyId>& choices : alone.ballots) {
    tally::Ballot& made = ballots.emplace_back();
    for (const KeyId key : choices) made.choices.push_back(key.value - 1);
  }
  return tally::points(workshop.keys.size(), ballots, workshop.settings.points);
}

}  // namespace knippe::views
