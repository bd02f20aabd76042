#pragma once
// What a count says besides who won: how much the ballots agree, how firm the first places are, and whether another rule had given others.

#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/tally/print.h"
#include "tally/compare.h"
#include "tally/concordance.h"
#include "tally/firmness.h"

namespace knippe::app {

/// Only when asked for (`--firm SEED`), since the rule is counted some thousand times for it.
struct Firm {
  std::uint64_t seed = 0;
  std::optional<tally::Firmness> fewest;
  std::vector<tally::PlaceInterval> places;  ///< by option; empty over `tally::most_for_bootstrap` ballots
};

struct Besides {
  std::size_t top = 1;  ///< how many first places are meant
  std::optional<tally::Number> overlap;
  std::optional<tally::Concordance> concordance;
  std::optional<Firm> firm;
};

inline constexpr std::size_t firm_draws = 1000;

/// What is the same whatever the rule; `firm` is left out.
Besides besides(const tally::Election& election, const tally::Totals& totals, std::size_t top);
Firm firmness_of(const tally::Election& election, const tally::Question& question, std::size_t top, std::uint64_t seed);

/// Adds `agreement` and `firmness`.
void put(boost::json::object& out, const Besides& besides);
/// Sentences in the order they are to be read, and the table of places under them.
std::string to_text(const Besides& besides, const Counted& counted, const views::Words& w);

/// The first `top` by each rule that counted, side by side, and which of them do not depend on it.
std::string comparison(const tally::Comparison& compared, const tally::Election& election, std::size_t top, const views::Words& w);

}  // namespace knippe::app
