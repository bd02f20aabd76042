#pragma once
// Which case a workshop belongs to, said in the same way wherever the workshop is shown.

#include <string>

#include "base/id.h"
#include "views/html.h"
#include "views/lang.h"

namespace knippe::views {

/// A case that the public sees; room 0: the workshop belongs to none.
struct CaseOfWorkshop {
  RoomId room;
  std::string title, language;
};

/// The words and the link with the id "til-saken", inside a line; nothing when there is none.
void part_of_case(Writer& h, const Words& w, const CaseOfWorkshop& belongs_to);

}  // namespace knippe::views
