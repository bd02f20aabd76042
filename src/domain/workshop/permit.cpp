#include "domain/workshop/permit.h"

namespace knippe::domain {

Status require_open(const Workshop& workshop) {
  switch (workshop.phase) {
    case Phase::draft: return refuse("workshop.not_open");
    case Phase::open: return {};
    case Phase::closed: return refuse("workshop.closed");
  }
  return {};
}

Status require_facilitator(const Context& context) {
  if (!context.actor.runs_the_room()) return fail(ErrorKind::forbidden, "actor.not_facilitator");
  return {};
}

Result<const Group*> group_for(const Workshop& workshop, GroupNumber number, const Context& context) {
  const Group* group = workshop.find_group(number);
  if (!group) return fail(ErrorKind::not_found, "group.unknown");
  if (context.actor.runs_the_room()) return group;
  if (workshop.seat_of(context.actor.as_phone()) != number) return fail(ErrorKind::forbidden, "group.not_yours");
  return group;
}

Result<const Group*> contributing_group(const Workshop& workshop, GroupNumber number, Stage stage, const Context& context) {
  TRY_STATUS(require_open(workshop));
  const Group* group = TRY(group_for(workshop, number, context));
  const bool open = context.actor.runs_the_room() ? workshop.has_visited(stage) : workshop.stage == stage;
  if (!open) return refuse("stage.closed");
  return group;
}

Status require_key_or_none(const Workshop& workshop, KeyId key) {
  if (key && !workshop.find_key(key)) return fail(ErrorKind::not_found, "key.unknown");
  return {};
}

}  // namespace knippe::domain
