#include "tally/rule.h"

#include <algorithm>
#include <array>

namespace knippe::tally {
namespace {

struct Named {
  Rule rule;
  std::string_view name;
};

using enum Rule;
constexpr auto names = std::to_array<Named>({
    {points, "points"},
    {borda, "borda"},
    {approval, "approval"},
    {plurality, "plurality"},
    {copeland, "copeland"},
    {minimax_winning, "minimax-winning"},
    {minimax_margins, "minimax-margins"},
    {minimax_opposition, "minimax-opposition"},
    {schulze_winning, "schulze-winning"},
    {schulze_margins, "schulze-margins"},
    {schulze_ratio, "schulze-ratio"},
    {ranked_pairs_winning, "ranked-pairs-winning"},
    {ranked_pairs_margins, "ranked-pairs-margins"},
    {kemeny, "kemeny"},
    {irv, "irv"},
    {coombs, "coombs"},
    {bucklin, "bucklin"},
    {stv_scottish, "stv-scottish"},
    {stv_meek, "stv-meek"},
    {stv_droop, "stv-droop"},
    {stv_hare, "stv-hare"},
});

constexpr auto rules = [] {
  std::array<Rule, names.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = names[i].rule;
  return all;
}();

}  // namespace

std::span<const Rule> all_rules() { return rules; }

std::string_view name_of(Rule rule) { return names[static_cast<std::size_t>(rule)].name; }

std::optional<Rule> rule_named(std::string_view name) {
  const auto at = std::ranges::find(names, name, &Named::name);
  if (at == names.end()) return std::nullopt;
  return at->rule;
}

bool is_proportional(Rule rule) {
  return rule == stv_scottish || rule == stv_meek || rule == stv_droop || rule == stv_hare;
}

}  // namespace knippe::tally
