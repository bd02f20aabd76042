#pragma once
// Every page of views/front and views/participant in its typical states, by name.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "views/erasure/erasure.h"
#include "views/front/front.h"
#include "views/participant/example_room.h"

namespace knippe::views::example {

struct Example {
  std::string name;
  std::function<std::string(const View&)> render;
};

inline Kept kept_error(std::string form, std::map<std::string, std::string> fields, Error error) {
  return {std::move(form), std::move(fields), std::move(error)};
}

inline Example stage_page(std::string name, domain::Workshop workshop, domain::Stage shown, Kept kept = {}) {
  return {std::move(name), [=](const View& view) { return participant_page(view, workshop, seat, shown, kept); }};
}

inline void add_ranking_pages(std::vector<Example>& pages) {
  using domain::Stage;
  domain::Workshop full = room_in(Stage::rank);
  rank(full, 7, {1, 2, 4, 3, 9}, false);
  pages.push_back(stage_page("ranger-full", full, Stage::rank));
  domain::Workshop done = room_in(Stage::rank);
  rank(done, 7, {1, 2, 4, 3, 9}, true);
  pages.push_back(stage_page("ranger-levert", done, Stage::rank));
  rank(done, 7, {2, 1, 4, 3, 9}, false);
  pages.push_back(stage_page("ranger-endret", done, Stage::rank));
  domain::Workshop again = done;
  again.round = 2;
  pages.push_back(stage_page("ranger-runde-2", again, Stage::rank));
  pages.push_back(stage_page("ranger-feil", room_in(Stage::rank), Stage::rank,
                             kept_error("ranger", {}, {ErrorKind::refused, "ranking.incomplete", "5"})));
}

/// Ranger in its individual part, with what this phone has in the ballot box.
inline domain::Workshop alone_room() {
  domain::Workshop room = room_in(domain::Stage::rank);
  room.settings.alone_first = true;
  domain::AloneRound& alone = room.alone.emplace_back();
  alone.round = room.round;
  alone.opened_with = 40;
  return room;
}

inline Example alone_page(std::string name, domain::Workshop workshop, domain::PersonalBallot own) {
  return {std::move(name), [=](const View& view) {
            Seat mine = seat;
            mine.own = own;
            return participant_page(view, workshop, mine, domain::Stage::rank);
          }};
}

inline void add_alone_pages(std::vector<Example>& pages) {
  const auto ids = [](std::initializer_list<std::uint32_t> numbers) {
    std::vector<KeyId> keys;
    for (const auto number : numbers) keys.push_back(KeyId{number});
    return keys;
  };
  pages.push_back(alone_page("ranger-alene", alone_room(), {ids({2, 9, 4}), {}}));
  pages.push_back(alone_page("ranger-alene-levert", alone_room(), {ids({2, 9, 4, 1, 3}), ids({2, 9, 4, 1, 3})}));
  pages.push_back(alone_page("ranger-alene-endret", alone_room(), {ids({9, 2, 4, 1, 3}), ids({2, 9, 4, 1, 3})}));
  domain::Workshop together = alone_room();
  together.alone.back().open = false;
  together.alone.back().picks = {{seat.group, 5, {{KeyId{1}, 4}, {KeyId{2}, 5}}}};
  rank(together, seat.group.value, {2, 1}, false);
  pages.push_back(stage_page("ranger-sammen", together, domain::Stage::rank));
}

inline void add_pitch_pages(std::vector<Example>& pages) {
  using domain::Stage;
  domain::Workshop listening = room_in(Stage::pitch);
  give_floor(listening, 8, 38'000);
  pages.push_back(stage_page("pitch-lytter", listening, Stage::pitch));
  domain::Workshop own = room_in(Stage::pitch);
  give_floor(own, 7, 38'000);
  pages.push_back(stage_page("pitch-egen", own, Stage::pitch));
  give_floor(own, 7, 21'000, true);
  pages.push_back(stage_page("pitch-egen-pause", own, Stage::pitch));
  give_floor(own, 7, -5'000);
  pages.push_back(stage_page("pitch-egen-overtid", own, Stage::pitch));
  has_spoken(own, 7);
  pages.push_back(stage_page("pitch-egen-etter", own, Stage::pitch));
}

inline void add_stage_pages(std::vector<Example>& pages) {
  using domain::Stage;
  for (int i = 0; i < domain::stage_count; ++i) {
    const auto stage = static_cast<Stage>(i);
    const std::string path(stage_path(stage));
    pages.push_back(stage_page(path, room_in(stage), stage));
    if (stage != Stage::result) pages.push_back(stage_page(path + "-lest", room_in(Stage::result), stage));
    if (stage != Stage::welcome) pages.push_back(stage_page(path + "-kommer", room_in(Stage::welcome), stage));
    domain::Workshop over = room_in(Stage::result);
    over.phase = domain::Phase::closed;
    over.published = true;
    pages.push_back(stage_page(path + "-slutt", over, stage));
  }
  domain::Workshop draft = room_in(Stage::welcome);
  draft.phase = domain::Phase::draft;
  draft.visited.clear();
  pages.push_back(stage_page("venter", draft, Stage::welcome));
}

inline void add_kept_pages(std::vector<Example>& pages) {
  using domain::Stage;
  const std::string lang_text(201, 'x');
  pages.push_back(stage_page("suppler-feil", room_in(Stage::supplement), Stage::supplement,
                             kept_error("suppler", {{"tekst", lang_text}}, {ErrorKind::bad_input, "text.too_long", "200"})));
  pages.push_back(stage_page("suppler-rediger", room_in(Stage::supplement), Stage::supplement, {"suppler", {{"rediger", "5"}}, {}}));
  pages.push_back(stage_page("suppler-for-sent", room_in(Stage::rank), Stage::rank,
                             kept_error("suppler", {{"tekst", "Det er lov å prøve og feile"}}, {ErrorKind::refused, "stage.closed", ""})));
  pages.push_back(stage_page("tiltak-feil", room_in(Stage::measures), Stage::measures,
                             kept_error("tiltak", {{"hva", "gå ut og møte folk"}, {"naar", "2017-13-01"}, {"nokkel", "4"}},
                                        {ErrorKind::bad_input, "measure.bad_date", ""})));
  pages.push_back(stage_page("tiltak-rediger", room_in(Stage::measures), Stage::measures, {"tiltak", {{"rediger", "1"}}, {}}));
}

inline void add_group_pages(std::vector<Example>& pages) {
  using domain::Stage;
  pages.push_back({"mine-data", [](const View& view) {
                     const std::vector<TextLine> lines = {{{domain::TextKind::measure, 1}, {"<i>Ring</i>", "Per", ""}, {"phone:1"}, {}, 2}};
                     return own_data_page(view, room_in(Stage::measures), seat, lines, true);
                   }});
  pages.push_back({"mine-data-feil", [](const View& view) {
                     return own_data_page(view, room_in(Stage::welcome), seat, {}, false,
                                          {"alt", {}, Error{ErrorKind::bad_input, "erasure.not_understood", ""}});
                   }});
  pages.push_back({"gruppe", [](const View& view) { return own_group_page(view, room_in(Stage::welcome), seat); }});
  pages.push_back({"gruppe-feil", [](const View& view) {
                     return own_group_page(view, room_in(Stage::welcome), seat,
                                           kept_error("gruppe", {{"navn", std::string(41, 'n')}}, {ErrorKind::bad_input, "text.too_long", "40"}));
                   }});
  pages.push_back({"uten-gruppe", [](const View& view) {
                     return participant_page(view, room_in(Stage::rank), {room, {}, PhoneId{1}}, Stage::rank);
                   }});
}

inline std::vector<PublishedReport> reports() {
  return {{RoomId{99}, "Seminar om innbyggerinvolvering og samskaping", "Stavanger", "2017-09-26", "nb", 10, 48},
          {RoomId{98}, "Sentrum: torget og elva", "", "2026-10-02", "nb", 6, 31}};
}

inline void add_front_pages(std::vector<Example>& pages) {
  using domain::Stage;
  pages.push_back({"forside", [](const View& view) { return front_page(view, {.reports = reports()}); }});
  pages.push_back({"forside-feil-kode", [](const View& view) {
                     return front_page(view, Home{}, kept_error("kode", {{"kode", "472 819"}}, {ErrorKind::bad_input, "code.unknown", ""}));
                   }});
  pages.push_back({"velg-gruppe", [](const View& view) {
                     return choose_group_page(view, room_in(Stage::welcome), "472918", {"gruppe", {{"gruppe", "7"}}, {}});
                   }});
  pages.push_back({"velg-gruppe-ny", [](const View& view) {
                     return choose_group_page(view, room_in(Stage::welcome), "472918",
                                              kept_error("gruppe", {{"gruppe", "ny"}, {"navn", std::string(41, 'n')}, {"medlemmer", "Ola\nKari"}},
                                                         {ErrorKind::bad_input, "text.too_long", "40"}));
                   }});
  pages.push_back({"velg-gruppe-lukket", [](const View& view) {
                     domain::Workshop shut = room_in(Stage::rank);
                     shut.door_open = false;
                     return choose_group_page(view, shut, "472918");
                   }});
  pages.push_back({"gruppelenke", [](const View& view) { return group_link_page(view, room_in(Stage::welcome), ours, "token"); }});
  for (const int status : {400, 401, 403, 404, 405, 408, 409, 410, 413, 414, 415, 422, 429, 431, 500, 503})
    pages.push_back({"feil-" + std::to_string(status), [=](const View& view) { return error_page(view, status); }});
}

inline void add_account_pages(std::vector<Example>& pages) {
  pages.push_back({"logg-inn", [](const View& view) { return login_page(view); }});
  pages.push_back({"logg-inn-feil", [](const View& view) {
                     return login_page(view, kept_error("logg-inn", {{"epost", "ingrid@fjordvik.example"}}, {ErrorKind::forbidden, "account.wrong_email_or_password", ""}));
                   }});
  pages.push_back({"oppsett", [](const View& view) { return first_administrator_page(view, "token"); }});
  pages.push_back({"nytt-passord", [](const View& view) { return new_password_page(view, "token", "ingrid@fjordvik.example"); }});
  pages.push_back({"invitasjon", [](const View& view) { return invitation_page(view, "token", "ola@fjordvik.example"); }});
  pages.push_back({"personvern", [](const View& view) { return privacy_page(view); }});
  pages.push_back({"tilgjengelighet", [](const View& view) { return accessibility_page(view); }});
}

inline std::vector<Example> every_page() {
  std::vector<Example> pages;
  add_stage_pages(pages);
  add_ranking_pages(pages);
  add_alone_pages(pages);
  add_pitch_pages(pages);
  add_kept_pages(pages);
  add_group_pages(pages);
  add_front_pages(pages);
  add_account_pages(pages);
  return pages;
}

}  // namespace knippe::views::example
