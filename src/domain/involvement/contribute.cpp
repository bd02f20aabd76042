// A resident's contribution, without account, maybe with a photo; and standing behind what another said.

#include <algorithm>

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"
#include "domain/limits.h"
#include "domain/photo.h"

namespace knippe::domain::involvement {
namespace {

Status require_input(const Involvement& involvement, const Context& context) {
  TRY_STATUS(require_open(involvement));
  if (involvement.information) return refuse("involvement.information");
  // What came on paper before the deadline may be typed in after it.
  if (!involvement.takes_input && !context.actor.runs_the_room()) return refuse("contribution.input_closed");
  return {};
}

/// One phone cannot flood a case; a school class behind one address is many phones and is not stopped.
Status require_patience(const Involvement& involvement, const Context& context) {
  if (context.actor.runs_the_room()) return {};
  const Sender* sender = involvement.find_sender(context.actor.as_phone());
  if (!sender) return {};
  if (sender->sent >= bounds::per_phone) return fail(ErrorKind::too_many, "contribution.too_many", std::to_string(bounds::per_phone));
  const bool same_window = context.now.ms - sender->window.ms < bounds::window_ms;
  if (same_window && sender->in_window >= bounds::per_window) return fail(ErrorKind::too_many, "contribution.too_fast");
  return {};
}

/// Nobody is asked there for a place, a group's name or a side.
Status require_entrance(const Involvement& involvement, const SendContribution& command, const Context& context) {
  if (command.entrance == Entrance::main) return {};
  if (!involvement.youth.open || context.actor.runs_the_room()) return refuse("youth.not_open");
  if (!command.place.empty() || !command.group_name.empty() || command.stance != Stance::none) return bad_input("youth.no_such_field");
  return {};
}

/// An argument is one line that anyone can take in beside the others, and nobody's in particular.
Result<ContributionWorded> worded(ContributionId id, const SendContribution& command) {
  if (command.stance == Stance::none)
    return ContributionWorded{id, TRY(required_paragraphs(command.text, bounds::contribution)), TRY(any_line(command.place, bounds::place)),
                              TRY(any_line(command.group_name, bounds::group_name))};
  if (!command.theme) return bad_input("argument.theme");
  return ContributionWorded{id, TRY(required_line(command.text, bounds::argument)), {}, {}};
}

/// Nothing when no photo came along.
Result<Events> pictured(const Involvement& involvement, ContributionId id, const SendContribution& command) {
  const ContributionPhoto& photo = command.photo;
  if (!photo.exists()) return Events{};
  if (!involvement.takes_photos || command.stance != Stance::none) return refuse("contribution.no_photos");
  if (!is_commitment(photo.commitment) || photo.width < 1 || photo.height < 1) return bad_input("photo.broken");
  std::string alt = TRY(any_line(photo.alt, limits::photo_alt));
  Events events{ContributionPhotoAdded{id, photo.commitment, photo.width, photo.height}};
  if (!alt.empty()) events.emplace_back(ContributionPhotoDescribed{id, std::move(alt)});
  return events;
}

}  // namespace

Result<Events> decide(const Involvement& involvement, const SendContribution& command, const Context& context) {
  TRY_STATUS(require_input(involvement, context));
  const bool staff = context.actor.runs_the_room();
  if (!staff && command.source != Source::web) return fail(ErrorKind::forbidden, "actor.not_facilitator");
  if (staff && command.source == Source::web) return bad_input("contribution.source");
  TRY_STATUS(require_entrance(involvement, command, context));
  if (command.theme && !involvement.find_theme(command.theme)) return fail(ErrorKind::not_found, "theme.unknown");
  if (command.people < 0 || command.people > bounds::people) return bad_input("contribution.people", std::to_string(bounds::people));
  const ContributionId id{static_cast<std::uint32_t>(involvement.contributions.size() + 1)};
  ContributionWorded words = TRY(worded(id, command));
  const Events picture = TRY(pictured(involvement, id, command));
  const int people = command.stance == Stance::none ? command.people : 0;
  TRY_STATUS(require_patience(involvement, context));
  if (involvement.contributions.size() >= bounds::contributions) return refuse("contribution.full");
  if (command.look_first) return refuse("contribution.alike");
  Events events{ContributionReceived{id, context.actor.as_phone(), command.source, command.theme, people}, std::move(words)};
  if (command.stance != Stance::none) events.emplace_back(StanceTaken{id, command.stance});
  if (command.entrance != Entrance::main) events.emplace_back(EntranceTaken{id, command.entrance, command.company});
  events.insert(events.end(), picture.begin(), picture.end());
  if (staff || (involvement.moderation == Moderation::after && !command.held)) events.emplace_back(ContributionPublished{id});
  return events;
}

Result<Events> decide(const Involvement& involvement, const SupportContribution& command, const Context& context) {
  TRY_STATUS(require_input(involvement, context));
  const PhoneId phone = context.actor.as_phone();
  if (!phone || phone.value > bounds::phones) return fail(ErrorKind::forbidden, "support.no_phone");
  const Contribution* contribution = involvement.find_contribution(command.contribution);
  if (!contribution || contribution->status != ContributionStatus::published) return fail(ErrorKind::not_found, "contribution.unknown");
  if (std::ranges::binary_search(contribution->supporters, phone) == command.supported) return Events{};
  return Events{ContributionSupported{command.contribution, phone, command.supported}};
}

}  // namespace knippe::domain::involvement
