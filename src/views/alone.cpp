#include "views/alone.h"

namespace knippe::views {

std::vector<const domain::AloneRound*> opened_boxes(const domain::Workshop& workshop) {
  std::vector<const domain::AloneRound*> opened;
  for (const domain::AloneRound& one : workshop.alone)
    if (!one.open) opened.push_back(&one);
  return opened;
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
