#pragma once
// What the server has acknowledged, to be held against what it publishes.

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace knippe::app {

class Ledger {
 public:
  enum class Kind { supplement, measure, note };

  /// An acknowledged text; every text is written once in the whole simulation.
  void wrote(Kind kind, std::string text);
  /// A text whose fate is unknown: it may be there once or not at all.
  void maybe_wrote(Kind kind, std::string text);
  /// An acknowledged ranking; the group's last one counts.
  void ranked(unsigned group, std::vector<unsigned> keys);

  /// Compares with the result bundle (docs/formats/result-bundle.md); one line for everything missing, changed or there twice.
  std::vector<std::string> differences(std::string_view bundle) const;

 private:
  mutable std::mutex mutex_;
  std::map<Kind, std::map<std::string, bool>> texts_;  ///< true: acknowledged
  std::map<unsigned, std::vector<unsigned>> rankings_;
};

}  // namespace knippe::app
