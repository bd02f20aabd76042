#pragma once
// The shipped list of participation methods: a file each in assets/methods, carried inside the program.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "views/lang.h"

namespace knippe::views {

struct Method {
  std::string id;
  std::vector<std::string> levels;  ///< names of involvement::Level
  int people_min = 0, people_max = 0;  ///< 0: no bound
  int minutes = 0;                  ///< of a gathering; 0: goes on over time
  struct Text {
    std::string name, summary, fits, not_when, demands;
  };
  Text nb, nn;

  /// In the reader's language; bokmål for those we have no text for.
  const Text& in(Lang lang) const { return lang == Lang::nn ? nn : nb; }
};

/// By name in bokmål.
std::span<const Method> all_methods();
const Method* find_method(std::string_view id);

}  // namespace knippe::views
