#pragma once
// What the pages about erasing share.

#include <set>
#include <string>
#include <string_view>

#include "views/erasure/erasure.h"
#include "views/html.h"

namespace knippe::views::erasure {

/// "Tiltak", "Supplerende nøkkel", …
std::string_view kind_word(const Words& w, domain::TextKind kind);
/// All words on one line: "Ring Per · Per · 2026-12-01"; a picture without a description says so.
std::string one_line(const Words& w, const std::vector<std::string>& words);
/// A text to be ticked.
struct Pick {
  std::string ref;  ///< "supplement:3"
  std::string_view kind;
  std::string where;  ///< or empty
  const std::vector<std::string>& words;
  int wordings = 1;
};
/// A check box `hva` as a list item.
void pick(Writer& h, const Words& w, const Pick& text);
/// Phones among the writers of these texts ("phone:12"), ascending.
std::set<int> phones_of(const std::vector<std::vector<std::string>>& writers);
/// A check box `hva` with kind, place and words, as a list item.
void pick(Writer& h, const Words& w, const domain::Workshop& workshop, const TextLine& line);
/// What an erasure never touches, as list items.
void what_stays(Writer& h, const Words& w, bool published);

}  // namespace knippe::views::erasure
