// Photos of the poster: the log knows that there is one, whose it is and whether it may be shown; the picture lies in the store.

#include <algorithm>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/photo.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

/// A group touches its photos while the workshop is open; whoever runs the room from then on.
Status require_photo_time(const Workshop& workshop, const Context& context) {
  if (context.actor.runs_the_room() && workshop.phase == Phase::closed) return {};
  return require_open(workshop);
}

Result<const Photo*> own_photo(const Workshop& workshop, PhotoId id, const Context& context) {
  const Photo* photo = workshop.find_photo(id);
  if (!photo || photo->removed) return fail(ErrorKind::not_found, "photo.unknown");
  TRY_STATUS(require_photo_time(workshop, context));
  TRY(group_for(workshop, photo->group, context));
  return photo;
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const AddPhoto& command, const Context& context) {
  TRY_STATUS(require_photo_time(workshop, context));
  TRY(group_for(workshop, command.group, context));
  const auto standing = std::ranges::count_if(workshop.photos, [&](const Photo& photo) {
    return photo.group == command.group && !photo.removed;
  });
  if (static_cast<std::size_t>(standing) >= limits::photos_per_group)
    return refuse("photo.too_many", std::to_string(limits::photos_per_group));
  if (!is_commitment(command.commitment) || command.width < 1 || command.height < 1) return bad_input("photo.broken");
  const PhotoId id{static_cast<std::uint32_t>(workshop.photos.size() + 1)};
  return Events{PhotoAdded{id, command.group, command.commitment, command.width, command.height}};
}

Result<Events> decide(const Workshop& workshop, const DescribePhoto& command, const Context& context) {
  const Photo* photo = TRY(own_photo(workshop, command.photo, context));
  std::string alt = TRY(optional_line(command.alt, limits::photo_alt));
  if (alt == photo->alt) return Events{};
  Events events{PhotoDescribed{command.photo, alt}};
  if (alt.empty() && photo->shown) events.emplace_back(PhotoShown{command.photo, false});
  return events;
}

Result<Events> decide(const Workshop& workshop, const ShowPhoto& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  const Photo* photo = TRY(own_photo(workshop, command.photo, context));
  Events events;
  if (command.shown) {
    std::string alt = TRY(optional_line(command.alt, limits::photo_alt));
    if (alt.empty()) return bad_input("photo.no_alt");
    if (alt != photo->alt) events.emplace_back(PhotoDescribed{command.photo, std::move(alt)});
  }
  if (command.shown != photo->shown) events.emplace_back(PhotoShown{command.photo, command.shown});
  return events;
}

Result<Events> decide(const Workshop& workshop, const RemovePhoto& command, const Context& context) {
  TRY(own_photo(workshop, command.photo, context));
  return Events{PhotoRemoved{command.photo}};
}

}  // namespace knippe::domain
