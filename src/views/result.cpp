#include "views/result.h"

#include <algorithm>

#include "tally/concordance.h"
#include "tally/positional.h"

namespace knippe::views {
namespace {

/// Keys are numbered from 1 without gaps: an option is a position among them.
tally::Option option_of(KeyId key) { return key.value - 1; }

std::vector<GroupBallot> ballots_of(const domain::Workshop& workshop, int round) {
  std::vector<GroupBallot> ballots;
  for (const domain::Group& group : workshop.groups)
    if (const domain::Sheet* sheet = workshop.sheet_of(group.number, round); sheet && sheet->is_handed_in())
      ballots.push_back({group.number, sheet->handed_in});
  return ballots;
}

std::vector<GroupBallot> persons_of(const domain::Workshop& workshop, int round) {
  std::vector<GroupBallot> ballots;
  for (const std::vector<KeyId>& choices : workshop.alone_of(round)->ballots) ballots.push_back({{}, choices});
  return ballots;
}

std::vector<tally::Ballot> as_options(const std::vector<GroupBallot>& ballots) {
  std::vector<tally::Ballot> out;
  out.reserve(ballots.size());
  for (const GroupBallot& ballot : ballots) {
    tally::Ballot& made = out.emplace_back();
    for (const KeyId key : ballot.choices) made.choices.push_back(option_of(key));
  }
  return out;
}

int percent_of(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? static_cast<int>((200 * part + whole) / (2 * whole)) : 0;
}

/// A supplement that was taken back is listed only while somebody's counted list names it.
std::vector<RankedKey> ranked(const domain::Workshop& workshop, const std::vector<tally::Row>& rows) {
  std::vector<RankedKey> keys;
  for (const tally::Row& row : rows) {
    const domain::Key& key = workshop.keys[row.option];
    if (key.retired && row.chosen_by == 0) continue;
    keys.push_back({key.id, row.place, row.points, row.chosen_by, percent_of(row.points, rows.front().points)});
  }
  return keys;
}

}  // namespace

std::size_t RankingResult::top_size() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(keys, [this](const RankedKey& key) { return key.place <= places && key.points > 0; }));
}

std::size_t RankingResult::scored() const {
  return static_cast<std::size_t>(std::ranges::count_if(keys, [](const RankedKey& key) { return key.points > 0; }));
}

const RankedKey* RankingResult::find(KeyId wanted) const {
  const auto found = std::ranges::find(keys, wanted, &RankedKey::key);
  return found == keys.end() ? nullptr : &*found;
}

RankingResult result_of(const domain::Workshop& workshop, int round, Whose whose) {
  RankingResult result;
  result.round = round == counted ? workshop.counted_round() : round;
  result.places = workshop.settings.places;
  result.groups = static_cast<int>(workshop.groups.size());
  result.by_persons = whose == Whose::set_up && workshop.persons_count_in(result.round);
  result.ballots = result.by_persons ? persons_of(workshop, result.round) : ballots_of(workshop, result.round);
  result.handed_in = static_cast<int>(result.ballots.size());
  const auto options = as_options(result.ballots);
  result.keys = ranked(workshop, tally::points(workshop.keys.size(), options, workshop.settings.points));
  result.agreement = tally::agreement(workshop.keys.size(), options);
  return result;
}

std::optional<tally::Concordance> concordance_of(const RankingResult& result) {
  std::vector<tally::Ballot> ballots;
  for (const GroupBallot& each : result.ballots) {
    if (each.choices.size() != result.keys.size()) return std::nullopt;
    tally::Ballot& ballot = ballots.emplace_back();
    for (const KeyId key : each.choices) ballot.choices.push_back(static_cast<tally::Option>(result.find(key) - result.keys.data()));
  }
  return tally::concordance(result.keys.size(), ballots);
}

std::vector<int> rounds_of(const domain::Workshop& workshop, Whose whose) {
  std::vector<int> rounds;
  for (int round = 1; round <= workshop.round; ++round)
    if (workshop.groups_ranked_in(round) || (whose == Whose::set_up && workshop.persons_count_in(round))) rounds.push_back(round);
  return rounds;
}

std::string_view agreement_words(const Words& w, const tally::Overlap& overlap, int places) {
  const std::int64_t tenths_of_a_list = 10 * overlap.shared;
  const std::int64_t whole = overlap.pairs * places;
  if (tenths_of_a_list >= 9 * whole) return w("report.agreement_very");
  if (tenths_of_a_list >= 7 * whole) return w("report.agreement_quite");
  if (tenths_of_a_list >= 5 * whole) return w("report.agreement_partly");
  if (tenths_of_a_list >= 3 * whole) return w("report.agreement_little");
  return w("report.agreement_none");
}

std::string agreement_number(const Words& w, const tally::Overlap& overlap) {
  const std::int64_t tenths = (20 * overlap.shared + overlap.pairs) / (2 * overlap.pairs);
  return w.number(static_cast<double>(tenths) / 10, 1);
}

int agreement_percent(const tally::Overlap& overlap, int places) {
  return std::min(100, percent_of(overlap.shared, overlap.pairs * places));
}

}  // namespace knippe::views
