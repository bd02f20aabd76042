#include "app/verify/finding.h"

#include <algorithm>

namespace knippe::app {

bool Findings::has(Verdict verdict) const { return std::ranges::find(all, verdict, &Finding::verdict) != all.end(); }

bool Findings::has_broken(std::string_view check) const {
  return std::ranges::any_of(all, [&](const Finding& each) { return each.verdict == Verdict::broken && each.check == check; });
}

std::string in_words(const Finding& finding, const views::Words& w) {
  const auto word = [&](std::size_t i) { return i < finding.fill.size() ? std::string_view(finding.fill[i]) : std::string_view(); };
  return w.format(finding.words, word(0), word(1), word(2));
}

}  // namespace knippe::app
