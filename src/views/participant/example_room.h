#pragma once
// A room in full swing, for tests and for looking at the pages: ten tables at the seminar of 2017. Group 7 is ours.

#include <string>
#include <vector>

#include "domain/workshop/template.h"
#include "domain/workshop/workshop.h"
#include "views/participant/participant.h"
#include "views/view.h"

namespace knippe::views::example {

inline constexpr Instant now{1'506'415'500'000};  // 26 September 2017, 10:45 in Oslo
inline constexpr RoomId room{0x1234'5678'9abc};
inline constexpr GroupNumber ours{7};
inline constexpr Seat seat{room, ours, PhoneId{1}};

inline void add_groups(domain::Workshop& w) {
  const std::vector<std::string> names = {"Plan og bygg",  "Oppvekst",        "Folkevalgte",       "Frivilligheten", "Kultur og idrett",
                                          "Ungdomsrådet", "Helse og omsorg", "Næringsforeningen", "Velforeningene", ""};
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    domain::Group group;
    group.number = GroupNumber{i + 1};
    group.name = names[i];
    group.phones = i == 9 ? 0 : 4;
    w.groups.push_back(group);
  }
  w.groups[6].members = {"Ingrid", "Ola", "Samira", "Knut"};
  w.seats = {ours};
  w.phone_names[1] = "Samira";
}

inline void add_supplement(domain::Workshop& w, std::uint32_t group, const std::string& short_name, const std::string& text,
                           domain::SupplementStatus status, const std::string& reason = {}) {
  const SupplementId id{static_cast<std::uint32_t>(w.supplements.size() + 1)};
  domain::Supplement supplement{id, GroupNumber{group}, text, status, reason, {}, now.plus_ms(-60'000 * (20 - static_cast<std::int64_t>(id.value))), {}, {}, {}, {}};
  if (status == domain::SupplementStatus::accepted) {
    supplement.key = KeyId{static_cast<std::uint32_t>(w.keys.size() + 1)};
    w.keys.push_back({supplement.key, domain::letter_label(w.keys.size() - 18), short_name, text, "nb", "", id, false});
  }
  w.supplements.push_back(supplement);
}

inline void add_supplements(domain::Workshop& w) {
  using enum domain::SupplementStatus;
  add_supplement(w, 7, "Start innenfra", "Start innenfra før du går til innbyggerne.", accepted);
  add_supplement(w, 7, "Profesjonell fasilitering", "Sørge for profesjonell fasilitering", accepted);
  add_supplement(w, 6, "Barn og unge", "Involvere barn/unge/andre grupper", accepted);
  add_supplement(w, 2, "Felles forståelse", "Felles forståelse/avklaringer og roller", accepted);
  add_supplement(w, 7, "", "Tre litt tilbake", returned, "Hvem skal tre tilbake, og når?");
  add_supplement(w, 7, "", "Ta utgangspunkt i følt behov", waiting);
  add_supplement(w, 7, "", "Formidle kunnskap", withdrawn);
}

inline void rank(domain::Workshop& w, std::uint32_t group, const std::vector<std::uint32_t>& keys, bool hand_in, int round = 1) {
  auto& sheets = w.find_group(GroupNumber{group})->sheets;
  sheets.resize(static_cast<std::size_t>(std::max<int>(round, static_cast<int>(sheets.size()))));
  domain::Sheet& sheet = sheets[static_cast<std::size_t>(round - 1)];
  sheet.draft.clear();
  for (const std::uint32_t key : keys) sheet.draft.push_back(KeyId{key});
  if (!hand_in) return;
  sheet.handed_in = sheet.draft;
  sheet.handed_in_at = now.plus_ms(-120'000);
}

inline void add_measures(domain::Workshop& w) {
  w.measures.push_back({MeasureId{1}, ours, KeyId{1}, "Sjekke ut: «Hvilke følte behov har vi i vår kommune?»",
                        "Enhetsleder hjemmetjenesten", "2017-10-15", false, now, {}});
  w.measures.push_back({MeasureId{2}, ours, {}, "Jobbe med bevisstgjøring av ansatte og politikere", "", "", false, now, {}});
  w.measures.push_back({MeasureId{3}, GroupNumber{2}, {}, "Et tiltak fra en annen gruppe", "", "", false, now, {}});
}

inline void add_note(domain::Workshop& w, std::uint32_t from, std::uint32_t about, domain::NoteKind kind, const std::string& text) {
  w.notes.push_back({NoteId{static_cast<std::uint32_t>(w.notes.size() + 1)}, GroupNumber{from}, GroupNumber{about}, kind, text, false, now});
}

/// The room in one stage, open, with everything the earlier stages leave behind.
inline domain::Workshop room_in(domain::Stage stage) {
  using domain::Stage;
  const domain::Template seminar = domain::seminar_2017();
  domain::Workshop w;
  w.exists = true;
  w.phase = domain::Phase::open;
  w.settings = seminar.settings;
  w.about = {seminar.about.title, "Hva skal til for å lykkes med innbyggerinvolvering?", "Nordic Edge Expo, Stavanger", "2017-09-26", "09:00"};
  w.keys = seminar.keys;
  for (std::size_t i = 0; i < w.keys.size(); ++i)
    w.keys[i].speaker = std::vector<std::string>{"Trondheim", "Svelvik", "Asker", "Bodø", "Oslo", "Jacob Torfing"}[i / 3];
  add_groups(w);
  w.stage = stage;
  for (int i = 0; i <= static_cast<int>(stage); ++i) w.visited.push_back(static_cast<Stage>(i));
  w.clock = {.planned_ms = 900'000, .ends_at = now.plus_ms(402'000), .left_ms = 0};
  w.projector.presented = KeyId{14};
  if (stage >= Stage::supplement) add_supplements(w);
  if (stage >= Stage::rank) {
    w.round = 1;
    rank(w, 7, {1, 2, 4}, false);
    rank(w, 1, {1, 2, 3, 4, 5}, true);
    rank(w, 2, {2, 1, 9, 4, 7}, true);
    rank(w, 3, {1, 13, 15, 2, 19}, true);
  }
  if (stage > Stage::rank) rank(w, 7, {1, 2, 4, 3, 9}, true);
  if (stage >= Stage::measures) add_measures(w);
  if (stage >= Stage::pitch) {
    w.pitches = {{GroupNumber{8}, GroupNumber{7}, GroupNumber{9}}, {}, {}, {GroupNumber{6}}, {}};
    add_note(w, 4, 7, domain::NoteKind::new_key, "Ta utgangspunkt i følt behov");
    add_note(w, 4, 7, domain::NoteKind::question, "Hvordan når dere dem som aldri møter opp?");
    add_note(w, 9, 7, domain::NoteKind::comment, "Fint at dere starter med hvorfor.");
    add_note(w, 7, 6, domain::NoteKind::comment, "Godt å høre fra de unge selv.");
  }
  return w;
}

/// Gives a group its sixty seconds, with `left_ms` to go.
inline void give_floor(domain::Workshop& w, std::uint32_t group, std::int64_t left_ms, bool paused = false) {
  std::erase(w.pitches.queue, GroupNumber{group});
  w.pitches.current = GroupNumber{group};
  w.pitches.clock = paused ? domain::Countdown{60'000, {}, left_ms} : domain::Countdown{60'000, now.plus_ms(left_ms), 0};
}

/// Who has spoken: `group` is the last one.
inline void has_spoken(domain::Workshop& w, std::uint32_t group) {
  std::erase(w.pitches.queue, GroupNumber{group});
  w.pitches.current = {};
  w.pitches.held.push_back(GroupNumber{group});
}

inline View view_of(const Words& words) { return {words, now, 42, "k-0123", "https://knippe.example.no"}; }

}  // namespace knippe::views::example
