#pragma once
// What the facilitator's still pages and the administrator's page share: forms, panels, headers.

#include <string>
#include <string_view>

#include "domain/workshop/workshop.h"
#include "views/desk/desk.h"
#include "views/html.h"
#include "views/page.h"
#include "views/view.h"

namespace knippe::views {

/// One page of a workshop being written.
struct DeskScene {
  const View& view;
  const Words& w;
  const domain::Workshop& workshop;
  const DeskExtras& extras;
  const Kept& kept;

  std::string_view zone() const { return workshop.settings.time_zone; }
};

/// /styring/{room}, or /styring/{room}/{rest}.
Url desk_url(RoomId room, std::string_view rest = {});
/// lang="…" on the workshop's own texts when the page speaks another language.
Attribute spoken(const DeskScene& s, std::string_view language = {});
/// "Helse og omsorg", or "Gruppe 7".
std::string group_name(const Words& w, const domain::Group& group);
/// "«text»", shortened: tells equal buttons apart.
std::string about(const Words& w, std::string_view text);
/// The error in the reader's words when `form` was refused; empty otherwise.
std::string error_of(const View& view, const Kept& kept, std::string_view form);

struct DeskForm {
  Url to;
  std::string_view css = {};
  std::string_view id = {};
};
/// A POST form with its hidden command id.
void desk_form(Writer& h, const View& view, const DeskForm& form, Part content);

/// The header of pages for accounts: logo, menu, whoever is logged in, log out. `here` marks the menu's present entry.
enum class MenuEntry { workshops, administration, none };
void account_header(Writer& h, const View& view, MenuEntry here, bool may_administer, std::string_view user);
/// The header of a workshop's pages: logo, title, a line under it, and what stands at the right.
void workshop_header(Writer& h, const DeskScene& s, std::string_view line, Part right);
/// Warnings of the room: no encryption, no way in for phones.
void warnings(Writer& h, const DeskScene& s);
/// A panel with its heading.
void panel(Writer& h, std::string_view css, std::string_view heading_id, std::string_view heading, std::string_view hint, Part content);

}  // namespace knippe::views
