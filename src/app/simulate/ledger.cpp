#include "app/simulate/ledger.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <set>

namespace knippe::app {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value) { return value.is_string() ? std::string(value.get_string()) : ""; }

std::map<std::string, unsigned> texts_in(const json::array& entries) {
  std::map<std::string, unsigned> counted;
  for (const json::value& entry : entries) ++counted[text_of(entry.at("text"))];
  return counted;
}

unsigned occurrences(std::string_view page, std::string_view text) {
  unsigned count = 0;
  for (auto at = page.find(text); at != std::string_view::npos; at = page.find(text, at + text.size())) ++count;
  return count;
}

}  // namespace

void Ledger::wrote(Kind kind, std::string text) {
  const std::lock_guard lock(mutex_);
  texts_[kind][std::move(text)] = true;
}

void Ledger::maybe_wrote(Kind kind, std::string text) {
  const std::lock_guard lock(mutex_);
  texts_[kind].try_emplace(std::move(text), false);
}

void Ledger::ranked(unsigned group, std::vector<unsigned> keys) {
  const std::lock_guard lock(mutex_);
  rankings_[group] = std::move(keys);
}

void Ledger::ranked_alone(unsigned person, std::vector<unsigned> keys) {
  const std::lock_guard lock(mutex_);
  alone_[person] = std::move(keys);
}

std::size_t Ledger::alone() const {
  const std::lock_guard lock(mutex_);
  return alone_.size();
}

json::object Ledger::published(std::string_view bundle) {
  json::error_code error;
  const json::value whole = json::parse(json::string_view(bundle.data(), bundle.size()), error);
  if (error || !whole.is_object()) return {};
  json::object counts{{"supplements", whole.at("supplements").as_array().size()}, {"measures", whole.at("measures").as_array().size()}};
  const json::array& rounds = whole.at("rounds").as_array();
  counts["rankings"] = rounds.empty() ? 0 : rounds.back().at("ballots").as_array().size();
  if (const json::value* alone = whole.get_object().if_contains("alone"); alone && alone->is_array() && !alone->get_array().empty())
    counts["handed_in_alone"] = alone->get_array().back().at("handed_in");
  return counts;
}

std::vector<std::string> Ledger::differences(std::string_view bundle, std::string_view report_page) const {
  json::error_code error;
  const json::value whole = json::parse(json::string_view(bundle.data(), bundle.size()), error);
  if (error || !whole.is_object()) return {"the result bundle is not JSON"};
  const std::lock_guard lock(mutex_);
  std::vector<std::string> out;
  compare_rankings(whole.get_object(), out);
  compare_alone(whole.get_object(), out);
  compare_supplements(whole.get_object(), out);
  if (const auto found = texts_.find(Kind::measure); found != texts_.end()) {
    const auto published = texts_in(whole.at("measures").as_array());
    for (const auto& [text, acknowledged] : found->second) {
      const auto there = published.find(text);
      expect_once("measure", text, acknowledged, there == published.end() ? 0 : there->second, out);
    }
  }
  if (const auto found = texts_.find(Kind::note); found != texts_.end())
    for (const auto& [text, acknowledged] : found->second)
      expect_once("note", text, acknowledged, occurrences(report_page, text), out);
  return out;
}

void Ledger::expect_once(std::string_view what, std::string_view text, bool acknowledged, unsigned count,
                         std::vector<std::string>& out) {
  if (count > 1) out.push_back(fmt::format("{} {} times: {}", what, count, text));
  if (count == 0 && acknowledged) out.push_back(fmt::format("{} lost: {}", what, text));
}

void Ledger::compare_rankings(const json::object& bundle, std::vector<std::string>& out) const {
  const json::value* rounds = bundle.if_contains("rounds");
  std::map<unsigned, std::vector<unsigned>> published;
  if (rounds && rounds->is_array() && !rounds->get_array().empty())
    for (const json::value& ballot : rounds->get_array().back().at("ballots").as_array())
      for (const json::value& key : ballot.at("choices").as_array())
        published[ballot.at("group").to_number<unsigned>()].push_back(key.to_number<unsigned>());
  for (const auto& [group, keys] : rankings_) {
    const auto there = published.find(group);
    if (there == published.end())
      out.push_back(fmt::format("ranking lost: group {}", group));
    else if (there->second != keys)
      out.push_back(fmt::format("ranking changed: group {}", group));
  }
}

/// The ballots have no owners: as a whole they are those that were acknowledged. Under four none is published, only their number.
void Ledger::compare_alone(const json::object& bundle, std::vector<std::string>& out) const {
  if (alone_.empty()) return;
  const json::value* rounds = bundle.if_contains("alone");
  if (!rounds || rounds->as_array().empty()) return out.push_back("the people's own rankings are lost");
  const json::value& opened = rounds->as_array().back();
  if (const auto marks = opened.at("handed_in").to_number<std::size_t>(); marks != alone_.size())
    out.push_back(fmt::format("{} people handed in alone, {} are marked", alone_.size(), marks));
  if (opened.at("ballots").is_null()) return;
  std::multiset<std::vector<unsigned>> expected, published;
  for (const auto& [person, keys] : alone_) expected.insert(keys);
  for (const json::value& ballot : opened.at("ballots").as_array()) published.insert(json::value_to<std::vector<unsigned>>(ballot));
  if (expected != published) out.push_back("the ballots in the box are not those that were handed in");
}

/// Accepted ones are published as keys with their text; of the others only the number is.
void Ledger::compare_supplements(const json::object& bundle, std::vector<std::string>& out) const {
  const auto written = texts_.find(Kind::supplement);
  if (written == texts_.end()) return;
  const json::array& proposed = bundle.at("supplements").as_array();
  std::map<std::string, unsigned> accepted;
  for (const json::value& key : bundle.at("keys").as_array())
    if (!key.at("supplement").is_null()) ++accepted[text_of(key.at("text"))];
  std::size_t certain = 0, not_published = 0;
  for (const auto& [text, acknowledged] : written->second) {
    const auto there = accepted.find(text);
    if (there != accepted.end() && there->second > 1) out.push_back(fmt::format("supplement {} times: {}", there->second, text));
    certain += acknowledged;
    not_published += acknowledged && there == accepted.end();
  }
  std::size_t waiting_or_returned = 0;
  for (const json::value& one : proposed) waiting_or_returned += text_of(one.at("status")) != "accepted";
  if (proposed.size() < certain) out.push_back(fmt::format("supplements lost: {} of {}", certain - proposed.size(), certain));
  if (proposed.size() > written->second.size())
    out.push_back(fmt::format("supplements too many: {} for {}", proposed.size(), written->second.size()));
  if (not_published > waiting_or_returned) out.push_back("a supplement's text is lost");
}

}  // namespace knippe::app
