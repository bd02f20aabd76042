// The texts of a workshop: what its report shows once it is published, and what its desk has before.

#include "base/encoding.h"
#include "views/search/passages.h"

namespace knippe::views {

using domain::Key;
using domain::Measure;
using domain::Supplement;
using domain::SupplementStatus;
using domain::Workshop;

namespace {

bool is_key(const Workshop& w, std::uint32_t n) {
  const Key* key = w.find_key(KeyId{n});
  return key && !key->retired && !key->text.empty();
}

/// One that is not a key of its own.
bool is_proposal(const Workshop& w, std::uint32_t n) {
  const Supplement* supplement = w.find_supplement(SupplementId{n});
  return supplement && !supplement->text.empty() && supplement->status != SupplementStatus::accepted && supplement->status != SupplementStatus::withdrawn;
}

bool is_measure(const Workshop& w, std::uint32_t n) {
  const Measure* measure = w.find_measure(MeasureId{n});
  return measure && !measure->deleted && !measure->text.empty();
}

std::string follow_ups(const Measure& measure) {
  std::string text;
  for (const domain::FollowUp& answer : measure.answers)
    if (!answer.text.empty()) text.append(text.empty() ? "" : "\n").append(answer.text);
  return text;
}

}  // namespace

Seen seen(const Workshop& w, Place place) {
  if (w.deleted || !w.exists) return Seen::nobody;
  const Seen shown = w.published && !w.rehearsal ? Seen::everyone : Seen::desk;
  switch (place.kind) {
    case FoundKind::workshop: return place.number == 0 && !w.about.title.empty() ? shown : Seen::nobody;
    case FoundKind::key: return is_key(w, place.number) ? shown : Seen::nobody;
    case FoundKind::measure: return is_measure(w, place.number) ? shown : Seen::nobody;
    case FoundKind::proposal: return is_proposal(w, place.number) ? Seen::desk : Seen::nobody;
    default: return Seen::nobody;
  }
}

std::vector<Place> places_of(const Workshop& w) {
  std::vector<Place> all;
  const auto add = [&](FoundKind kind, std::size_t count) {
    for (std::uint32_t n = 0; n <= count; ++n)
      if (seen(w, {kind, n}) != Seen::nobody) all.push_back({kind, n});
  };
  add(FoundKind::workshop, 0);
  add(FoundKind::key, w.keys.size());
  add(FoundKind::measure, w.measures.size());
  add(FoundKind::proposal, w.supplements.size());
  return all;
}

Passage passage_of(const Workshop& w, RoomId room, Place place) {
  const bool open = seen(w, place) == Seen::everyone;
  const std::uint32_t n = place.number;
  Passage made{{}, {}, w.settings.language, (open ? "/resultater/" : "/styring/") + to_base32(room.value)};
  switch (place.kind) {
    case FoundKind::workshop:
      made.heading = w.about.title;
      made.text = w.about.question + (w.about.place.empty() ? "" : "\n" + w.about.place);
      break;
    case FoundKind::key:
      made.heading = w.find_key(KeyId{n})->short_name;
      made.text = w.find_key(KeyId{n})->text;
      made.language = w.find_key(KeyId{n})->language;
      break;
    case FoundKind::measure:
      made.heading = w.find_measure(MeasureId{n})->text;
      made.text = follow_ups(*w.find_measure(MeasureId{n}));
      made.address += open ? "/tiltak/" + std::to_string(n) : "/tiltak";
      break;
    case FoundKind::proposal:
      made.text = w.find_supplement(SupplementId{n})->text;
      made.address = "/styring/" + to_base32(room.value) + "/nokler";
      break;
    default: break;
  }
  return made;
}

}  // namespace knippe::views
