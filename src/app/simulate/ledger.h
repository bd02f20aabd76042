#pragma once
// What the server has acknowledged, to be held against what it publishes.

#include <boost/json/fwd.hpp>
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

  /// A person's acknowledged own ranking; the person's last one lies in the box.
  void ranked_alone(unsigned person, std::vector<unsigned> keys);
  /// How many people have handed in alone.
  std::size_t alone() const;

  /// What the bundle holds, as the bundle says it; how many of each kind. Empty when it is not JSON.
  static boost::json::object published(std::string_view bundle);

  /// Compares with the result bundle (docs/formats/result-bundle.md) and, for the notes, the report's page; one line for everything
  /// missing, changed or there twice.
  std::vector<std::string> differences(std::string_view bundle, std::string_view report_page) const;

 private:
  static void expect_once(std::string_view what, std::string_view text, bool acknowledged, unsigned count,
                          std::vector<std::string>& out);
  void compare_rankings(const boost::json::object& bundle, std::vector<std::string>& out) const;
  void compare_alone(const boost::json::object& bundle, std::vector<std::string>& out) const;
  void compare_supplements(const boost::json::object& bundle, std::vector<std::string>& out) const;

  mutable std::mutex mutex_;
  std::map<Kind, std::map<std::string, bool>> texts_;  ///< true: acknowledged
  std::map<unsigned, std::vector<unsigned>> rankings_, alone_;
};

}  // namespace knippe::app
