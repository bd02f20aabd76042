#pragma once
// What a phone shows during a workshop: one stage at a time. Three regions change while one works: the header #topp, the
// message to this phone #melding and the stage itself #innhold. Forms carry a command id and work without scripts; with
// scripts the answer to a POST is the three regions, and what others do arrives as broadcast fragments.

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "domain/workshop/workshop.h"
#include "views/view.h"

namespace knippe::views {

/// A phone at a table.
struct Seat {
  RoomId room;
  GroupNumber group;
  PhoneId phone;
  domain::PersonalBallot own = {};  ///< what lies in the ballot box under this phone
};

/// GET /rom/{room} (shown = the present stage) and /rom/{room}/{stage}. A stage that is not the present one is read only.
/// Kept forms: "suppler" (field "tekst", "rediger" = ID while editing), "tiltak" ("hva", "hvem", "naar", "nokkel",
/// "rediger"), "notat" ("til", "slag", "tekst"), "ranger", "pitch", "hjelp". Without an error, "rediger" alone opens
/// that entry. Text kept from a form of another stage than the one shown stands in #melding, so that nobody loses it.
/// `status` is said once by the status line.
std::string participant_page(const View& view, const domain::Workshop& workshop, const Seat& seat, domain::Stage shown,
                             const Kept& kept = {}, std::string_view status = {});

/// The answer to a POST with HX-Request: the three regions and the status line. Carries the new command id.
std::string participant_answer(const View& view, const domain::Workshop& workshop, const Seat& seat, domain::Stage shown,
                               const Kept& kept = {}, std::string_view status = {});

/// For the event stream of a group: header and present stage, with nothing personal and no command id.
std::string participant_fragments(const View& view, const domain::Workshop& workshop, RoomId room, GroupNumber group);

/// GET /rom/{room}/gruppe: see and edit the own group. Kept form "gruppe", fields "navn", "medlemmer".
std::string own_group_page(const View& view, const domain::Workshop& workshop, const Seat& seat, const Kept& kept = {},
                           std::string_view status = {});

/// GET /rom/{room}/bilde: the group's pictures of its poster. Kept forms "last-opp", "beskriv:ID" (field "alt").
std::string photos_page(const View& view, const domain::Workshop& workshop, const Seat& seat, const Kept& kept = {});

/// The path segment of a stage: "velkommen", "nokler", … and back.
std::string_view stage_path(domain::Stage stage);
std::optional<domain::Stage> stage_of_path(std::string_view segment);

}  // namespace knippe::views
