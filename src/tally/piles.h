#pragma once
// Ballots lying in piles, one pile an option, in parcels of equal value. A ballot is looked at only when its pile is handed on.

#include <cstdint>
#include <map>
#include <vector>

#include "tally/outcome.h"
#include "tally/profile.h"

namespace knippe::tally {

class Piles {
 public:
  /// Deals all ballots to their first options. `decimals`: values of ballots are cut to so many; below 0: exact, as long
  /// as a value's denominator stays below 2^1024 (about seven surpluses on end); a longer one is cut to 1024 binary places.
  /// The profile must outlive the piles.
  Piles(const Profile& profile, Unranked unranked, int decimals = -1);

  const std::vector<Number>& votes() const { return votes_; }
  const Number& exhausted() const { return exhausted_; }
  /// Ballots that named an option when they were dealt.
  const Number& valid() const { return valid_; }
  /// Whether the option may still get votes.
  bool is_open(Option option) const { return open_[option] != 0; }
  std::vector<Option> open() const;
  /// The option gets no votes any more; what it has stays until it is moved.
  void close(Option option);
  /// Hands all ballots of a closed option on at `ratio` of their value; the option keeps `kept` votes for good.
  Transfer move(Option from, const Number& ratio, const Number& kept);

 private:
  /// Ballots of one block, by their number in it.
  struct Run {
    std::size_t block = 0;
    std::vector<std::uint32_t> papers;
  };
  struct Pile {
    std::map<Number, std::vector<Run>> parcels;  ///< by value of a ballot
    Number spread;  ///< the votes of ballots that name no open option and stand equally with all (Unranked::last)
  };

  Number cut(const Number& value) const;
  void spread(const Number& votes);
  void hand_on(const std::vector<Run>& runs, const Number& value);
  template <class Cell, class Papers>
  void hand_on(const Block<Cell>& block, std::size_t number, const Papers& papers, const Number& value);
  template <class Cell, class Papers>
  void hand_on_strict(const Block<Cell>& block, std::size_t number, const Papers& papers, const Number& value);
  template <class Cell, class Papers>
  void hand_on_tiers(const Block<Cell>& block, std::size_t number, const Papers& papers, const Number& value);
  std::uint32_t* room_for(Option option, const Number& value, std::size_t block, std::size_t more);
  std::vector<std::uint32_t>& papers_of(Option option, const Number& value, std::size_t block);
  void without_name(Weight weight, const Number& value);

  const Profile& profile_;
  Unranked unranked_;
  int decimals_;
  std::vector<std::uint8_t> open_;
  std::size_t open_count_;
  std::vector<Pile> piles_;
  std::vector<Number> votes_;
  Number exhausted_;  ///< and what was cut off
  Number valid_;
};

}  // namespace knippe::tally
