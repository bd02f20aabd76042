#pragma once
// For tests: lines of a bundle as one text, and what was found in it, in words.

#include <string>
#include <vector>

#include "app/verify/finding.h"

namespace knippe::app {

inline std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

/// All that does not hold; empty when all does.
inline std::string told(const Findings& findings) {
  static const views::Words words(views::Lang::en);
  std::string text;
  for (const Finding& each : findings.all)
    if (each.verdict != Verdict::holds) text += std::string(each.check) + ": " + in_words(each, words) + " [" + each.where + "]\n";
  return text;
}

}  // namespace knippe::app
