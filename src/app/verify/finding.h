#pragma once
// What `knippe verify` found: each check holds, is broken, or could not be made; where, and what in words.

#include <string>
#include <string_view>
#include <vector>

#include "views/lang.h"

namespace knippe::app {

enum class Verdict { holds, broken, unchecked };

struct Finding {
  Verdict verdict = Verdict::holds;
  std::string_view check;         ///< "records", "commitments", "tree", … (docs/formats/log-bundle.md)
  views::MessageKey words;
  std::vector<std::string> fill;  ///< for {1}, {2}, {3} of the words
  std::string where = {};         ///< "record 17", "head 42": what to look at; empty: the whole
};

/// Everything found in one log (or file, or folder).
struct Findings {
  std::string about;  ///< the log's origin, or what was looked at
  std::vector<Finding> all;

  void add(Finding finding) { all.push_back(std::move(finding)); }
  bool has(Verdict verdict) const;
  bool has_broken(std::string_view check) const;
};

std::string in_words(const Finding& finding, const views::Words& w);

}  // namespace knippe::app
