#pragma once
// What the pages of a case share.

#include <optional>
#include <string>
#include <string_view>

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/involvement/involvement.h"
#include "views/involvement/naming.h"
#include "views/page.h"

namespace knippe::views::sak {

using desk::page_form;

/// /saker/{case}/rest and /styring/sak/{case}/rest; `rest` may be empty.
Url public_url(RoomId room, std::string_view rest = {});
Url desk_url(RoomId room, std::string_view rest = {});

/// A page for all: whoever runs the installation with their arms, else the product; the way to the cases; then `main`.
std::string public_page(const Frame& frame, Part main);
/// The narrow header of a page on a phone, with the way back to the case.
void narrow_header(Writer& h, const CaseLook& look, std::string_view right);
/// The desk's header.
void owner_header(Writer& h, const View& view);
Frame public_frame(const CaseLook& look, std::string title, std::string_view main_class = {});
Frame desk_frame(const View& view, std::string title, std::string_view main_class = "sideinn");
Frame desk_frame(const CaseLook& look, std::string title);

struct Crumb {
  std::string_view label;
  Url to;
};
/// "Saker > title > here".
void breadcrumbs(Writer& h, const Words& w, std::span<const Crumb> crumbs, std::string_view here);

/// The refusal of a form, if this is the one, as a summary that takes focus; `field` is the id it links to.
void refusal(Writer& h, const CaseLook& look, std::string_view form, std::string_view field);
/// "Åpen for innspill", "Til informasjon", "Avsluttet", "Utkast".
void status_mark(Writer& h, const Words& w, const CaseCard& card);

/// Text with its line breaks, or that it was erased.
void own_text(Writer& h, const Words& w, std::string_view text);
/// "Elva · 12. november 2026 · 8B på Haugen skole, 24 personer".
std::string facts_of(const CaseLook& look, const involvement::Contribution& contribution);
/// "Skrevet inn fra papir"; nothing for one from the web.
std::string_view source_of(const Words& w, involvement::Source source);

/// The photo of a contribution, opened at full size from `pictures` ("/saker/…/innspill/3/bilde"); nothing when there is none.
void contribution_photo(Writer& h, const CaseLook& look, const involvement::Contribution& contribution, const Url& pictures);
/// Its address for everybody; only a published contribution's is there.
Url photo_url(RoomId room, involvement::ContributionId contribution);

/// A link to the page before and after; nothing when all is on one page.
struct Pages {
  std::size_t number = 1;  ///< from 1
  std::size_t count = 1;
  std::size_t first = 0, last = 0;  ///< indices [first, last) into a list that is shown newest first
};
Pages pages_of(std::size_t items, std::size_t wanted);
void page_turner(Writer& h, const Words& w, const Pages& pages, const std::string& address);

/// The verdict and its date.
void verdict_line(Writer& h, const Words& w, const domain::involvement::Answer& answer, std::string_view time_zone);
/// The answer of a theme: verdict, reason, the item it touches, when.
void answer_box(Writer& h, const CaseLook& look, const involvement::Theme& theme);
/// A receipt's code in fours, to be kept.
void code_box(Writer& h, std::string_view heading, std::string_view code, std::string_view text);

}  // namespace knippe::views::sak
