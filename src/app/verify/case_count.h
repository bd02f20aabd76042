#pragma once
// Counts a case from its log, apart from the fold, and compares with what was published. What residents did themselves may be hidden in
// the public log: then the numbers are bounded, not exact, and the finding says so.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/verify/finding.h"
#include "domain/involvement/events.h"

namespace knippe::app {

struct PublishedTheme {
  std::uint32_t theme = 0;
  std::uint64_t contributions = 0, supports = 0;
  std::string verdict;
};

struct PublishedCase {
  std::uint64_t contributions = 0, removed = 0, supports = 0, decisions = 0, measures = 0;
  std::vector<PublishedTheme> themes;
};

class CaseCount {
 public:
  void count(const domain::involvement::Event& event);
  /// A record that may be a contribution, its publishing, or a support.
  void hidden() { ++hidden_; }
  bool opened() const { return opened_; }
  /// `text`: a knippe-case-counts-1 (docs/formats/log-bundle.md).
  std::vector<Finding> compare(std::string_view text) const;

 private:
  struct Contribution {
    std::uint32_t theme = 0;
    bool published = false, removed = false;
    std::set<std::uint32_t> supporters;
  };
  struct Numbers {
    std::uint64_t contributions = 0, supports = 0;
  };
  void set_status(std::uint32_t contribution, bool published);
  void count_support(std::uint32_t contribution, std::uint32_t phone, bool supported);
  std::vector<Finding> compare_whole(const PublishedCase& said) const;
  std::vector<Finding> compare_theme(const PublishedTheme& said) const;
  Numbers numbers_of(std::uint32_t theme, bool all) const;

  bool opened_ = false;
  std::uint64_t hidden_ = 0, decisions_ = 0;
  std::map<std::uint32_t, Contribution> contributions_;
  std::map<std::uint32_t, std::string> verdicts_;  ///< by theme
  std::set<std::uint32_t> measures_;               ///< that stand
};

}  // namespace knippe::app
