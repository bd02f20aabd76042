#pragma once
// Mixed tables: the list goes in, tables come out, with what can be said about how well mixed they are.

#include <optional>
#include <string>

#include "seating/mix.h"
#include "views/desk/desk.h"

namespace knippe::views {

struct SeatingLook {
  const seating::People& people;
  const seating::Seats& seats;
  int tables = 0;
  std::uint64_t seed = 0;
  std::string keep_reason;
};
/// GET /styring/{room}/bord. No look: there is no list yet. Kept forms "les-inn" (fields "liste", "bord"), "bland", "flytt", "ta-vare".
std::string seating_page(const View& view, const domain::Workshop& workshop, RoomId room, const SeatingLook* look, const Kept& kept = {});

enum class SeatingPaper { tables, door };
/// GET /styring/{room}/bord/liste and /bord/dor: by table, or by name.
std::string seating_paper(const View& view, const domain::Workshop& workshop, RoomId room, const SeatingLook& look, SeatingPaper which);

}  // namespace knippe::views
