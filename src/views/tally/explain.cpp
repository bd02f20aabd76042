#include "views/tally/explain.h"

#include <algorithm>

namespace knippe::views {
namespace {

using tally::Matrix;
using tally::Number;
using tally::Option;
using tally::Outcome;
using tally::Rule;

MessageKey key_of(Rule rule) {
  switch (rule) {
    case Rule::points: return MessageKey("tally.rule.points");
    case Rule::borda: return MessageKey("tally.rule.borda");
    case Rule::approval: return MessageKey("tally.rule.approval");
    case Rule::plurality: return MessageKey("tally.rule.plurality");
    case Rule::copeland: return MessageKey("tally.rule.copeland");
    case Rule::minimax_winning: return MessageKey("tally.rule.minimax_winning");
    case Rule::minimax_margins: return MessageKey("tally.rule.minimax_margins");
    case Rule::minimax_opposition: return MessageKey("tally.rule.minimax_opposition");
    case Rule::schulze_winning: return MessageKey("tally.rule.schulze_winning");
    case Rule::schulze_margins: return MessageKey("tally.rule.schulze_margins");
    case Rule::schulze_ratio: return MessageKey("tally.rule.schulze_ratio");
    case Rule::ranked_pairs_winning: return MessageKey("tally.rule.ranked_pairs_winning");
    case Rule::ranked_pairs_margins: return MessageKey("tally.rule.ranked_pairs_margins");
    case Rule::kemeny: return MessageKey("tally.rule.kemeny");
    case Rule::irv: return MessageKey("tally.rule.irv");
    case Rule::coombs: return MessageKey("tally.rule.coombs");
    case Rule::bucklin: return MessageKey("tally.rule.bucklin");
    case Rule::stv_scottish: return MessageKey("tally.rule.stv_scottish");
    case Rule::stv_meek: return MessageKey("tally.rule.stv_meek");
    case Rule::stv_droop: return MessageKey("tally.rule.stv_droop");
    case Rule::stv_hare: return MessageKey("tally.rule.stv_hare");
  }
  __builtin_unreachable();
}

MessageKey title_of(Rule rule) {
  switch (rule) {
    case Rule::points: return MessageKey("rules.title.points");
    case Rule::borda: return MessageKey("rules.title.borda");
    case Rule::approval: return MessageKey("rules.title.approval");
    case Rule::plurality: return MessageKey("rules.title.plurality");
    case Rule::copeland: return MessageKey("rules.title.copeland");
    case Rule::minimax_winning: return MessageKey("rules.title.minimax_winning");
    case Rule::minimax_margins: return MessageKey("rules.title.minimax_margins");
    case Rule::minimax_opposition: return MessageKey("rules.title.minimax_opposition");
    case Rule::schulze_winning: return MessageKey("rules.title.schulze_winning");
    case Rule::schulze_margins: return MessageKey("rules.title.schulze_margins");
    case Rule::schulze_ratio: return MessageKey("rules.title.schulze_ratio");
    case Rule::ranked_pairs_winning: return MessageKey("rules.title.ranked_pairs_winning");
    case Rule::ranked_pairs_margins: return MessageKey("rules.title.ranked_pairs_margins");
    case Rule::kemeny: return MessageKey("rules.title.kemeny");
    case Rule::irv: return MessageKey("rules.title.irv");
    case Rule::coombs: return MessageKey("rules.title.coombs");
    case Rule::bucklin: return MessageKey("rules.title.bucklin");
    case Rule::stv_scottish: return MessageKey("rules.title.stv_scottish");
    case Rule::stv_meek: return MessageKey("rules.title.stv_meek");
    case Rule::stv_droop: return MessageKey("rules.title.stv_droop");
    case Rule::stv_hare: return MessageKey("rules.title.stv_hare");
  }
  __builtin_unreachable();
}

class Teller {
 public:
  Teller(const Outcome& outcome, std::span<const std::string> names, const Words& w) : outcome_(outcome), names_(names), w_(w) {}

  std::vector<std::string> tell(tally::Weight votes) {
    say(std::string(rule_sentence(outcome_.rule, w_)));
    say(w_.format("tally.counted", votes, names_.size()));
    if (votes > 0) {
      tell_pairs();
      for (std::size_t i = 0; i < outcome_.rounds.size(); ++i) tell_round(i);
      tell_scores();
      for (const tally::TieBreak& tie : outcome_.ties) tell_tie(tie);
    }
    tell_winners();
    return std::move(told_);
  }

 private:
  void say(std::string sentence) { told_.push_back(std::move(sentence)); }

  std::string list(std::span<const Option> options) const {
    std::string out;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (i > 0) out += i + 1 == options.size() ? w_("tally.and") : ", ";
      out += names_[options[i]];
    }
    return out;
  }

  void tell_pairs() {
    if (!outcome_.pairwise || names_.size() < 2) return;
    const Matrix& votes = *outcome_.pairwise;
    const auto beats_all = [&](Option a) {
      for (Option b = 0; b < votes.size(); ++b)
        if (a != b && votes.at(a, b) <= votes.at(b, a)) return false;
      return true;
    };
    const Option first = outcome_.places[0][0];
    if (beats_all(first)) say(w_.format("tally.beats_all", names_[first]));
    else if (!any_beats_all(votes)) say(std::string(w_("tally.nobody_beats_all")));
    if (outcome_.places[0].size() > 1 || outcome_.places.size() < 2) return;
    for (const Option next : outcome_.places[1])
      say(w_.format("tally.pair", names_[first], names_[next], votes.at(first, next), votes.at(next, first)));
  }

  static bool any_beats_all(const Matrix& votes) {
    for (Option a = 0; a < votes.size(); ++a) {
      bool all = true;
      for (Option b = 0; b < votes.size(); ++b) all = all && (a == b || votes.at(a, b) > votes.at(b, a));
      if (all) return true;
    }
    return false;
  }

  void tell_round(std::size_t index) {
    const tally::Round& round = outcome_.rounds[index];
    if (round.quota && index == 0) say(w_.format("tally.quota", shown(*round.quota, w_)));
    for (const Option option : round.elected) say(w_.format("tally.elected", index + 1, names_[option], shown(round.votes[option], w_)));
    for (const Option option : round.excluded) say(w_.format("tally.excluded", index + 1, names_[option], shown(round.votes[option], w_)));
    for (const tally::Transfer& transfer : round.transfers) tell_transfer(transfer);
  }

  void tell_transfer(const tally::Transfer& transfer) {
    std::vector<Option> to;
    for (Option option = 0; option < transfer.to.size(); ++option)
      if (transfer.to[option] > 0) to.push_back(option);
    std::ranges::sort(to, [&](Option a, Option b) { return transfer.to[a] != transfer.to[b] ? transfer.to[a] > transfer.to[b] : a < b; });
    std::string parts;
    for (const Option option : to) parts += (parts.empty() ? "" : ", ") + names_[option] + " +" + shown(transfer.to[option], w_);
    if (!parts.empty()) say(w_.format("tally.moved", names_[transfer.from], parts));
    if (transfer.exhausted > 0) say(w_.format("tally.exhausted", names_[transfer.from], shown(transfer.exhausted, w_)));
  }

  void tell_scores() {
    if (outcome_.scores.empty() || outcome_.places.size() < 2) return;
    const auto& first = outcome_.places[0];
    const auto& next = outcome_.places[1];
    say(w_.format("tally.scores", list(first), shown(outcome_.scores[first[0]], w_), list(next), shown(outcome_.scores[next[0]], w_)));
  }

  void tell_tie(const tally::TieBreak& tie) {
    switch (tie.by) {
      case tally::TieBreak::By::shared: return say(w_.format("tally.tie_shared", list(tie.tied)));
      case tally::TieBreak::By::earlier_round: return say(w_.format("tally.tie_earlier", list(tie.tied), list(tie.order)));
      case tally::TieBreak::By::lot: return say(w_.format("tally.tie_lot", list(tie.tied), list(tie.order)));
    }
  }

  void tell_winners() {
    if (outcome_.winners.size() == 1) say(w_.format("tally.winner", names_[outcome_.winners[0]]));
    else say(w_.format("tally.winners", list(outcome_.winners)));
  }

  const Outcome& outcome_;
  std::span<const std::string> names_;
  const Words& w_;
  std::vector<std::string> told_;
};

}  // namespace

std::string_view rule_sentence(Rule rule, const Words& w) { return w(key_of(rule)); }

std::string_view rule_title(Rule rule, const Words& w) { return w(title_of(rule)); }

std::vector<std::string> explain(const Outcome& outcome, std::span<const std::string> names, tally::Weight votes, const Words& w) {
  return Teller(outcome, names, w).tell(votes);
}

std::string shown(const Number& number, const Words& w) {
  using Whole = boost::multiprecision::cpp_int;
  constexpr int decimals = 5;
  const bool is_negative = number < 0;
  const Whole over = boost::multiprecision::abs(numerator(number)), under = denominator(number);
  const Whole whole = over / under, rest = over % under;
  std::string out = is_negative ? "−" : "";
  out += whole <= std::numeric_limits<std::int64_t>::max() ? w.number(static_cast<std::int64_t>(whole)) : whole.str();
  if (rest == 0) return out;
  std::string digits = Whole(rest * 100'000 / under).str();
  digits.insert(0, decimals - digits.size(), '0');
  return out + std::string(w("tally.decimal_sign")) + digits;
}

}  // namespace knippe::views
