#include "domain/involvement/decisions.h"

namespace knippe::domain::involvement {

Result<Events> decide(const Involvement& involvement, const Command& command, const Context& context) {
  const bool closes = std::holds_alternative<CloseRoom>(command);
  if (involvement.deleted && !closes) return fail(ErrorKind::not_found, "involvement.deleted");
  if (!involvement.exists && !closes && !std::holds_alternative<CreateInvolvement>(command))
    return fail(ErrorKind::not_found, "involvement.unknown");
  return std::visit([&](const auto& one) { return decide(involvement, one, context); }, command);
}

}  // namespace knippe::domain::involvement
