#pragma once
// A part of a case's desk as a page of its own: the owner's header, the way back, what it is about, then the part.

#include <functional>
#include <string>
#include <string_view>

#include "views/involvement/parts.h"

namespace knippe::views::sak {

using PutIn = std::function<void(Writer&)>;

struct DeskPart {
  std::string_view title;
  std::string_view lead;   ///< under the title
  std::string_view style;  ///< the sheet it needs besides the desk's
  PutIn links = {};        ///< beside the title
};

std::string desk_part_page(const CaseLook& look, const DeskPart& part, const PutIn& main);

}  // namespace knippe::views::sak
