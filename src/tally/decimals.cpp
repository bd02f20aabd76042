#include "tally/decimals.h"

#include "base/check.h"

namespace knippe::tally {

Number power_of_ten(int decimals) {
  CHECK(decimals >= 0 && decimals <= 18);
  Number power = 1;
  for (int i = 0; i < decimals; ++i) power *= 10;
  return power;
}

Number cut_to(const Number& value, int decimals) {
  CHECK(value >= 0);
  const Number scale = power_of_ten(decimals);
  const Number scaled = value * scale;
  const boost::multiprecision::cpp_int whole = numerator(scaled) / denominator(scaled);
  return Number(whole) / scale;
}

Number cut_if_long(const Number& value) {
  constexpr unsigned bits = 1024;
  if (msb(denominator(value)) < bits) return value;
  using boost::multiprecision::cpp_int;
  const cpp_int scale = cpp_int(1) << bits;
  return Number(cpp_int(numerator(value) * scale / denominator(value)), scale);
}

}  // namespace knippe::tally
