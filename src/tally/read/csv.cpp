// One ballot a row, best first: names or numbers between , ; or tabs (whichever comes first in the file), quoted where they hold one.
// A first row that only numbers the places, or begins with a word for weight, is a heading; with the latter the first column weighs.

#include <algorithm>

#include "base/text.h"
#include "tally/read/draft.h"
#include "tally/read/scanner.h"

namespace knippe::tally {
namespace {

struct Cell {
  std::string text{};
  const char* at = nullptr;
};

/// Lower-case ASCII letters of a heading: "1. valg" and "Valg 1" are "valg".
std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c >= 'a' && c <= 'z') out += c;
    else if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
  return out;
}

template <std::size_t n>
bool is_one_of(const std::string& word, const char* const (&words)[n]) { return std::ranges::find(words, word) != std::end(words); }

bool is_place_heading(const Cell& cell) {
  return std::ranges::any_of(cell.text, [](char c) { return c >= '0' && c <= '9'; }) &&
         is_one_of(letters_of(cell.text), {"choice", "rank", "place", "preference", "valg", "val", "plass", "prioritet"});
}

bool is_weight_heading(const Cell& cell) {
  return is_one_of(letters_of(cell.text), {"weight", "count", "votes", "vekt", "antall", "antal", "stemmer", "rster"}) &&
         std::ranges::none_of(cell.text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(const std::string& text) {
  return !text.empty() && text.size() <= 9 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view bytes) : in_(bytes) {}

  Result<Election> read() {
    choose_separator();
    TRY_STATUS(skip_heading());
    const char* const start = in_.at();
    std::vector<std::string> found;
    TRY_STATUS(collect(found));
    Names names;
    for (const std::string& name : in_order(found)) TRY(names.add(name, in_.place()));
    if (names.size() == 0) return bad_input("tally.expected_vote", in_.place());
    Election election{.names = names.list(), .ballots = Profile(names.size())};
    in_.go_to(start);
    TRY_STATUS(read_ballots(names, election.ballots));
    return election;
  }

 private:
  void choose_separator() {
    const std::string_view all = in_.rest();
    const std::size_t first = all.substr(0, all.find('\n')).find_first_of(",;\t");
    if (first != all.npos) separator_ = all[first];
  }

  bool at_cell_end() const { return in_.at_end() || in_.peek() == separator_ || in_.peek() == '\n' || in_.peek() == '\r'; }

  Status read_quoted(std::string& text) {
    const std::string place = in_.place();
    in_.skip();
    for (;;) {
      if (in_.at_end()) return bad_input("tally.expected_closing_quote", place);
      const char c = next();
      if (c == '"' && !in_.take('"')) break;
      if (text.size() == name_bytes_max) return bad_input("tally.name", place);
      text += c;
    }
    in_.skip_blanks();
    if (!at_cell_end()) return bad_input("tally.expected_separator", in_.place());
    return {};
  }

  char next() {
    const char c = in_.peek();
    in_.skip();
    return c;
  }

  Status read_row(std::vector<Cell>& row) {
    row.clear();
    do {
      if (row.size() > options_max) return bad_input("tally.too_many_options", in_.place());
      if (separator_ != '\t') in_.skip_blanks();
      Cell cell{.at = in_.at()};
      if (in_.peek() == '"') {
        TRY_STATUS(read_quoted(cell.text));
      } else {
        while (!at_cell_end()) in_.skip();
        cell.text = trim_ascii({cell.at, static_cast<std::size_t>(in_.at() - cell.at)});
      }
      row.push_back(std::move(cell));
    } while (in_.take(separator_));
    in_.take('\r');
    if (!in_.at_end() && !in_.take('\n')) return bad_input("tally.expected_line_end", in_.place());
    return {};
  }

  Status skip_heading() {
    const char* const start = in_.at();
    std::vector<Cell> row;
    TRY_STATUS(read_row(row));
    has_weights_ = is_weight_heading(row[0]);
    if (!has_weights_ && !std::ranges::all_of(row, is_place_heading)) in_.go_to(start);
    return {};
  }

  Status collect(std::vector<std::string>& found) {
    Names seen;
    std::vector<Cell> row;
    while (!in_.at_end()) {
      TRY_STATUS(read_row(row));
      for (std::size_t i = has_weights_ ? 1 : 0; i < row.size(); ++i)
        if (!row[i].text.empty() && !seen.find(row[i].text)) TRY(seen.add(row[i].text, in_.place(row[i].at)));
    }
    found = seen.list();
    return {};
  }

  /// Numbers ascending; names as they first appear.
  static std::vector<std::string> in_order(std::vector<std::string> names) {
    if (std::ranges::all_of(names, is_number)) std::ranges::sort(names, {}, [](const std::string& text) { return std::stol(text); });
    return names;
  }

  Status read_ballots(const Names& names, Profile& ballots) {
    Draft draft(names.size());
    std::vector<Cell> row;
    while (!in_.at_end()) {
      TRY_STATUS(read_row(row));
      if (row.size() == 1 && row[0].text.empty()) continue;
      std::uint64_t weight = 1;
      if (has_weights_ && (!Scanner(row[0].text).take_number(weight) || !is_number(row[0].text) || weight == 0))
        return bad_input("tally.expected_count", in_.place(row[0].at));
      draft.begin();
      for (std::size_t i = has_weights_ ? 1 : 0; i < row.size(); ++i)
        if (!row[i].text.empty() && !draft.put(*names.find(row[i].text), false)) return bad_input("tally.named_twice", in_.place(row[i].at));
      if (!add_draft(ballots, draft, weight)) return bad_input("tally.too_many_votes", in_.place(row[0].at));
    }
    return {};
  }

  Scanner in_;
  char separator_ = ',';
  bool has_weights_ = false;
};

}  // namespace

Result<Election> read_csv(std::string_view bytes) { return CsvReader(bytes).read(); }

}  // namespace knippe::tally
