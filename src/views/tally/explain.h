#pragma once
// A count in plain words, for those who were not there: what the rule does, how this count went, and what it says.

#include <span>
#include <string>
#include <vector>

#include "tally/outcome.h"
#include "views/lang.h"

namespace knippe::views {

/// What the rule does, in a sentence.
std::string_view rule_sentence(tally::Rule rule, const Words& w);
/// Its name for people: "Schulze, by votes".
std::string_view rule_title(tally::Rule rule, const Words& w);
/// Sentences in the order they are to be read. `names` is by option; `votes` the sum of the weights.
std::vector<std::string> explain(const tally::Outcome& outcome, std::span<const std::string> names, tally::Weight votes, const Words& w);
/// "12 345", "3,33333": exact when it is a whole number, else cut after five decimals; never through floating point.
std::string shown(const tally::Number& number, const Words& w);

}  // namespace knippe::views
