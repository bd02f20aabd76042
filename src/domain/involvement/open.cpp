// Opening, taking input and photos, closing.

#include "domain/involvement/decisions.h"
#include "domain/involvement/gate.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {

Result<Events> decide(const Involvement& involvement, const SetModeration& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  if (command.moderation == involvement.moderation) return Events{};
  return Events{ModerationSet{command.moderation}};
}

Result<Events> decide(const Involvement& involvement, const SetPhotos& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  if (command.taken == involvement.takes_photos) return Events{};
  return Events{PhotosSet{command.taken}};
}

Result<Events> decide(const Involvement& involvement, const OpenInvolvement& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  if (involvement.phase == Phase::open) return Events{};
  if (command.information && involvement.has_room()) return refuse("involvement.something_is_open");
  if (const auto gaps = gaps_of(involvement, command.information); !gaps.empty())
    return bad_input("involvement.gaps", std::to_string(gaps.size()));
  Events events{InvolvementOpened{command.information}};
  if (!command.information) events.emplace_back(InputSet{true});
  return events;
}

Result<Events> decide(const Involvement& involvement, const SetInput& command, const Context& context) {
  TRY_STATUS(require_owner(context));
  TRY_STATUS(require_open(involvement));
  if (involvement.information) return refuse("involvement.information");
  if (command.open == involvement.takes_input) return Events{};
  return Events{InputSet{command.open}};
}

Result<Events> decide(const Involvement& involvement, const CloseInvolvement&, const Context& context) {
  TRY_STATUS(require_owner(context));
  if (involvement.phase == Phase::closed) return Events{};
  TRY_STATUS(require_open(involvement));
  if (involvement.unanswered() > 0) return refuse("involvement.unanswered", std::to_string(involvement.unanswered()));
  if (!involvement.waiting.empty()) return refuse("involvement.waiting", std::to_string(involvement.waiting.size()));
  return Events{InvolvementClosed{}};
}

}  // namespace knippe::domain::involvement
