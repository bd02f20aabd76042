#pragma once
// What the pages of trust.h share.

#include <string_view>

#include "views/erasure/parts.h"
#include "views/involvement/parts.h"
#include "views/involvement/trust.h"

namespace knippe::views::sak {

/// The texts as a list to be ticked.
void case_picks(Writer& h, const Words& w, const std::vector<CaseText>& lines);
/// "Innspill", "Svar på et tema", …
std::string_view kind_word(const Words& w, involvement::TextKind kind);
/// What an erasure of single texts never touches, as list items.
void what_stays(Writer& h, const Words& w);
/// A box to tick, with the message of the kept form's error.
void consent_box(Writer& h, const CaseLook& look, std::string_view label, std::string_view form);
std::string ref_of(const CaseText& line);

}  // namespace knippe::views::sak
