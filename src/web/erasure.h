#pragma once
// Erasing texts, names and pictures: what stands in a room's log, who may erase it, and the erasing itself. Several steps; what is begun
// is finished by the next start.

#include <algorithm>
#include <string>
#include <vector>

#include "web/room_kinds.h"

namespace knippe::web {

/// A text as it stands in the log with all its wordings, also one that no page shows any more.
template <class Ref>
struct WrittenText {
  Ref text;
  std::vector<std::string> words;   ///< the newest wording that says anything
  std::vector<std::string> actors;  ///< who wrote a wording, each once
  std::vector<std::string> names;   ///< whom a wording names, each once
  Instant time;                     ///< of the newest wording
  int wordings = 0;
  bool operator==(const WrittenText&) const = default;
  bool is_by(PhoneId phone) const {
    return std::ranges::find(actors, domain::Context{{}, domain::Actor::phone(phone)}.actor_text()) != actors.end();
  }
};
using Written = WrittenText<domain::TextRef>;
using CaseWritten = WrittenText<domain::involvement::TextRef>;

/// Everything that can be erased, by kind and number. Read from the journal.
template <class Kind = OfWorkshops>
Result<std::vector<WrittenText<typename Kind::Ref>>> written_in(const Site& site, RoomId room);
/// What a phone may erase itself: its own name, its table's names, and the texts and pictures that it wrote or changed.
bool phone_may_erase(const domain::Workshop& workshop, const Written& written, PhoneId phone);

/// Erases these texts with everything that repeats them, wherever it lies. Erasing what is gone is no error.
template <class Kind = OfWorkshops>
Status erase_texts(const Site& site, RoomId room, const std::vector<typename Kind::Ref>& texts, domain::Actor actor, engine::CommandId cause);
/// At start: finishes what was begun, and applies what a restored register brought.
Status finish_erasures(const Site& site);
/// Erases what is past its room's time, now.
Status sweep_retention(const Site& site);

}  // namespace knippe::web
