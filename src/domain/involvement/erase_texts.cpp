// Erasing and deleting: the log says what went and who wanted it; the engine takes the words out of the records.

#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"
#include "domain/involvement/texts.h"

namespace knippe::domain::involvement {

/// Also in a draft and after the end: nobody has to wait with it.
Result<Events> decide(const Involvement& involvement, const EraseTexts& command, const Context&) {
  Events events;
  for (const TextRef& text : command.texts) {
    if (!is_known(involvement, text)) return fail(ErrorKind::not_found, "text.unknown");
    events.emplace_back(TextErased{text});
  }
  return events;
}

/// Also of a case whose first body is gone already, as a restored erasure register leaves it.
Result<Events> decide(const Involvement& involvement, const CloseRoom&, const Context& context) {
  TRY_STATUS(require_owner(context));
  if (involvement.deleted) return Events{};
  return Events{RoomClosed{}};
}

}  // namespace knippe::domain::involvement
