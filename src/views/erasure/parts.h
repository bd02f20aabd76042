#pragma once
// What the pages about erasing share.

#include <string>
#include <string_view>

#include "views/erasure/erasure.h"
#include "views/html.h"

namespace knippe::views::erasure {

/// "Tiltak", "Supplerende nøkkel", …
std::string_view kind_word(const Words& w, domain::TextKind kind);
/// All its words on one line: "Ring Per · Per · 2026-12-01"; a picture without a description says so.
std::string one_line(const Words& w, const TextLine& line);
/// A check box `hva` with kind, place and words, as a list item.
void pick(Writer& h, const Words& w, const domain::Workshop& workshop, const TextLine& line);
/// What an erasure never touches, as list items.
void what_stays(Writer& h, const Words& w, bool published);

}  // namespace knippe::views::erasure
