#pragma once
// The facilitator's pages: my workshops, set-up, the desk, moderation, typing in for a group, sheets to print. Everything from
// outside the room's state comes in as the plain structs below.

#include <cstdint>
#include <map>
#include <span>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "domain/workshop/template.h"
#include "domain/workshop/workshop.h"
#include "views/html/url.h"
#include "views/part_of_case.h"
#include "views/view.h"

namespace knippe::views {

/// What the desk shows besides the room's state.
struct DeskExtras {
  RoomId room;
  std::string code;           ///< six digits; empty: none (draft, closed)
  std::string projector_url;  ///< whole address of the read-only link
  std::string report_url;     ///< whole address of the public report
  bool plain_http = false;    ///< the connection is not encrypted
  bool loopback_only = false; ///< phones cannot reach this server
  std::vector<std::string> facilitators = {};  ///< names, the owner first
  std::optional<Instant> words_go = {};  ///< when names, or all texts, are erased by themselves
  bool only_names_go = false;
  bool tables_are_played = false;  ///< by a program, in a rehearsal
  CaseOfWorkshop belongs_to = {};
};

/// One line of GET /styring.
struct ListedWorkshop {
  RoomId room;
  std::string title;
  std::string place;
  std::string date;  ///< "YYYY-MM-DD" or empty
  domain::Phase phase = domain::Phase::draft;
  bool published = false;
  bool simulated = false;
  int groups = 0;
  int people = 0;
  std::string code;  ///< of an open one
  bool rehearsal = false;
  bool may_delete = false;
};

/// GET /styring and /styring/arkiv. `user` is the account's name; `may_administer` adds the link to /admin.
struct ListLook {
  std::string_view user;
  bool may_administer = false;
  int archived = 0;             ///< how many lie in the archive
  bool is_archive = false;      ///< GET /styring/arkiv
};
std::string workshop_list_page(const View& view, std::span<const ListedWorkshop> workshops, const ListLook& look);

/// GET/POST /styring/nytt (room 0) and /styring/{room}/oppsett. `values` is what the form shows (a template, the room's own set-up, or
/// what was typed); `phase` other than draft locks keys and rules. Kept form "oppsett": its error belongs to the whole form, and
/// `fields` holds the raw typed values (e.g. "poeng", "min_rank") to show again instead of `values`.
std::string set_up_page(const View& view, const domain::Template& values, RoomId room, domain::Phase phase, const Kept& kept = {},
                        bool rehearsal = false);

/// GET /styring/{room}. Kept: the refused form ("ny-gruppe", "returner", "godkjenn", …) with its typed text, or only an error.
std::string desk_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, const Kept& kept = {});
/// The answer to a POST with HX-Request: the desk's regions with form tokens, and what went wrong.
std::string desk_answer(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, const Kept& kept = {});
/// For the event stream: the regions #desk-… without form tokens.
std::string desk_fragments(const View& view, const domain::Workshop& workshop, const DeskExtras& extras);

/// GET /styring/{room}/nokler.
std::string moderation_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, const Kept& kept = {});

/// GET /styring/{room}/gruppe/{n}: typing in for a group, its phones, its sheet. Kept forms "suppler", "lever", "tiltak", "notat",
/// "beskriv".
std::string group_desk_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, GroupNumber group,
                            const Kept& kept = {});

/// GET /styring/{room}/eksport: everything as files.
std::string exports_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras);

/// A group's way in, for its printed sheet.
struct GroupLink {
  GroupNumber group;
  std::string url;  ///< whole address /g/{token}
};
/// GET /styring/{room}/ark: one A4 sheet per group and one for the room (with `join_url`, empty when there is no code).
std::string sheets_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, std::string_view join_url,
                        std::span<const GroupLink> links);

/// GET /styring/{room}/plakat: the poster of 2017 as one A3 page for each group, or one without a group when there are none. The links
/// lead to where a picture of the filled-in poster is sent.
std::string posters_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, std::span<const GroupLink> links);

/// GET /styring/{room}/lysark and /resultater/{room}/lysark: the closing session as printable 16:9 slides. `back`: where its bar leads.
std::string slides_page(const View& view, const domain::Workshop& workshop, std::string_view report_url, const Url& back);

}  // namespace knippe::views
