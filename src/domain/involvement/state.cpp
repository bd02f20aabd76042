// A politician says something about the case, under their name. It stands in public beside what residents say, and counts as none of it.

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {

Result<Events> decide(const Involvement& involvement, const MakeStatement& command, const Context& context) {
  if (context.actor.kind != Actor::Kind::account) return fail(ErrorKind::forbidden, "statement.not_politician");
  TRY_STATUS(require_open(involvement));
  if (involvement.statements.size() >= bounds::statements) return refuse("statement.too_many", std::to_string(bounds::statements));
  std::string name = TRY(required_line(command.name, bounds::line));
  std::string text = TRY(any_paragraphs(command.text, bounds::statement));
  if (text.empty()) return bad_input("statement.empty");
  const StatementId id{static_cast<std::uint32_t>(involvement.statements.size() + 1)};
  return Events{StatementMade{id}, StatementWorded{id, std::move(name), std::move(text)}};
}

}  // namespace knippe::domain::involvement
