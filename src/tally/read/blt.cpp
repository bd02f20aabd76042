// BLT (Hill, Wichmann, Woodall): "options seats", withdrawn ones as negative numbers, ballots "weight 1 3=4 0", "0", then the names
// and a title in quotes. Of its later additions: [nick ...], [tie ...], [withdrawn ...], "(id)" before a ballot, "-" for a skipped place, # remarks.

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "tally/read/draft.h"
#include "tally/read/scanner.h"

namespace knippe::tally {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void skip_space(Scanner& in) {
  for (;;) {
    while (!in.at_end() && is_space(in.peek())) in.skip();
    if (in.peek() != '#') return;
    in.take_line();
  }
}

class BltReader {
 public:
  explicit BltReader(std::string_view bytes) : in_(bytes) {}

  Result<Election> read() {
    TRY_STATUS(read_size());
    TRY_STATUS(read_lists());
    TRY_STATUS(read_ballots());
    TRY_STATUS(read_names());
    return finish();
  }

 private:
  struct Line {
    std::uint64_t weight = 0;
    std::size_t first = 0, length = 0;  ///< in cells_
  };

  Status read_size() {
    skip_space(in_);
    const char* const start = in_.at();
    if (!in_.take_number(options_) || options_ == 0) return bad_input("tally.expected_options_and_seats", in_.place(start));
    if (options_ > options_max) return bad_input("tally.too_many_options", in_.place(start));
    skip_space(in_);
    const char* const seats = in_.at();
    if (!in_.take_number(seats_) || seats_ == 0 || seats_ > options_) return bad_input("tally.expected_seats", in_.place(seats));
    is_withdrawn_.resize(options_);
    return {};
  }

  std::string_view word() {
    const char* const start = in_.at();
    while (!in_.at_end() && !is_space(in_.peek()) && !std::string_view("=]#").contains(in_.peek())) in_.skip();
    return {start, static_cast<std::size_t>(in_.at() - start)};
  }

  /// A number from 1, or a nickname.
  Result<Option> option() {
    const char* const start = in_.at();
    std::uint64_t number = 0;
    if (const auto known = nicknames_.find(word())) return *known;
    in_.go_to(start);
    if (!in_.take_number(number) || number == 0 || number > options_) return bad_input("tally.expected_option", in_.place(start));
    return static_cast<Option>(number - 1);
  }

  Status read_list(std::vector<Option>* options) {
    for (skip_space(in_); !in_.take(']'); skip_space(in_)) {
      if (in_.at_end()) return bad_input("tally.expected_bracket", in_.place());
      const std::string place = in_.place();
      if (options) options->push_back(TRY(option()));
      else TRY(nicknames_.add(word(), place));
    }
    return {};
  }

  Status read_lists() {
    for (skip_space(in_);; skip_space(in_)) {
      const char* const start = in_.at();
      if (in_.take("[nick")) {
        TRY_STATUS(read_list(nullptr));
        if (nicknames_.size() != options_) return bad_input("tally.expected_every_option", in_.place(start));
      } else if (in_.take("[tie")) {
        TRY_STATUS(read_list(&tie_order_));
        if (!is_whole(tie_order_)) return bad_input("tally.expected_every_option", in_.place(start));
      } else if (in_.take("[withdrawn")) {
        std::vector<Option> list;
        TRY_STATUS(read_list(&list));
        for (const Option gone : list) is_withdrawn_[gone] = true;
      } else if (in_.take('-')) {
        is_withdrawn_[TRY(option())] = true;
      } else {
        return {};
      }
    }
  }

  bool is_whole(const std::vector<Option>& order) const {
    std::vector<Option> sorted = order;
    std::ranges::sort(sorted);
    return sorted.size() == options_ && std::ranges::adjacent_find(sorted) == sorted.end();
  }

  Status read_ballots() {
    Draft draft(options_);
    ballots_.reset(new Profile(options_));
    for (skip_space(in_);; skip_space(in_)) {
      if (in_.take('(')) {
        while (!in_.at_end() && in_.peek() != ')' && in_.peek() != '\n') in_.skip();
        if (!in_.take(')')) return bad_input("tally.expected_parenthesis", in_.place());
        skip_space(in_);
      }
      const char* const line = in_.at();
      std::uint64_t weight = 0;
      if (!in_.take_number(weight)) return bad_input("tally.expected_weight_or_end", in_.place());
      if (weight == 0) return {};
      draft.begin();
      TRY_STATUS(read_choices(draft));
      if (!add_draft(*ballots_, draft, weight)) return bad_input("tally.too_many_votes", in_.place(line));
    }
  }

  Status read_choices(Draft& draft) {
    bool is_beside = false, has_tier = false;
    for (skip_space(in_);; skip_space(in_)) {
      const char* const here = in_.at();
      if (in_.take('0') && (in_.at_end() || is_space(in_.peek()))) return {};
      in_.go_to(here);
      if (in_.take('-') && (in_.at_end() || is_space(in_.peek()))) continue;
      in_.go_to(here);
      if (in_.at_end()) return bad_input("tally.expected_ballot_end", in_.place());
      const Option chosen = TRY(option());
      if (!is_withdrawn_[chosen]) {
        if (!draft.put(chosen, is_beside && has_tier)) return bad_input("tally.named_twice", in_.place(here));
        has_tier = true;
      }
      is_beside = in_.take('=');
      if (!is_beside) has_tier = false;
    }
  }

  Status read_names() {
    for (std::size_t i = 0; i < options_; ++i) {
      const std::string_view name = TRY(quoted());
      TRY(names_.add(name, name_place_));
    }
    skip_space(in_);
    if (in_.at_end()) return {};
    title_ = TRY(quoted());
    if (!is_valid_utf8(title_)) return bad_input("tally.name", name_place_);
    // Some programs write more quoted lines after the title; a number there would be a ballot out of place.
    for (skip_space(in_); !in_.at_end(); skip_space(in_)) TRY(quoted());
    return {};
  }

  Result<std::string_view> quoted() {
    skip_space(in_);
    name_place_ = in_.place();
    if (!in_.take('"')) return bad_input("tally.expected_quoted_name", in_.place());
    const char* const start = in_.at();
    while (!in_.at_end() && in_.peek() != '"' && in_.peek() != '\n') in_.skip();
    const std::string_view name(start, static_cast<std::size_t>(in_.at() - start));
    if (!in_.take('"')) return bad_input("tally.expected_closing_quote", in_.place());
    return trim_ascii(name);
  }

  /// Without the withdrawn ones, whose numbers close up.
  Election finish() const {
    Election election{.title = std::string(title_), .seats = seats_};
    std::vector<Option> number(options_);
    for (std::size_t i = 0; i < options_; ++i) {
      number[i] = static_cast<Option>(election.names.size());
      (is_withdrawn_[i] ? election.withdrawn : election.names).push_back(names_.list()[i]);
    }
    for (const Option option : tie_order_)
      if (!is_withdrawn_[option]) election.tie_order.push_back(number[option]);
    if (election.withdrawn.empty()) {
      election.ballots = *ballots_;
      return election;
    }
    election.ballots = Profile(election.names.size());
    std::vector<Option> choices;
    ballots_->for_each([&](const BallotView& ballot) {
      choices.clear();
      for (const Option option : ballot.choices) choices.push_back(number[option]);
      election.ballots.add(choices, ballot.shape, ballot.weight);
    });
    return election;
  }

  Scanner in_;
  std::uint64_t options_ = 0, seats_ = 0;
  std::vector<bool> is_withdrawn_;
  std::vector<Option> tie_order_;
  Names nicknames_, names_;
  std::unique_ptr<Profile> ballots_;
  std::string_view title_;
  std::string name_place_;
};

}  // namespace

Result<Election> read_blt(std::string_view bytes) { return BltReader(bytes).read(); }

}  // namespace knippe::tally
