#pragma once
// The list that tables are made from: a name and a few attributes each (place, role, age group). Comes as CSV, leaves with the room.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace knippe::seating {

inline constexpr std::size_t people_max = 2'000;
inline constexpr std::size_t attributes_max = 4;
inline constexpr std::size_t name_max = 60;  ///< code points; also of an attribute's name and value

struct Person {
  std::string name;
  std::vector<std::string> tags;  ///< one per attribute; empty: not known
  auto operator<=>(const Person&) const = default;
};

struct People {
  std::vector<std::string> attributes;
  std::vector<Person> list;
  bool operator==(const People&) const = default;
};

/// Reads a CSV with a header row: the first column is the name, the others are attributes. Separated by ";", "," or tabs, whichever the
/// header has most of; UTF-8 with or without BOM; fields may be quoted (RFC 4180). Blank lines are skipped. bad_input with the line's
/// number as detail: `seating.no_header`, `seating.too_many_columns`, `seating.wrong_columns`, `seating.no_name`, `seating.too_long`,
/// `seating.open_quote`, `seating.too_many_people`, `seating.nobody`, `seating.not_utf8`.
Result<People> read_people(std::string_view csv);
/// The same list as CSV with ";".
std::string write_people(const People& people);

}  // namespace knippe::seating
