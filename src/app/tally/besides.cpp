#include "app/tally/besides.h"

#include <algorithm>
#include <ranges>

#include "base/text.h"
#include "tally/agreement.h"
#include "views/tally/explain.h"

namespace knippe::app {
namespace {

namespace json = boost::json;
using tally::Option;

std::string listed(std::span<const Option> options, const tally::Election& election) {
  std::string out;
  for (const Option option : options) out += (out.empty() ? "" : ", ") + election.names[option];
  return out;
}

/// Two of the five decimals are enough for these.
std::string shown_short(const tally::Number& number, const views::Words& w) {
  std::string text = views::shown(number, w);
  return denominator(number) == 1 ? text : text.substr(0, text.size() - 3);
}

std::string firm_sentence(const Besides& besides, tally::Weight votes, const views::Words& w) {
  const auto& fewest = besides.firm->fewest;
  if (!fewest) return std::string(w("tally.firm_never"));
  const auto top = static_cast<std::int64_t>(besides.top);
  if (fewest->ballots == 0) return w.plural("tally.firm_shared", top);
  return w.plural(fewest->is_exact ? "tally.firm_exact" : "tally.firm_at_most", top, fewest->ballots, votes);
}

std::string places_table(const Besides& besides, const Counted& counted) {
  std::string out;
  std::size_t width = 0;
  for (const std::string& name : counted.election.names) width = std::max(width, length(name));
  for (const Option option : counted.outcome.places | std::views::join) {
    const auto& [lowest, highest] = besides.firm->places[option];
    const std::string& name = counted.election.names[option];
    out += "      " + name + std::string(width - length(name) + 2, ' ') + std::to_string(lowest);
    out += (lowest == highest ? "" : "–" + std::to_string(highest)) + "\n";
  }
  return out;
}

}  // namespace

Besides besides(const tally::Election& election, const tally::Totals& totals, std::size_t top) {
  Besides found;
  found.top = std::min(top, election.names.size());
  found.overlap = tally::mean_overlap(totals, found.top);
  found.concordance = tally::concordance(election.ballots, totals);
  return found;
}

Firm firmness_of(const tally::Election& election, const tally::Question& question, std::size_t top, std::uint64_t seed) {
  Firm firm{.seed = seed, .fewest = tally::firmness(election.ballots, question, std::min(top, election.names.size())), .places = {}};
  if (auto places = tally::place_intervals(election.ballots, question, seed, firm_draws)) firm.places = *std::move(places);
  return firm;
}

void put(json::object& out, const Besides& besides) {
  json::object agreement{{"top", besides.top}};
  if (besides.overlap) agreement["overlap"] = exact(*besides.overlap);
  if (besides.concordance) {
    agreement["kendall_w"] = exact(besides.concordance->w);
    agreement["kendall_tau_b"] = exact(besides.concordance->tau);
  }
  out["agreement"] = std::move(agreement);
  if (!besides.firm) return;
  json::object firmness{{"top", besides.top}, {"seed", besides.firm->seed}, {"draws", firm_draws}};
  if (const auto& fewest = besides.firm->fewest) {
    firmness["ballots"] = fewest->ballots;
    firmness["exact"] = fewest->is_exact;
  }
  json::array places;
  for (const auto& [lowest, highest] : besides.firm->places) places.push_back(json::array{lowest, highest});
  if (!places.empty()) firmness["places"] = std::move(places);
  out["firmness"] = std::move(firmness);
}

std::string to_text(const Besides& besides, const Counted& counted, const views::Words& w) {
  std::string out;
  if (besides.overlap) {
    const tally::Number said = besides.top == 1 ? tally::Number(100 * *besides.overlap) : *besides.overlap;
    out += w.plural("tally.overlap", static_cast<std::int64_t>(besides.top), shown_short(said, w)) + "\n";
  }
  if (besides.concordance)
    out += w.format("tally.concordance", shown_short(besides.concordance->w, w), shown_short(besides.concordance->tau, w)) + "\n";
  if (!besides.firm) return out;
  out += firm_sentence(besides, counted.election.ballots.total(), w) + "\n";
  if (besides.firm->places.empty()) return out + w.format("tally.not_drawn", w.number(tally::most_for_bootstrap)) + "\n";
  return out + w.format("tally.drawn", w.number(firm_draws), besides.firm->seed) + "\n" + places_table(besides, counted);
}

std::string comparison(const tally::Comparison& compared, const tally::Election& election, std::size_t top, const views::Words& w) {
  std::string out = w.plural("tally.matters", static_cast<std::int64_t>(top)) + "\n\n";
  for (const auto& [rule, outcome, options] : compared.counted) {
    const std::string name(tally::name_of(rule));
    out += "  " + name + std::string(22 - name.size(), ' ') + listed(options, election) + "\n";
  }
  out += "\n";
  out += compared.in_all.empty() ? std::string(w("tally.none_always")) : w.format("tally.always", listed(compared.in_all, election));
  out += "\n";
  if (!compared.in_some.empty()) out += w.format("tally.depends", listed(compared.in_some, election)) + "\n";
  return out;
}

}  // namespace knippe::app
