#include "domain/workshop/decisions.h"

namespace knippe::domain {

Result<Events> decide(const Workshop& workshop, const Command& command, const Context& context) {
  if (workshop.deleted && !std::holds_alternative<CloseRoom>(command)) return fail(ErrorKind::not_found, "workshop.deleted");
  if (!workshop.exists && !workshop.deleted && !std::holds_alternative<CreateWorkshop>(command))
    return fail(ErrorKind::not_found, "workshop.unknown");
  return std::visit([&](const auto& one) { return decide(workshop, one, context); }, command);
}

}  // namespace knippe::domain
