#include "views/other_rules.h"

#include <algorithm>

#include "tally/concordance.h"
#include "tally/count.h"
#include "tally/firmness.h"

namespace knippe::views {
namespace {

using tally::Option;

constexpr std::size_t most_keys_for_kemeny = 12;  // beyond them its time doubles with each key
constexpr std::size_t most_groups_to_split = 12;

/// An option is a row of the result.
struct Lists {
  const RankingResult& result;
  std::vector<tally::Ballot> ballots;
  tally::Profile profile;

  explicit Lists(const RankingResult& counted) : result(counted), profile(counted.keys.size()) {
    for (const GroupBallot& each : result.ballots) {
      tally::Ballot& ballot = ballots.emplace_back();
      for (const KeyId key : each.choices) ballot.choices.push_back(static_cast<Option>(result.find(key) - result.keys.data()));
      profile.add(ballot.choices);
    }
  }
  std::size_t places() const { return static_cast<std::size_t>(result.places); }
};

/// A rule's top k by option: there for certain, sharing the last places, or not there.
enum class Standing { out, shares, in };

std::vector<Standing> standings(const tally::Outcome& outcome, std::size_t options, std::size_t k) {
  std::vector<Standing> standings(options);
  std::size_t taken = 0;
  for (const auto& place : outcome.places) {
    if (taken >= k) break;
    taken += place.size();
    for (const Option option : place) standings[option] = taken <= k ? Standing::in : Standing::shares;
  }
  return standings;
}

class Comparing {
 public:
  Comparing(const Lists& lists, OtherRules& found) : lists_(lists), totals_(lists.profile), found_(found), times_(lists.result.keys.size()) {}

  void compare(tally::Rule rule) {
    tally::Question question;
    question.rule = rule;
    question.unranked = tally::Unranked::last;
    question.seats = lists_.places();
    const bool is_too_dear = rule == tally::Rule::kemeny && times_.size() > most_keys_for_kemeny;
    const auto outcome = is_too_dear ? refuse("count.too_many_options") : tally::count(lists_.profile, totals_, question);
    if (!outcome) return found_.refused.push_back(rule);
    note(rule, standings(*outcome, times_.size(), lists_.places()));
  }

  void list_keys() {
    const std::size_t ours = lists_.result.top_size();
    for (std::size_t option = 0; option < times_.size(); ++option)
      if (option < ours || is_listed_[option]) found_.keys.push_back({lists_.result.keys[option].key, times_[option] + (option < ours)});
  }

 private:
  void note(tally::Rule rule, const std::vector<Standing>& standings) {
    OtherRule& other = found_.rules.emplace_back();
    other.rule = rule;
    const std::size_t ours = lists_.result.top_size();
    for (std::size_t option = 0; option < standings.size(); ++option) {
      const KeyId key = lists_.result.keys[option].key;
      if (option < ours && standings[option] == Standing::out) other.out.push_back(key);
      if (option >= ours && standings[option] == Standing::in) other.in.push_back(key), is_listed_[option] = true;
      times_[option] += standings[option] != Standing::out;
      other.sharing += standings[option] == Standing::shares;
    }
    found_.differing += other.differs();
  }

  const Lists& lists_;
  const tally::Totals totals_;
  OtherRules& found_;
  std::vector<std::size_t> times_;
  std::vector<bool> is_listed_ = std::vector<bool>(times_.size());
};

tally::Question own_question(const domain::Workshop& workshop) {
  tally::Question question;
  question.points = workshop.settings.points;
  return question;
}

void draw_again(const Lists& lists, const tally::Question& question, OtherRules& found) {
  if (lists.result.handed_in > most_lists_to_draw) return;
  const auto intervals = tally::place_intervals(lists.profile, question, draw_seed, draws);
  if (!intervals) return;
  for (KeyUnderRules& each : found.keys) {
    const auto& interval = (*intervals)[static_cast<std::size_t>(lists.result.find(each.key) - lists.result.keys.data())];
    each.lowest_place = interval.lowest;
    each.highest_place = interval.highest;
  }
}

/// Splitting says something only when it makes some groups fellows and others not.
void find_alike(const Lists& lists, OtherRules& found) {
  if (lists.result.by_persons || lists.ballots.size() > most_groups_to_split) return;
  const auto clusters = tally::clusters(lists.result.keys.size(), lists.ballots);
  if (!clusters || clusters->size() < 2) return;
  for (const auto& cluster : *clusters) {
    if (cluster.size() < 2) continue;
    auto& groups = found.alike.emplace_back();
    for (const std::size_t ballot : cluster) groups.push_back(lists.result.ballots[ballot].group);
  }
}

}  // namespace

std::optional<OtherRules> other_rules(const domain::Workshop& workshop, const RankingResult& result) {
  if (!result.agreement || result.scored() == 0 || result.top_size() >= result.keys.size()) return std::nullopt;
  const Lists lists(result);
  OtherRules found;
  Comparing comparing(lists, found);
  for (const tally::Rule rule : tally::all_rules())
    if (rule != tally::Rule::points) comparing.compare(rule);
  comparing.list_keys();
  const tally::Question question = own_question(workshop);
  if (result.handed_in <= most_lists_to_alter)
    if (const auto firm = tally::firmness(lists.profile, question, lists.places())) found.lists_to_alter = firm->ballots;
  draw_again(lists, question, found);
  find_alike(lists, found);
  return found;
}

}  // namespace knippe::views
