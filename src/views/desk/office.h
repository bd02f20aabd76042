#pragma once
// The header of pages outside a single workshop: where to go, who is logged in, the way out.

#include <string_view>

#include "views/html.h"
#include "views/view.h"

namespace knippe::views::desk {

enum class Office { work, workshops, cases, administration, own_data, none };
struct OfficeLook {
  Office here = Office::none;
  std::string_view user = {};
  bool may_administer = false;
};
void office_header(Writer& h, const View& view, const OfficeLook& look);

}  // namespace knippe::views::desk
