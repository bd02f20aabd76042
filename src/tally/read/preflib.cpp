// PrefLib's orders: header lines "# KEY: value", then "count: 1,4,{2,3}".

#include "base/text.h"
#include "tally/read/draft.h"
#include "tally/read/scanner.h"

namespace knippe::tally {
namespace {

struct Header {
  std::string title;
  std::uint64_t options = 0;
  Names names;
};

/// "# ALTERNATIVE NAME 7: Green": they come in order. A missing name is the option's number.
Status read_name(Scanner& in, Header& header, const char* line) {
  std::uint64_t number = 0;
  in.skip_blanks();
  if (!in.take_number(number) || number != header.names.size() + 1) return bad_input("tally.expected_next_number", in.place());
  if (number > header.options) return bad_input("tally.more_names", in.place(line));
  if (!in.take(':')) return bad_input("tally.expected_colon", in.place());
  in.skip_blanks();
  const std::string place = in.place();
  const std::string_view name = trim_ascii(in.take_line());
  TRY(header.names.add(name.empty() ? std::to_string(number) : name, place));
  return {};
}

Status read_header_line(Scanner& in, Header& header) {
  const char* const line = in.at();
  in.skip();
  in.skip_blanks();
  if (in.take("ALTERNATIVE NAME")) return read_name(in, header, line);
  if (in.take("NUMBER ALTERNATIVES:")) {
    in.skip_blanks();
    const std::string place = in.place();
    if (!in.take_number(header.options) || header.options == 0) return bad_input("tally.expected_number", place);
    if (header.options > options_max) return bad_input("tally.too_many_options", place);
  } else if (in.take("TITLE:")) {
    header.title = trim_ascii(in.take_line());
    return {};
  }
  in.take_line();
  return {};
}

/// The options of one line after its colon. A tier of several stands in braces.
Status read_order(Scanner& in, Draft& draft, std::size_t option_count) {
  std::uint64_t number = 0;
  bool in_braces = false, is_first_inside = false;
  do {
    in.skip_blanks();
    if (!in_braces && in.take('{')) in_braces = is_first_inside = true;
    const char* const here = in.at();
    if (!in.take_number(number) || number == 0 || number > option_count) return bad_input("tally.expected_option", in.place(here));
    if (!draft.put(static_cast<Option>(number - 1), in_braces && !is_first_inside))
      return bad_input("tally.named_twice", in.place(here));
    is_first_inside = false;
    if (in_braces && in.take('}')) in_braces = false;
    in.skip_blanks();
  } while (in.take(','));
  if (in_braces) return bad_input("tally.expected_brace", in.place());
  return {};
}

Status read_line(Scanner& in, Draft& draft, Profile& ballots) {
  std::uint64_t count = 0;
  const char* const line = in.at();
  if (!in.take_number(count) || count == 0) return bad_input("tally.expected_count", in.place());
  in.skip_blanks();
  if (!in.take(':')) return bad_input("tally.expected_colon", in.place());
  in.skip_blanks();
  draft.begin();
  if (in.peek() != '\n' && in.peek() != '\r' && !in.at_end()) TRY_STATUS(read_order(in, draft, ballots.option_count()));
  if (!in.take_line_end()) return bad_input("tally.expected_line_end", in.place());
  if (!add_draft(ballots, draft, count)) return bad_input("tally.too_many_votes", in.place(line));
  return {};
}

}  // namespace

Result<Election> read_preflib(std::string_view bytes) {
  Scanner in(bytes);
  Header header;
  while (in.peek() == '#') TRY_STATUS(read_header_line(in, header));
  if (header.options == 0) return bad_input("tally.expected_alternatives", in.place());
  while (header.names.size() < header.options)
    TRY(header.names.add(std::to_string(header.names.size() + 1), in.place()));
  Election election{.title = header.title, .names = header.names.list(), .ballots = Profile(header.options)};
  Draft draft(header.options);
  while (!in.at_end()) {
    if (in.take_line_end()) continue;
    TRY_STATUS(read_line(in, draft, election.ballots));
  }
  return election;
}

}  // namespace knippe::tally
