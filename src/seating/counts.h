#pragma once
// How many of each kind sit at each table, kept up to date while people change places. For mix.cpp.

#include "seating/mix.h"

namespace knippe::seating {

class Counts {
 public:
  Counts(const People& people, const Seats& seats, int tables);

  std::int64_t unevenness() const;
  std::int64_t unevenness_min() const;
  std::vector<std::vector<Spread>> spreads() const;
  /// How much less uneven it gets if a and b, who sit at different tables, change places.
  std::int64_t gain(const Seats& seats, int a, int b) const;
  void exchange(Seats& seats, int a, int b);

 private:
  struct Attribute {
    std::vector<std::string> values;  ///< known ones, in order
    std::vector<int> totals;          ///< people per value
    std::vector<int> of_person;       ///< index into values; -1: not known
    std::vector<int> at;              ///< [value * tables + table]
  };
  std::int64_t cell(const Attribute& attribute, int value, int table, int change) const;
  std::int64_t least_possible(int total) const;

  std::int64_t people_;
  int tables_;
  std::vector<int> sizes_;
  std::vector<Attribute> attributes_;
};

}  // namespace knippe::seating
