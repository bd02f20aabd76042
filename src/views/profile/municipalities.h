#pragma once
// The shipped list of Norway's municipalities (assets/municipalities), carried inside the program.

#include <span>
#include <string_view>

namespace knippe::views {

struct Municipality {
  std::string_view number;  ///< "5610"
  std::string_view name;    ///< "Karasjok"
  std::string_view other;   ///< "Kárášjohka"; empty: the list has no other name
};

/// By number.
std::span<const Municipality> all_municipalities();
const Municipality* find_municipality(std::string_view number);

}  // namespace knippe::views
