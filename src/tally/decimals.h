#pragma once
// Numbers in fixed decimals, for rules that say so many.

#include "tally/number.h"

namespace knippe::tally {

/// 10^decimals; decimals 0 .. 18.
Number power_of_ten(int decimals);
/// The greatest number of so many decimals that is not above `value` (which is not negative).
Number cut_to(const Number& value, int decimals);

/// The value itself, unless its denominator has 1024 bits or more: then cut to 1024 binary places, so that numbers do not grow for ever.
Number cut_if_long(const Number& value);

}  // namespace knippe::tally
