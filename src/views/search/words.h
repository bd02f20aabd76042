#pragma once
// What somebody looks for, as stems; and where they stand in a text.

#include <string>
#include <string_view>
#include <vector>

#include "likeness/stems.h"

namespace knippe::views {

/// A word as typed, as any of its stems; a longer one also finds what begins or ends with it ("skole" finds "skolevei" and "barneskole").
struct Sought {
  std::vector<std::string> stems;
  bool compounds = false;
  bool is(std::string_view stem) const;
};
using SoughtWords = std::vector<Sought>;
inline constexpr std::size_t sought_words_max = 12;

/// Stemmed as Norwegian, Danish and English, since nobody says in which language they ask. Words that only hold sentences together count
/// when there are no others.
SoughtWords sought_in(const likeness::Stemmer& stemmer, std::string_view typed);
/// What the index holds of a text.
std::string stems_of(const likeness::Stemmer& stemmer, std::string_view text, std::string_view language);

/// A stretch of text; marked ones are what was looked for.
struct Piece {
  std::string text;
  bool marked = false;
  bool operator==(const Piece&) const = default;
};
/// The text with the words marked; a long one is cut to about `bytes_max` around the first of them, with "…" where it is cut.
std::vector<Piece> marked(const likeness::Stemmer& stemmer, std::string_view text, std::string_view language, const SoughtWords& sought,
                          std::size_t bytes_max);

}  // namespace knippe::views
