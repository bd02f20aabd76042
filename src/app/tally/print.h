#pragma once
// A count on paper: as JSON for programs, as a table with bars for people.

#include <boost/json.hpp>
#include <string>

#include "tally/count.h"
#include "tally/read/election.h"
#include "views/lang.h"

namespace knippe::app {

struct Counted {
  const tally::Election& election;
  const tally::Question& question;
  const tally::Outcome& outcome;
  const std::string& lot_seed;  ///< empty: no lot
};

/// A whole number as it is, a fraction as text: "7/3".
boost::json::value exact(const tally::Number& number);
boost::json::object to_json(const Counted& counted, const views::Words& w);
/// `top` rows at most; 0: all.
std::string to_table(const Counted& counted, std::size_t top, const views::Words& w);

}  // namespace knippe::app
