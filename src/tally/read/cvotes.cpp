// The Condorcet Election Format: "#/Key: value" headers, "tags || A > B = C ^2 * 12" votes, # remarks also after a vote. Options are
// those of #/Candidates, or else the names in the votes, in alphabetical order of their bytes.

#include <algorithm>

#include "base/text.h"
#include "tally/read/draft.h"
#include "tally/read/scanner.h"

namespace knippe::tally {
namespace {

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, {}, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

/// Without blanks around; an empty text keeps its place in the line.
std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

class CvotesReader {
 public:
  explicit CvotesReader(std::string_view bytes) : in_(bytes) {}

  Result<Election> read() {
    const char* const start = in_.at();
    TRY_STATUS(each_line(&CvotesReader::read_header));
    if (names_.size() == 0) {
      in_.go_to(start);
      TRY_STATUS(each_line(&CvotesReader::collect_names));
      TRY_STATUS(sort_names());
    }
    if (names_.size() == 0) return bad_input("tally.expected_vote", in_.place());
    if (seats_ > names_.size()) return bad_input("tally.expected_seats", in_.place(seats_at_));
    Election election{.title = title_, .names = names_.list(), .ballots = Profile(names_.size()), .seats = seats_, .unranked = unranked_};
    Draft draft(names_.size());
    ballots_ = &election.ballots;
    draft_ = &draft;
    in_.go_to(start);
    TRY_STATUS(each_line(&CvotesReader::read_vote));
    return election;
  }

 private:
  using Reader = Status (CvotesReader::*)(std::string_view);

  Status each_line(Reader reader) {
    while (!in_.at_end()) TRY_STATUS((this->*reader)(in_.take_line()));
    return {};
  }

  Status read_header(std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with("#/")) return {};
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return bad_input("tally.expected_colon", in_.place(line.data() + line.size()));
    const std::string_view key = trimmed(line.substr(2, colon - 2));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (same_word("candidates", key)) return read_candidates(value);
    if (same_word("number of seats", key)) return read_seats(value);
    if (same_word("implicit ranking", key)) {
      unranked_ = TRY(truth(value)) ? Unranked::last : Unranked::ignored;
    } else if (same_word("weight allowed", key)) {
      has_weights_ = TRY(truth(value));
    } else if (same_word("title", key) && is_valid_utf8(value)) {
      title_ = value;
    }
    return {};
  }

  Result<bool> truth(std::string_view value) {
    if (same_word("true", value)) return true;
    if (same_word("false", value)) return false;
    return bad_input("tally.expected_true_false", in_.place(value.data()));
  }

  Status read_seats(std::string_view value) {
    Scanner number(value);
    seats_at_ = value.data();
    if (!number.take_number(seats_) || !number.at_end() || seats_ == 0) return bad_input("tally.expected_seats", in_.place(seats_at_));
    return {};
  }

  Status read_candidates(std::string_view value) {
    while (!value.empty()) {
      const std::size_t end = std::min(value.find(';'), value.size());
      const std::string_view name = trimmed(value.substr(0, end));
      TRY(names_.add(name, in_.place(name.data())));
      value.remove_prefix(std::min(end + 1, value.size()));
    }
    return {};
  }

  struct Vote {
    std::string_view ranking;
    std::uint64_t weight = 1, times = 1;
  };

  /// Without remark, tags, weight and multiplier; a line without a vote has none.
  Result<std::optional<Vote>> vote_of(std::string_view line) {
    line = line.substr(0, line.find('#'));
    if (const std::size_t tags = line.find("||"); tags != line.npos) line.remove_prefix(tags + 2);
    if (trimmed(line).empty()) return std::nullopt;
    Vote vote;
    const std::size_t star = line.find('*'), hat = line.find('^');
    if (star != line.npos) vote.times = TRY(number_after(line, star, hat));
    if (hat != line.npos) vote.weight = TRY(number_after(line, hat, star));
    vote.ranking = trimmed(line.substr(0, std::min(star, hat)));
    return vote;
  }

  Result<std::uint64_t> number_after(std::string_view line, std::size_t sign, std::size_t other) {
    const std::size_t end = other != line.npos && other > sign ? other : line.size();
    const std::string_view text = trimmed(line.substr(sign + 1, end - sign - 1));
    Scanner number(text);
    std::uint64_t value = 0;
    if (!number.take_number(value) || !number.at_end() || value == 0) return bad_input("tally.expected_count", in_.place(text.data()));
    return value;
  }

  /// f(name, beside_last) for each name of a ranking.
  template <class F>
  Status each_name(std::string_view ranking, F f) {
    if (ranking == "/EMPTY_RANKING/") return {};
    for (bool is_beside = false;;) {
      const std::size_t end = std::min(ranking.find_first_of(">="), ranking.size());
      const std::string_view name = trimmed(ranking.substr(0, end));
      if (name.empty()) return bad_input("tally.expected_name", in_.place(name.data()));
      TRY_STATUS(f(name, is_beside));
      if (end == ranking.size()) return {};
      is_beside = ranking[end] == '=';
      ranking.remove_prefix(end + 1);
    }
  }

  Status collect_names(std::string_view line) {
    const auto vote = TRY(vote_of(line));
    if (!vote) return {};
    return each_name(vote->ranking, [&](std::string_view name, bool) -> Status {
      if (!names_.find(name)) TRY(names_.add(name, in_.place(name.data())));
      return {};
    });
  }

  Status sort_names() {
    std::vector<std::string> sorted = names_.list();
    std::ranges::sort(sorted);
    names_ = {};
    for (const std::string& name : sorted) TRY(names_.add(name, in_.place()));
    return {};
  }

  Status read_vote(std::string_view line) {
    const auto vote = TRY(vote_of(line));
    if (!vote) return {};
    draft_->begin();
    TRY_STATUS(each_name(vote->ranking, [&](std::string_view name, bool is_beside) -> Status {
      const auto option = names_.find(name);
      if (!option) return bad_input("tally.expected_option", in_.place(name.data()));
      if (!draft_->put(*option, is_beside)) return bad_input("tally.named_twice", in_.place(name.data()));
      return {};
    }));
    const std::uint64_t weight = has_weights_ ? vote->weight : 1;
    if (vote->times > static_cast<std::uint64_t>(weight_max) / weight || !add_draft(*ballots_, *draft_, weight * vote->times))
      return bad_input("tally.too_many_votes", in_.place(vote->ranking.data()));
    return {};
  }

  Scanner in_;
  Names names_;
  std::string title_;
  std::uint64_t seats_ = 0;
  const char* seats_at_ = nullptr;
  std::optional<Unranked> unranked_;
  bool has_weights_ = false;
  Profile* ballots_ = nullptr;
  Draft* draft_ = nullptr;
};

}  // namespace

Result<Election> read_cvotes(std::string_view bytes) { return CvotesReader(bytes).read(); }

}  // namespace knippe::tally
