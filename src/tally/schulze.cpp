#include <map>

#include "tally/pairs.h"
#include "tally/places.h"

namespace knippe::tally {
namespace {

/// How strong a victory is, as a fraction; nothing is 0/1.
struct Strength {
  Weight over = 0, under = 1;
  bool operator==(const Strength&) const = default;
};

/// over/under below another's, exactly: products of two 62-bit numbers need 124 bits.
bool is_weaker(const Strength& a, const Strength& b) {
  if (a.under == b.under) return a.over < b.over;
  __extension__ using Wide = __int128;
  return Wide{a.over} * b.under < Wide{b.over} * a.under;
}
bool is_equal(const Strength& a, const Strength& b) { return !is_weaker(a, b) && !is_weaker(b, a); }

/// Only the order of strengths matters: paths are found over their ranks, which are small numbers.
struct Ranked {
  std::vector<Strength> strengths;   ///< by rank, ascending; 0 is no victory
  std::vector<std::int32_t> paths;   ///< n × n ranks
};

template <class StrengthOf>
Ranked rank_victories(const Matrix& votes, StrengthOf strength_of) {
  Ranked ranked;
  ranked.strengths.push_back({});
  std::vector<std::pair<Strength, std::size_t>> victories;  // where in the table
  for (Option a = 0; a < votes.size(); ++a)
    for (Option b = 0; b < votes.size(); ++b)
      if (votes.at(a, b) > votes.at(b, a)) victories.push_back({strength_of(votes.at(a, b), votes.at(b, a)), a * votes.size() + b});
  std::ranges::sort(victories, is_weaker, &std::pair<Strength, std::size_t>::first);
  ranked.paths.resize(votes.size() * votes.size());
  for (const auto& [strength, at] : victories) {
    if (!is_equal(ranked.strengths.back(), strength)) ranked.strengths.push_back(strength);
    ranked.paths[at] = static_cast<std::int32_t>(ranked.strengths.size() - 1);
  }
  return ranked;
}

/// Signed, and the two rows known to be apart: so that every processor does several at a time.
void widen_row(std::int32_t* __restrict row, const std::int32_t* __restrict from_via, std::int32_t to_via, std::size_t size) {
  for (std::size_t b = 0; b < size; ++b) {
    const std::int32_t through = from_via[b] < to_via ? from_via[b] : to_via;
    row[b] = row[b] < through ? through : row[b];
  }
}

void widen_paths(std::vector<std::int32_t>& paths, std::size_t size) {
  for (std::size_t via = 0; via < size; ++via)
    for (std::size_t a = 0; a < size; ++a) {
      const std::int32_t to_via = paths[a * size + via];
      if (to_via != 0 && a != via) widen_row(paths.data() + a * size, paths.data() + via * size, to_via, size);
    }
  for (std::size_t a = 0; a < size; ++a) paths[a * size + a] = 0;
}

void put_paths(Outcome& outcome, const Ranked& ranked, std::size_t size) {
  if (outcome.rule == Rule::schulze_ratio) {
    std::vector<Number> numbers;
    for (const auto& [over, under] : ranked.strengths) numbers.emplace_back(over, under);
    for (std::size_t a = 0; a < size; ++a) {
      auto& row = outcome.path_ratios.emplace_back();
      row.reserve(size);
      for (std::size_t b = 0; b < size; ++b) row.push_back(numbers[ranked.paths[a * size + b]]);
    }
    return;
  }
  Matrix& paths = outcome.paths.emplace(size);
  for (Option a = 0; a < size; ++a)
    for (Option b = 0; b < size; ++b) paths.at(a, b) = ranked.strengths[ranked.paths[a * size + b]].over;
}

template <class StrengthOf>
Outcome schulze(Rule rule, const Totals& totals, const Question& question, StrengthOf strength_of) {
  Outcome outcome;
  outcome.rule = rule;
  const Matrix votes = totals.pairwise(question.unranked);
  const std::size_t size = votes.size();
  Ranked ranked = rank_victories(votes, strength_of);
  widen_paths(ranked.paths, size);
  outcome.places = places_unbeaten(
      size, [&](Option a, Option b) { return ranked.paths[a * size + b] > ranked.paths[b * size + a]; });
  put_paths(outcome, ranked, size);
  outcome.pairwise = votes;
  settle(outcome, question);
  return outcome;
}

}  // namespace

Outcome schulze_winning(const Totals& totals, const Question& question) {
  return schulze(Rule::schulze_winning, totals, question, [](Weight won, Weight) { return Strength{won, 1}; });
}

Outcome schulze_margins(const Totals& totals, const Question& question) {
  return schulze(Rule::schulze_margins, totals, question, [](Weight won, Weight lost) { return Strength{won - lost, 1}; });
}

Outcome schulze_ratio(const Totals& totals, const Question& question) {
  return schulze(Rule::schulze_ratio, totals, question,
                 [](Weight won, Weight lost) { return lost == 0 ? Strength{won + 1, 1} : Strength{won, lost}; });
}

}  // namespace knippe::tally
