// The door, the projector, revealing the ranking, publishing the report, deleting the room.

#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {

Result<Events> decide(const Workshop& workshop, const SetDoor& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  if (workshop.door_open == command.open) return Events{};
  return Events{DoorSet{command.open}};
}

Result<Events> decide(const Workshop& workshop, const RevealResult& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (workshop.revealed == command.revealed) return Events{};
  return Events{ResultRevealed{command.revealed}};
}

Result<Events> decide(const Workshop& workshop, const SetProjector& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_key_or_none(workshop, command.projector.presented));
  if (command.projector.speaker && !workshop.find_speaker(command.projector.speaker)) return fail(ErrorKind::not_found, "speaker.unknown");
  if (workshop.projector == command.projector) return Events{};
  return Events{ProjectorSet{command.projector}};
}

Result<Events> decide(const Workshop& workshop, const PublishReport& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (workshop.phase == Phase::draft) return refuse("workshop.not_open");
  if (workshop.published == command.published) return Events{};
  return Events{ReportPublished{command.published}};
}

Result<Events> decide(const Workshop& workshop, const CloseRoom&, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (workshop.deleted) return Events{};
  return Events{RoomClosed{}};
}

}  // namespace knippe::domain
