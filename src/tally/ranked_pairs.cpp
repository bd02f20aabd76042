#include <tuple>

#include "tally/pairs.h"
#include "tally/places.h"

namespace knippe::tally {
namespace {

/// Who stands over whom by locked victories, directly or through others.
class Reach {
 public:
  explicit Reach(std::size_t size) : size_(size), words_((size + 63) / 64), bits_(size * words_) {}

  bool has(Option from, Option to) const { return bits_[from * words_ + to / 64] >> (to % 64) & 1; }
  void lock(Option winner, Option loser) {
    if (has(winner, loser)) return;
    for (Option from = 0; from < size_; ++from)
      if (from == winner || has(from, winner)) {
        for (std::size_t word = 0; word < words_; ++word) bits_[from * words_ + word] |= bits_[loser * words_ + word];
        bits_[from * words_ + loser / 64] |= std::uint64_t{1} << (loser % 64);
      }
  }

 private:
  std::size_t size_, words_;
  std::vector<std::uint64_t> bits_;
};

template <class Key>
std::vector<Lock> victories(const Matrix& votes, Key key) {
  std::vector<Lock> found;
  for (Option a = 0; a < votes.size(); ++a)
    for (Option b = 0; b < votes.size(); ++b)
      if (votes.at(a, b) > votes.at(b, a)) found.push_back({a, b, votes.at(a, b), votes.at(b, a), false});
  std::ranges::sort(found, {}, [&](const Lock& lock) { return std::tuple(-key(lock), lock.opposing, lock.winner, lock.loser); });
  return found;
}

/// Locks those of the equals that close no circle, all judged before any is locked.
void lock_together(std::span<Lock> equals, Reach& locked) {
  if (equals.size() == 1) {
    equals[0].locked = !locked.has(equals[0].loser, equals[0].winner);
  } else {
    Reach all = locked;
    for (const Lock& lock : equals) all.lock(lock.winner, lock.loser);
    for (Lock& lock : equals) lock.locked = !all.has(lock.loser, lock.winner);
  }
  for (const Lock& lock : equals)
    if (lock.locked) locked.lock(lock.winner, lock.loser);
}

template <class Key>
Outcome ranked_pairs(Rule rule, const Totals& totals, const Question& question, Key key) {
  Outcome outcome;
  outcome.rule = rule;
  outcome.pairwise = totals.pairwise(question.unranked);
  outcome.locks = victories(*outcome.pairwise, key);
  Reach locked(totals.option_count());
  const auto is_equal = [&](const Lock& a, const Lock& b) { return key(a) == key(b) && a.opposing == b.opposing; };
  for (auto from = outcome.locks.begin(); from != outcome.locks.end();) {
    const auto until = std::find_if(from, outcome.locks.end(), [&](const Lock& lock) { return !is_equal(lock, *from); });
    lock_together({from, until}, locked);
    from = until;
  }
  outcome.places = places_unbeaten(totals.option_count(), [&](Option a, Option b) { return locked.has(a, b); });
  settle(outcome, question);
  return outcome;
}

}  // namespace

Outcome ranked_pairs_winning(const Totals& totals, const Question& question) {
  return ranked_pairs(Rule::ranked_pairs_winning, totals, question, [](const Lock& lock) { return lock.votes; });
}

Outcome ranked_pairs_margins(const Totals& totals, const Question& question) {
  return ranked_pairs(Rule::ranked_pairs_margins, totals, question,
                      [](const Lock& lock) { return lock.votes - lock.opposing; });
}

}  // namespace knippe::tally
