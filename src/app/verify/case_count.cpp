#include "app/verify/case_count.h"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <optional>

namespace knippe::app {
namespace {

namespace json = boost::json;
using namespace domain::involvement;

/// Throws what Boost.JSON throws; the caller is the adapter.
PublishedCase read_counts(std::string_view text) {
  const json::value value = json::parse(json::string_view(text.data(), text.size()));
  if (value.at("format").as_string() != "knippe-case-counts-1") throw std::runtime_error("format");
  const auto number = [](const json::value& from, const char* name) { return from.at(name).to_number<std::uint64_t>(); };
  PublishedCase read{number(value, "contributions"), number(value, "removed"), number(value, "supports"), number(value, "decisions"),
                     number(value, "measures"), {}};
  for (const json::value& each : value.at("themes").as_array())
    read.themes.push_back({each.at("theme").to_number<std::uint32_t>(), number(each, "contributions"), number(each, "supports"),
                           std::string(each.at("verdict").as_string())});
  return read;
}

Finding broken(views::MessageKey words, std::vector<std::string> fill, std::string where) {
  return {Verdict::broken, "recount", words, std::move(fill), std::move(where)};
}

/// At least what is seen, at most as many more as there are hidden records.
std::optional<Finding> within(std::string where, std::uint64_t said, std::uint64_t seen, std::uint64_t hidden) {
  if (said >= seen && said - seen <= hidden) return std::nullopt;
  return broken("verify.case_number_differs", {where, std::to_string(seen), std::to_string(said)}, where);
}

}  // namespace

void CaseCount::count(const Event& event) {
  if (const auto* e = std::get_if<ContributionReceived>(&event)) contributions_[e->contribution.value].theme = e->theme.value;
  if (const auto* e = std::get_if<ContributionPublished>(&event)) set_status(e->contribution.value, true);
  if (const auto* e = std::get_if<ContributionRemoved>(&event)) set_status(e->contribution.value, false);
  if (const auto* e = std::get_if<ContributionsGrouped>(&event))
    for (const ContributionId id : e->contributions) contributions_[id.value].theme = e->theme.value;
  if (const auto* e = std::get_if<ContributionSupported>(&event)) count_support(e->contribution.value, e->phone.value, e->supported);
  if (const auto* e = std::get_if<ThemeMade>(&event)) verdicts_.emplace(e->theme.value, "none");
  if (const auto* e = std::get_if<AnswerGiven>(&event)) verdicts_[e->theme.value] = boost::describe::enum_to_string(e->verdict, "");
  if (const auto* e = std::get_if<MeasurePlanned>(&event)) measures_.insert(e->measure.value);
  if (const auto* e = std::get_if<MeasureWithdrawn>(&event)) measures_.erase(e->measure.value);
  if (std::holds_alternative<DecisionRecorded>(event)) ++decisions_;
  if (std::holds_alternative<InvolvementOpened>(event)) opened_ = true;
}

void CaseCount::set_status(std::uint32_t contribution, bool published) {
  contributions_[contribution].published = published;
  contributions_[contribution].removed = !published;
}

void CaseCount::count_support(std::uint32_t contribution, std::uint32_t phone, bool supported) {
  auto& supporters = contributions_[contribution].supporters;
  if (supported)
    supporters.insert(phone);
  else
    supporters.erase(phone);
}

CaseCount::Numbers CaseCount::numbers_of(std::uint32_t theme, bool all) const {
  Numbers numbers;
  for (const auto& [id, each] : contributions_)
    if (each.published && (all || each.theme == theme)) ++numbers.contributions, numbers.supports += each.supporters.size();
  return numbers;
}

std::vector<Finding> CaseCount::compare_whole(const PublishedCase& said) const {
  const Numbers all = numbers_of(0, true);
  std::uint64_t removed = 0, in_themes = 0, supports_in_themes = 0;
  for (const auto& [id, each] : contributions_) removed += each.removed;
  for (const PublishedTheme& theme : said.themes) in_themes += theme.contributions, supports_in_themes += theme.supports;
  std::vector<Finding> found;
  for (auto& each : {within("contributions", said.contributions, all.contributions, hidden_), within("supports", said.supports, all.supports, hidden_),
                     within("removed", said.removed, removed, 0), within("decisions", said.decisions, decisions_, 0),
                     within("measures", said.measures, measures_.size(), 0), within("themes", said.themes.size(), verdicts_.size(), 0)})
    if (each) found.push_back(*each);
  if (in_themes > said.contributions || supports_in_themes > said.supports) found.push_back(broken("verify.case_sums_differ", {}, "themes"));
  return found;
}

std::vector<Finding> CaseCount::compare_theme(const PublishedTheme& said) const {
  const std::string where = "theme " + std::to_string(said.theme);
  const Numbers seen = numbers_of(said.theme, false);
  std::vector<Finding> found;
  for (auto& each : {within(where + " contributions", said.contributions, seen.contributions, hidden_),
                     within(where + " supports", said.supports, seen.supports, hidden_)})
    if (each) found.push_back(*each);
  const auto verdict = verdicts_.find(said.theme);
  if (verdict == verdicts_.end() || verdict->second != said.verdict) found.push_back(broken("verify.case_answer_differs", {std::to_string(said.theme)}, where));
  return found;
}

std::vector<Finding> CaseCount::compare(std::string_view text) const {
  PublishedCase said;
  try {
    said = read_counts(text);
  } catch (const std::exception&) {
    return {broken("verify.result_unreadable", {}, "result")};
  }
  std::vector<Finding> found = compare_whole(said);
  for (const PublishedTheme& theme : said.themes)
    for (Finding& each : compare_theme(theme)) found.push_back(std::move(each));
  if (!found.empty()) return found;
  const std::vector<std::string> fill{std::to_string(said.contributions), std::to_string(said.supports), std::to_string(hidden_)};
  return {{Verdict::holds, "recount", hidden_ ? "verify.case_holds_within" : "verify.case_holds", fill}};
}

}  // namespace knippe::app
