#pragma once
// The page of search, and the page of methods it leads to.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "views/search/passages.h"
#include "views/search/words.h"
#include "views/view.h"

namespace knippe::views {

struct FoundHit {
  RoomId room;               ///< 0: of the program itself
  Place place;
  Passage passage;
  std::string room_title;
  std::string room_language;
  bool closed = false;       ///< only those who run the room see it
};
/// What was found of a kind.
struct FoundGroup {
  FoundKind kind = FoundKind::involvement;
  std::size_t count = 0;
  std::vector<FoundHit> shown;
};
/// A room to look in.
struct FoundRoom {
  RoomId room;
  std::string title;
};

inline constexpr std::size_t found_of_each_kind = 5;
inline constexpr std::size_t found_per_page = 20;

struct SearchLook {
  std::string typed;
  std::optional<Error> error;      ///< in what was typed
  SoughtWords sought;
  std::optional<FoundKind> kind;   ///< only this
  RoomId room;                     ///< only here; 0: anywhere
  std::vector<FoundRoom> rooms;    ///< where something was found
  std::vector<FoundGroup> groups;  ///< in the order of found_kinds
  std::size_t page = 1;            ///< of the one kind
  bool more = false;               ///< there is more than was looked through
};

/// "innspill", "tema", …: the value of ?slag=.
std::string_view slug_of(FoundKind kind);
std::optional<FoundKind> found_kind(std::string_view slug);

/// GET /sok.
std::string search_page(const View& view, const SearchLook& look);
/// GET /metoder.
std::string methods_page(const View& view);

}  // namespace knippe::views
