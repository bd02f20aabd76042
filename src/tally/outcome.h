#pragma once
// What a count says, as data: enough for a table, for JSON and for an explanation in plain words, which others write (views/).

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tally/ballot.h"
#include "tally/number.h"
#include "tally/rule.h"
#include "tally/totals.h"

namespace knippe::tally {

/// Best first; options in one element are equal. Every option stands in it once.
using Places = std::vector<std::vector<Option>>;

/// Why an option was taken before another although the rule makes them equal.
struct TieBreak {
  enum class By { shared, earlier_round, lot } by = By::shared;
  enum class About { place, exclusion, election, surplus } about = About::place;
  std::vector<Option> tied;     ///< ascending
  std::vector<Option> order;    ///< as broken, the one to be taken first in front; empty when shared
  std::size_t round = 0;        ///< from 1; 0: not in a round
  bool operator==(const TieBreak&) const = default;
};

/// Votes that moved from an option (surplus, exclusion) to others.
struct Transfer {
  Option from = 0;
  bool is_surplus = false;
  Number value;               ///< the part of its value that each vote goes on with, before the rule cuts it
  std::vector<Number> to;     ///< by option
  Number exhausted;           ///< found no option any more
  bool operator==(const Transfer&) const = default;
};

/// One round of an elimination or transfer rule, or one step of Bucklin.
struct Round {
  std::vector<Number> votes;  ///< by option, at the start of the round
  Number exhausted;           ///< not with any option, at the start of the round
  std::optional<Number> quota;
  std::vector<Number> keep;   ///< Meek: the keep factors; else empty
  std::vector<Number> lasts;  ///< Coombs: last places by option; else empty
  std::vector<Option> elected;
  std::vector<Option> excluded;
  std::vector<Transfer> transfers;
  bool operator==(const Round&) const = default;
};

/// A majority used by Ranked Pairs, in the order considered.
struct Lock {
  Option winner = 0, loser = 0;
  Weight votes = 0, opposing = 0;
  bool locked = false;
  bool operator==(const Lock&) const = default;
};

struct Outcome {
  Rule rule = Rule::points;
  Places places;
  std::vector<Option> winners;           ///< `seats` of them, in order of election or place; more only when the last place is shared
  std::vector<Number> scores;            ///< by option; empty where the rule has none
  std::optional<Matrix> pairwise;        ///< where the rule looks at pairs
  std::optional<Matrix> paths;           ///< Schulze: strongest paths; winning votes or margins
  std::vector<std::vector<Number>> path_ratios;  ///< Schulze ratio
  std::vector<Lock> locks;               ///< Ranked Pairs
  std::vector<Round> rounds;
  std::vector<TieBreak> ties;            ///< those taken, and places that stay shared among the winners' border
  bool operator==(const Outcome&) const = default;
};

}  // namespace knippe::tally
