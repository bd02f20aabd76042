#include "tally/count.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "base/digest.h"
#include "tally/elimination.h"
#include "tally/pairs.h"
#include "tally/places.h"
#include "tally/positional.h"

namespace knippe::tally {
namespace {

/// Rules that follow the ballots from round to round and have no use for totals.
bool follows_ballots(Rule rule) { return rule == Rule::irv || rule == Rule::coombs || is_proportional(rule); }

}  // namespace

Result<Outcome> count(const Profile& profile, const Totals& totals, const Question& question) {
  if (question.seats == 0 || question.seats > profile.option_count()) return refuse("count.seats");
  CHECK(question.ties.is_shared() || question.ties.lot.size() == profile.option_count());
  switch (question.rule) {
    case Rule::points: return points(totals, question);
    case Rule::borda: return borda(totals, question);
    case Rule::approval: return approval(totals, question);
    case Rule::plurality: return plurality(totals, question);
    case Rule::copeland: return copeland(totals, question);
    case Rule::minimax_winning: return minimax_winning(totals, question);
    case Rule::minimax_margins: return minimax_margins(totals, question);
    case Rule::minimax_opposition: return minimax_opposition(totals, question);
    case Rule::schulze_winning: return schulze_winning(totals, question);
    case Rule::schulze_margins: return schulze_margins(totals, question);
    case Rule::schulze_ratio: return schulze_ratio(totals, question);
    case Rule::ranked_pairs_winning: return ranked_pairs_winning(totals, question);
    case Rule::ranked_pairs_margins: return ranked_pairs_margins(totals, question);
    case Rule::kemeny: return kemeny(totals, question);
    case Rule::irv: return irv(profile, question);
    case Rule::coombs: return coombs(profile, question);
    case Rule::bucklin: return bucklin(totals, question);
    case Rule::stv_scottish: return stv_scottish(profile, question);
    case Rule::stv_meek: return stv_meek(profile, question);
    case Rule::stv_droop: return stv_droop(profile, question);
    case Rule::stv_hare: return stv_hare(profile, question);
  }
  std::unreachable();
}

Result<Outcome> count(const Profile& profile, const Question& question) {
  if (follows_ballots(question.rule)) return count(profile, Totals(profile.option_count()), question);
  return count(profile, Totals(profile), question);
}

std::vector<Option> draw_lot(std::string_view seed, std::span<const std::string> names) {
  std::vector<std::pair<Digest, Option>> drawn;
  constexpr std::array zero{std::byte{0}};
  for (Option option = 0; option < names.size(); ++option)
    drawn.emplace_back(sha256({std::as_bytes(std::span(seed)), zero, std::as_bytes(std::span(names[option]))}), option);
  std::ranges::sort(drawn);
  std::vector<Option> lot;
  for (const auto& [digest, option] : drawn) lot.push_back(option);
  return lot;
}

}  // namespace knippe::tally
