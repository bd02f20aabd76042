#include "domain/involvement/permit.h"

#include "base/text.h"

namespace knippe::domain::involvement {

Status require_owner(const Context& context) {
  if (!context.actor.runs_the_room()) return fail(ErrorKind::forbidden, "actor.not_facilitator");
  return {};
}

Status require_open(const Involvement& involvement) {
  switch (involvement.phase) {
    case Phase::draft: return refuse("involvement.not_open");
    case Phase::open: return {};
    case Phase::closed: return refuse("involvement.closed");
  }
  return {};
}

Status require_changeable(const Involvement& involvement, const Context& context) {
  TRY_STATUS(require_owner(context));
  if (involvement.phase == Phase::closed) return refuse("involvement.closed");
  return {};
}

Status require_begun(const Involvement& involvement, const Context& context) {
  TRY_STATUS(require_owner(context));
  if (involvement.phase == Phase::draft) return refuse("involvement.not_open");
  return {};
}

Result<std::string> any_paragraphs(const std::string& text, std::size_t max) {
  std::string clean = TRY(clean_paragraphs(text));
  if (length(clean) > max) return bad_input("text.too_long", std::to_string(max));
  return clean;
}

Result<std::string> any_line(const std::string& text, std::size_t max) { return optional_line(text, max); }

Status require_date(const std::string& date) {
  if (!date.empty() && !is_iso_date(date)) return bad_input("involvement.bad_date", date.substr(0, 40));
  return {};
}

}  // namespace knippe::domain::involvement
