#pragma once
// Every page of views/desk and views/admin in its typical states, by name; for tests and for looking at.

#include <string>
#include <vector>

#include "views/admin/admin.h"
#include "views/desk/desk.h"
#include "views/desk/facilitators.h"
#include "views/desk/keeping.h"
#include "views/desk/seating.h"
#include "views/desk/speakers.h"
#include "views/erasure/erasure.h"
#include "views/erasure/retention_page.h"
#include "views/participant/example_pages.h"

namespace knippe::views::example {

inline DeskExtras extras() {
  return {room, "472918", "https://knippe.example.no/skjerm/0123456789abcdef0123", "https://knippe.example.no/resultater/0000000000000", false, false};
}

/// The seminar with calls for help, a paper group, times of activity and more waiting supplements.
inline domain::Workshop desk_room(domain::Stage stage) {
  domain::Workshop w = room_in(stage);
  w.started_at = now.plus_ms(-58 * 60'000);
  w.stage_since = now.plus_ms(-8 * 60'000);
  w.about.starts = "09:45";
  for (domain::Group& group : w.groups) group.last_active = now.plus_ms(-60'000LL * group.number.value);
  w.groups[9].last_active = {};
  w.groups[8].paper = true;
  w.groups[8].phones = 0;
  w.groups[8].stated_people = 6;
  w.groups[5].wants_help = true;
  w.groups[5].help_since = now.plus_ms(-90'000);
  if (stage >= domain::Stage::supplement) {
    add_supplement(w, 3, "", "Politikere må på banen og i front.", domain::SupplementStatus::waiting);
    add_supplement(w, 9, "", "«Det er lov å prøve og feile» <b>ikke fet</b>", domain::SupplementStatus::waiting);
  }
  return w;
}

inline domain::Workshop draft_room() {
  domain::Workshop w = desk_room(domain::Stage::welcome);
  w.phase = domain::Phase::draft;
  w.started_at = {};
  w.visited.clear();
  w.clock = {};
  return w;
}

inline domain::Workshop closed_room() {
  domain::Workshop w = desk_room(domain::Stage::result);
  w.phase = domain::Phase::closed;
  w.closed_at = now;
  w.published = true;
  w.published_at = now;
  return w;
}

inline DeskExtras without_code() {
  DeskExtras plain = extras();
  plain.code.clear();
  return plain;
}

inline Example desk_example(std::string name, domain::Workshop workshop, DeskExtras with = extras(), Kept kept = {}) {
  return {std::move(name), [=](const View& view) { return desk_page(view, workshop, with, kept); }};
}

inline void add_desk_pages(std::vector<Example>& pages) {
  using domain::Stage;
  for (int i = 0; i < domain::stage_count; ++i) {
    const auto stage = static_cast<Stage>(i);
    pages.push_back(desk_example("styring-" + std::string(stage_path(stage)), desk_room(stage)));
  }
  pages.push_back(desk_example("styring-kladd", draft_room(), without_code()));
  domain::Workshop bare = draft_room();
  bare.groups.clear();
  bare.settings.groups_fixed = true;
  bare.about.date.clear();
  DeskExtras alone = without_code();
  alone.plain_http = alone.loopback_only = true;
  pages.push_back(desk_example("styring-kladd-tom", bare, alone));
  pages.push_back(desk_example("styring-slutt", closed_room(), without_code()));
  domain::Workshop hidden = desk_room(Stage::rank);
  hidden.settings.hidden_until_revealed = hidden.projector.blank = true;
  hidden.round = 2;
  hidden.door_open = false;
  hidden.clock = {.planned_ms = 900'000, .ends_at = {}, .left_ms = 300'000};
  DeskExtras open_air = extras();
  open_air.plain_http = true;
  pages.push_back(desk_example("styring-skjult", hidden, open_air));
  domain::Workshop speaking = desk_room(Stage::pitch);
  give_floor(speaking, 7, 38'000);
  speaking.pitches.skipped = {GroupNumber{2}};
  pages.push_back(desk_example("styring-pitch-ordet", speaking));
  pages.push_back(desk_example("styring-feil-gruppe", desk_room(Stage::welcome), extras(),
                               kept_error("ny-gruppe", {{"op", "ny-gruppe"}, {"navn", "Tolv"}, {"antall", "900"}, {"medlemmer", "Ola\nKari"}, {"papir", "ja"}},
                                          {ErrorKind::bad_input, "group.bad_size", ""})));
  pages.push_back(desk_example("styring-feil-retur", desk_room(Stage::supplement), extras(),
                               kept_error("returner", {{"op", "returner:6"}, {"grunn", ""}}, {ErrorKind::bad_input, "supplement.reason_missing", ""})));
}

inline void add_still_pages(std::vector<Example>& pages) {
  using domain::Stage;
  const auto moderating = [&](std::string name, Kept kept) {
    pages.push_back({std::move(name), [=](const View& view) { return moderation_page(view, desk_room(Stage::supplement), extras(), kept); }});
  };
  moderating("godkjenning", {});
  moderating("godkjenning-feil", kept_error("godkjenn", {{"op", "godkjenn:6"}, {"tekst", "Ny ordlyd"}, {"kortnavn", std::string(41, 'k')}},
                                       {ErrorKind::bad_input, "text.too_long", "40"}));
  const auto typing = [&](std::string name, Stage stage, std::uint32_t group, Kept kept) {
    pages.push_back({std::move(name), [=](const View& view) { return group_desk_page(view, desk_room(stage), extras(), GroupNumber{group}, kept); }});
  };
  typing("skriv-inn", Stage::pitch, 7, {});
  typing("skriv-inn-tidlig", Stage::welcome, 9, {});
  typing("skriv-inn-feil", Stage::rank, 9, kept_error("lever", {{"plass1", "1"}, {"plass2", "1"}, {"plass3", "4"}}, {ErrorKind::refused, "ranking.key_twice", ""}));
  pages.push_back({"ark", [](const View& view) {
                     const std::vector<GroupLink> links = {{GroupNumber{7}, "https://knippe.example.no/g/abcdefghijklmnopqrstuv"},
                                                           {GroupNumber{10}, "https://knippe.example.no/g/bcdefghijklmnopqrstuvw"}};
                     return sheets_page(view, desk_room(Stage::welcome), extras(), "https://knippe.example.no/v/472918", links);
                   }});
  pages.push_back({"ark-tomme", [](const View& view) { return sheets_page(view, draft_room(), without_code(), "", {}); }});
}

inline std::vector<ListedWorkshop> listed() {
  using domain::Phase;
  return {{RoomId{11}, "Hva er en god skolevei?", "Nesset", "2017-06-12", Phase::closed, true, false, 6, 31, ""},
          {RoomId{12}, "Ny sentrumsplan: verksted i Fiskehallen", "Fiskehallen", "2017-12-02", Phase::draft, false, false, 8, 0, ""},
          {room, "Hvordan samskaper smarte kommuner med innbyggerne?", "Nordic Edge Expo", "2017-09-26", Phase::open, false, false, 10, 50, "472918"},
          {RoomId{13}, "Simulert verksted", "", "", Phase::closed, false, true, 2, 1, ""},
          {RoomId{14}, "Ny sentrumsplan: øving", "", "", Phase::open, false, false, 0, 0, "112233", true, true}};
}

inline domain::Template with_speakers() {
  domain::Template values = domain::seminar_2017();
  values.about = {"Hvordan samskaper smarte kommuner?", "", "Nordic Edge Expo", "2017-09-26", "10:00"};
  values.keys[0].speaker = "Trondheim";
  return values;
}

inline void introduce(domain::Workshop& w, const std::string& name, const std::string& affiliation, const std::string& notes, std::vector<KeyId> keys) {
  const SpeakerId id{static_cast<std::uint32_t>(w.speakers.size() + 1)};
  w.speakers.push_back({id, name, affiliation, notes, keys});
  w.speaker_order.push_back(id);
  for (const KeyId key : keys) w.keys[key.value - 1].speaker = name;
}

inline domain::Workshop room_with_speakers() {
  domain::Workshop w = desk_room(domain::Stage::keys);
  for (domain::Key& key : w.keys) key.speaker.clear();
  introduce(w, "Kari <b>Nygård</b>", "Trondheim", "Begynn med torget.\n<i>Spør</i> salen.", {KeyId{2}, KeyId{1}, KeyId{3}});
  introduce(w, "Jacob Torfing", "", "", {KeyId{16}, KeyId{17}, KeyId{18}});
  introduce(w, "", "Bodø", "", {});
  w.projector.presented = KeyId{1};
  return w;
}

inline void add_speaker_pages(std::vector<Example>& pages) {
  pages.push_back({"innledere-ingen", [](const View& view) {
                     domain::Workshop bare = draft_room();
                     for (domain::Key& key : bare.keys) key.speaker.clear();
                     return speakers_page(view, bare, room);
                   }});
  pages.push_back({"innledere", [](const View& view) { return speakers_page(view, room_with_speakers(), room); }});
  pages.push_back({"innledere-feil", [](const View& view) {
                     return speakers_page(view, room_with_speakers(), room,
                                          kept_error("lagre:2", {{"op", "lagre:2"}, {"navn", "Jacob"}, {"nokler", "1 99"}, {"notater", "<b>"}},
                                                     {ErrorKind::bad_input, "ranking.unknown_label", "99"}));
                   }});
  pages.push_back({"presentasjon", [](const View& view) { return presenter_page(view, room_with_speakers(), room); }});
  pages.push_back({"presentasjon-egne", [](const View& view) {
                     domain::Workshop alone = room_with_speakers();
                     alone.projector.speaker = SpeakerId{1};
                     alone.projector.presented = KeyId{3};
                     return presenter_page(view, alone, room, kept_error("nokkel", {}, {ErrorKind::not_found, "key.unknown", ""}));
                   }});
  pages.push_back({"presentasjon-for", [](const View& view) {
                     domain::Workshop before = room_with_speakers();
                     before.projector.presented = {};
                     before.stage = domain::Stage::welcome;
                     return presenter_page(view, before, room);
                   }});
}

inline void add_office_pages(std::vector<Example>& pages) {
  using domain::Phase;
  pages.push_back({"mine", [](const View& view) { return workshop_list_page(view, listed(), {"Ingrid Aas", true, 2, false}); }});
  pages.push_back({"mine-tom", [](const View& view) { return workshop_list_page(view, {}, {"Ingrid Aas", false, 0, false}); }});
  pages.push_back({"arkivet", [](const View& view) { return workshop_list_page(view, listed(), {"Ingrid Aas", false, 1, true}); }});
  pages.push_back({"mer", [](const View& view) { return keeping_page(view, closed_room(), room, {false, true}); }});
  pages.push_back({"mer-oving", [](const View& view) {
                     domain::Workshop rehearsed = desk_room(domain::Stage::rank);
                     rehearsed.rehearsal = true;
                     return keeping_page(view, rehearsed, room, {false, true}, kept_error("arkiver", {}, {ErrorKind::refused, "keeping.not_closed", ""}));
                   }});
  const std::vector<TextLine> lines = {{{domain::TextKind::supplement, 1}, {"<b>Mer lys</b> & luft"}, {"phone:3"}, {}, now, 2},
                                       {{domain::TextKind::group, 1}, {"Bordet", "Kari", "Ola"}, {"phone:3", "account:1"}, {}, now, 1},
                                       {{domain::TextKind::photo, 1}, {}, {"phone:4"}, {}, now, 1}};
  pages.push_back({"tekster", [lines](const View& view) { return texts_page(view, desk_room(domain::Stage::rank), room, lines, true); }});
  pages.push_back({"tekster-ingen", [](const View& view) {
                     return texts_page(view, closed_room(), room, {}, false, kept_error("slett", {}, {ErrorKind::bad_input, "erasure.nothing_picked", ""}));
                   }});
  pages.push_back({"slett-tekst", [lines](const View& view) { return erasure_page(view, closed_room(), room, lines); }});
  pages.push_back({"lagring", [](const View& view) { return retention_page(view, closed_room(), room, {true, "names", 90, "Arkivplikt <§ 9>", now}); }});
  pages.push_back({"lagring-feil", [](const View& view) {
                     return retention_page(view, desk_room(domain::Stage::rank), room, {false, "all", 365, "", {}},
                                           kept_error("lagring", {{"gaar", "nothing"}}, {ErrorKind::bad_input, "retention.reason_missing", ""}));
                   }});
  pages.push_back({"fasilitatorer", [](const View& view) {
                     const std::vector<ListedFacilitator> people = {{1, "Kari Nygård", "kari.nygard@fjordvik.example", true, true},
                                                                    {2, "Ingrid <Aas>", "ingrid.aas@fjordvik.example", false, false}};
                     return facilitators_page(view, desk_room(domain::Stage::rank), room, {people, "http://192.0.2.7:8080/samarbeid/abcdefghijklmnop", now});
                   }});
  pages.push_back({"fasilitatorer-feil", [](const View& view) {
                     const std::vector<ListedFacilitator> people = {{1, "Kari Nygård", "kari.nygard@fjordvik.example", true, false},
                                                                    {2, "Ingrid Aas", "ingrid.aas@fjordvik.example", false, true}};
                     return facilitators_page(view, desk_room(domain::Stage::rank), room, {people, "", now},
                                              kept_error("legg-til", {{"epost", "ola@"}}, {ErrorKind::bad_input, "facilitators.no_account", ""}));
                   }});
  pages.push_back({"samarbeid", [](const View& view) { return cooperate_page(view, desk_room(domain::Stage::rank), "abcdefghijklmnop", "Ingrid Aas"); }});
  pages.push_back({"samarbeid-uten", [](const View& view) { return cooperate_page(view, desk_room(domain::Stage::rank), "abcdefghijklmnop", ""); }});
  const TreeHead head{1234, std::string(64, 'a')};
  pages.push_back({"slett", [=](const View& view) { return deletion_page(view, closed_room(), room, head); }});
  pages.push_back({"slett-feil", [=](const View& view) {
                     return deletion_page(view, closed_room(), room, head, kept_error("slett", {}, {ErrorKind::bad_input, "deletion.not_understood", ""}));
                   }});
  pages.push_back({"slettet", [=](const View& view) { return gone_page(view, now, head); }});
  const auto set_up = [&](std::string name, domain::Template values, RoomId of, Phase phase, Kept kept) {
    pages.push_back({std::move(name), [=](const View& view) { return set_up_page(view, values, of, phase, kept); }});
  };
  set_up("nytt", with_speakers(), {}, Phase::draft, {});
  set_up("oppsettet", with_speakers(), room, Phase::draft, {});
  set_up("oppsettet-fast", with_speakers(), room, Phase::open, {});
  domain::Template wrong = with_speakers();
  wrong.settings.points = {1, 2};
  wrong.keys.emplace_back();
  set_up("nytt-feil-poeng", wrong, {}, Phase::draft, kept_error("oppsett", {{"poeng", "1, 2 og så"}, {"k", "5"}}, {ErrorKind::bad_input, "workshop.bad_points", ""}));
  set_up("nytt-feil-nokkel", wrong, {}, Phase::draft, kept_error("oppsett", {}, {ErrorKind::bad_input, "text.empty", ""}));
}

inline std::string example_admin_page(const View& view, const ShownOnce& shown = {}, const Kept& kept = {}) {
  const std::vector<ListedUser> users = {{1, "Kari Nygård", "kari.nygard@fjordvik.example", {UserRole::administrator, UserRole::owner, UserRole::facilitator}, false, true},
                                         {2, "Ingrid Aas", "ingrid.aas@fjordvik.example", {UserRole::facilitator, UserRole::moderator, UserRole::politician}, false, false},
                                         {3, "Per Eide", "per.eide@fjordvik.example", {}, true, false}};
  const std::vector<ListedInvitation> invitations = {{"liv.moe@fjordvik.example", {UserRole::answerer}, now.plus_ms(86'400'000)}};
  const std::vector<ListedToken> tokens = {{1, "Simulering", now, {}, false}, {2, "Gammel", now, now, true}};
  return admin_page(view, users, invitations, tokens, {"0.1.0", "/srv/knippe/data", "http://192.0.2.7:8080", true, false, 14'200'000}, shown, kept);
}

inline const seating::People& hall_of_people() {
  static const seating::People people = seating::read_people("Navn;Sted;Rolle\nKari;Nord;politiker\nOla;Sør;\n<b>Liv</b>;Nord;ansatt\nPer;Sør;politiker\nTor;;ansatt").value();
  return people;
}

inline void add_seating_pages(std::vector<Example>& pages) {
  static const seating::Seats seats = seating::mix(hall_of_people(), 2, 1), moved = {0, 0, 0, 0, 1};
  pages.push_back({"bord-tomt", [](const View& view) {
                     return seating_page(view, draft_room(), room, nullptr,
                                         kept_error("les-inn", {{"liste", "Navn;Sted\nOla"}}, {ErrorKind::bad_input, "seating.wrong_columns", "2"}));
                   }});
  pages.push_back({"bord", [](const View& view) {
                     const SeatingLook look{hall_of_people(), seats, 2, 1, ""};
                     domain::Workshop bare = draft_room();
                     bare.groups.clear();
                     return seating_page(view, bare, room, &look);
                   }});
  pages.push_back({"bord-flyttet", [](const View& view) {
                     const SeatingLook look{hall_of_people(), moved, 2, 1, "Samme bord neste uke"};
                     return seating_page(view, draft_room(), room, &look, kept_error("flytt", {}, {ErrorKind::bad_input, "seating.nobody_chosen", ""}));
                   }});
  for (const SeatingPaper which : {SeatingPaper::tables, SeatingPaper::door})
    pages.push_back({which == SeatingPaper::door ? "bord-dor" : "bord-liste", [which](const View& view) {
                       return seating_paper(view, draft_room(), room, {hall_of_people(), seats, 2, 1, ""}, which);
                     }});
}

inline void add_admin_pages(std::vector<Example>& pages) {
  pages.push_back({"admin", [](const View& view) { return example_admin_page(view); }});
  pages.push_back({"admin-lenke", [](const View& view) {
                     return example_admin_page(view, {ShownOnce::Kind::invitation_link, "ola@fjordvik.example", "http://192.0.2.7:8080/invitasjon/abcdefghijklmnop"});
                   }});
  pages.push_back({"admin-feil", [](const View& view) {
                     return example_admin_page(view, {}, kept_error("inviter", {{"epost", "ola@"}, {"rolle", "administrator"}}, {ErrorKind::bad_input, "account.email_malformed", ""}));
                   }});
}

inline std::vector<Example> every_desk_page() {
  std::vector<Example> pages;
  add_desk_pages(pages);
  add_still_pages(pages);
  add_office_pages(pages);
  add_speaker_pages(pages);
  add_seating_pages(pages);
  add_admin_pages(pages);
  return pages;
}

}  // namespace knippe::views::example
