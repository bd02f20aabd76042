#pragma once
// Exact numbers, for rules whose definition needs fractions: nothing is rounded into a winner. A rule that a statute defines in
// fixed decimals (Scottish STV: five) works in whole units of that size and says so.

#include <boost/multiprecision/cpp_int.hpp>

namespace knippe::tally {

using Number = boost::multiprecision::cpp_rational;

}  // namespace knippe::tally
