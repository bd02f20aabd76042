#pragma once
// Each person's own ranking before the group's: where it lies, and what opening the box tells.

#include <string>
#include <string_view>

#include "domain/actor.h"
#include "domain/workshop/events.h"

namespace knippe::domain {

/// The name a person's ballot lies under: the phone's number in this room, which exists nowhere else.
std::string pseudonym_of(PhoneId person);
std::string encode_ballot(const PersonalBallot& ballot);
/// An unreadable ballot is an empty one.
PersonalBallot decode_ballot(std::string_view bytes);

/// Opens the box when the individual part goes on: BoxOpened, PicksCounted. Added to `events`.
void open_box(const Workshop& workshop, const Context& context, Events& events);
/// Minutes of the individual part's clock, and of what is left for the group: together the stage's minutes.
int alone_minutes(const Workshop& workshop);
int together_minutes(const Workshop& workshop);

/// Sums for the tables where `picks_shown_from` or more handed in, and none where the sums of all shown tables, taken from
/// the room's, would leave the sum of fewer than that many people.
std::vector<GroupPicks> shown_picks(std::vector<GroupPicks> tables);

}  // namespace knippe::domain
