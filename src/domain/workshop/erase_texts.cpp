// Erasing: the log says which texts went and who wanted it; the engine takes the words out of the records.

#include "domain/workshop/decisions.h"
#include "domain/workshop/texts.h"

namespace knippe::domain {

/// Also in a draft and after the end: nobody has to wait with it. Who may erase what is asked at the door, which knows who wrote it.
Result<Events> decide(const Workshop& workshop, const EraseTexts& command, const Context&) {
  Events events;
  for (const TextRef& text : command.texts) {
    if (!is_known(workshop, text)) return fail(ErrorKind::not_found, "text.unknown");
    events.emplace_back(TextErased{text});
  }
  return events;
}

}  // namespace knippe::domain
