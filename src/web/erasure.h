#pragma once
// Erasing texts, names and pictures: what stands in a room's log, who may erase it, and the erasing itself. Several steps; what is begun
// is finished by the next start.

#include <string>
#include <vector>

#include "domain/workshop/texts.h"
#include "engine/workshop_desk.h"
#include "web/site.h"

namespace knippe::web {

/// A text as it stands in the log with all its wordings, also one that no page shows any more.
struct Written {
  domain::TextRef text;
  std::vector<std::string> words;   ///< the newest wording that says anything
  std::vector<std::string> actors;  ///< who wrote a wording, each once
  Instant time;                     ///< of the newest wording
  int wordings = 0;
  bool operator==(const Written&) const = default;
  bool is_by(PhoneId phone) const;
};

/// Everything that can be erased, by kind and number. Read from the journal.
Result<std::vector<Written>> written_in(const Site& site, RoomId room);
/// What a phone may erase itself: its own name, its table's names, and the texts and pictures that it wrote or changed.
bool phone_may_erase(const domain::Workshop& workshop, const Written& written, PhoneId phone);

/// Erases these texts with everything that repeats them, wherever it lies. Erasing what is gone is no error.
Status erase_texts(const Site& site, RoomId room, const std::vector<domain::TextRef>& texts, domain::Actor actor, engine::CommandId cause);
/// At start: finishes what was begun, and applies what a restored register brought.
Status finish_erasures(const Site& site);
/// Erases what is past its workshop's time, now.
Status sweep_retention(const Site& site);

}  // namespace knippe::web
