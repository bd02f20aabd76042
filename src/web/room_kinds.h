#pragma once
// What erasing, retention and deleting need to know about a kind of room. The steps are the same for workshops and cases; they are
// written once, as templates over one of these.

#include <string>
#include <vector>

#include "domain/involvement/texts.h"
#include "domain/workshop/texts.h"
#include "web/site.h"

namespace knippe::web {

struct OfWorkshops {
  using Desk = engine::WorkshopDesk;
  using State = domain::Workshop;
  using Ref = domain::TextRef;
  using EraseTexts = domain::EraseTexts;
  using TextErased = domain::TextErased;
  using CloseRoom = domain::CloseRoom;
  static Desk& desk(const Site& site) { return site.desk; }
  /// The salted hash of the picture that the event names; nullptr: it names none.
  static const std::string* picture_in(const domain::Event& event) {
    const auto* added = std::get_if<domain::PhotoAdded>(&event);
    return added ? &added->commitment : nullptr;
  }
  /// What stands beside the log, so that it may be listed without words.
  static bool is_picture(const Ref& text) { return text.kind == domain::TextKind::photo; }
  static std::vector<std::string> names_in(const domain::HeldText&) { return {}; }  // names are texts of their own
};

struct OfCases {
  using Desk = engine::InvolvementDesk;
  using State = domain::involvement::Involvement;
  using Ref = domain::involvement::TextRef;
  using EraseTexts = domain::involvement::EraseTexts;
  using TextErased = domain::involvement::TextErased;
  using CloseRoom = domain::involvement::CloseRoom;
  static Desk& desk(const Site& site) { return site.cases; }
  static const std::string* picture_in(const domain::involvement::Event& event) {
    const auto* added = std::get_if<domain::involvement::ContributionPhotoAdded>(&event);
    return added ? &added->commitment : nullptr;
  }
  static bool is_picture(const Ref& text) { return text.kind == domain::involvement::TextKind::photo; }
  static std::vector<std::string> names_in(const domain::involvement::HeldText& held) { return domain::involvement::names_in(held); }
};

/// Calls f(OfWorkshops{}) or f(OfCases{}), by what the room's log begins with; gives a Status, ok without calling for a room without log.
template <class F>
Status by_kind(const Site& site, RoomId room, F&& f) {
  if (site.desk.head(room)) return f(OfWorkshops{});
  if (site.cases.head(room)) return f(OfCases{});
  return {};
}

}  // namespace knippe::web
