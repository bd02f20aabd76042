#pragma once
// Which texts may belong to one theme: a proposal for a person to judge.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "likeness/stems.h"

namespace knippe::likeness {

struct Bunch {
  std::string word;                ///< the word that most of them share, as most often written: a first name for the theme
  std::vector<std::string> words;  ///< those that at least half of them share, the most shared first; the field's own left out
  std::vector<std::size_t> texts;  ///< two or more positions, ascending
  bool operator==(const Bunch&) const = default;
};

/// Each text, in order, joins the bunch it is on the average most related to (alike.h, related_percent), or begins one of its own. A text
/// is in one bunch at most. The largest first, then by first text; at most `most`.
std::vector<Bunch> bunches(std::span<const Text> texts, std::size_t most = SIZE_MAX);

}  // namespace knippe::likeness
