#pragma once
// What the page and the printed lists of mixed tables share.

#include <string>
#include <vector>

#include "views/desk/seating.h"

namespace knippe::views::desk {

/// "2–3", or "2".
std::string range_text(int least, int most);
/// "nord · politiker".
std::string tags_text(const seating::Person& person);
/// Who sits at a table, by name.
std::vector<const seating::Person*> at_table(const SeatingLook& look, int table);
/// Positions in the list, by name.
std::vector<std::size_t> by_name(const Words& w, const SeatingLook& look);
/// How even it is beside the best possible and a deal by lot.
std::string how_mixed(const Words& w, const SeatingLook& look);
/// "Rolle: hvert bord har 2–3 av hver. Så jevnt som det går."
std::string attribute_sentence(const Words& w, std::string_view attribute, const std::vector<seating::Spread>& spreads);

}  // namespace knippe::views::desk
