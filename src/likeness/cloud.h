#pragma once
// The words that several texts use: stems are merged, the form most often written is the one shown.

#include <span>
#include <string>
#include <vector>

#include "likeness/stems.h"

namespace knippe::likeness {

struct CloudWord {
  std::string word;  ///< in lower case
  int texts = 0;     ///< that use it, two at least; each text counts once
  int size = 1;      ///< 1..5, by the share of the most used word
  bool operator==(const CloudWord&) const = default;
};

inline constexpr int cloud_sizes = 5;

/// At most `most` words, the most used first; equally used ones by the alphabet's code points.
std::vector<CloudWord> cloud(std::span<const Text> texts, std::size_t most = 40);

}  // namespace knippe::likeness
