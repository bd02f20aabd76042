#pragma once
// What the facilitator's pages are made of. Panels that change while a workshop runs are regions with an id #desk-…: a
// whole section that the stream replaces. A region that has nothing to show leaves a hidden section in its place.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/workshop/workshop.h"
#include "views/desk/desk.h"
#include "views/html.h"
#include "views/icon.h"
#include "views/report/wording.h"
#include "views/view.h"

namespace knippe::views::desk {

using report::group_label;

/// Whose page it is.
struct Desk {
  const View& view;
  const Words& w;
  const domain::Workshop& workshop;
  const DeskExtras& extras;
  const Kept& kept;

  bool is_draft() const { return workshop.phase == domain::Phase::draft; }
  bool is_open() const { return workshop.phase == domain::Phase::open; }
  bool is_closed() const { return workshop.phase == domain::Phase::closed; }
  /// "10:41" in the room's time zone.
  std::string clock(Instant instant) const { return w.clock_time(instant, workshop.settings.time_zone); }
  /// lang="…" on the workshop's own texts when the reader's language is another.
  Attribute spoken(std::string_view language = {}) const { return report::spoken(w, workshop, language); }
  /// The button `op` ("returner:3") was refused just now.
  bool was_refused(std::string_view op) const { return kept.error && kept.field("op", kept.form) == op; }
};

/// /styring/{room}, or /styring/{room}/{rest}.
Url desk_url(RoomId room, std::string_view rest = {});
/// "472 918".
std::string spaced_code(std::string_view code);
/// "«Ta utgangspunkt i følt behov», gruppe 4": enough to tell two buttons apart.
std::string named_supplement(const Words& w, const domain::Supplement& supplement);

struct FormLook {
  std::string_view css = {};
  std::string_view id = {};
  std::int64_t upload_bytes = 0;  ///< it may carry a file of so many bytes, as multipart/form-data
};
/// A POST form to the desk, answered with regions when scripts run.
void desk_form(Writer& h, const Desk& d, const FormLook& look, Part content);
/// A POST form to `to` that always loads a page.
void page_form(Writer& h, const View& view, const Url& to, const FormLook& look, Part content);

struct PanelLook {
  std::string_view id;
  std::string_view heading;
  std::string_view count = {};  ///< in a yellow pill beside the heading
  std::string_view hint = {};   ///< in plain text beside it
};
/// A white panel with a heading; carries data-seq, so that it may be a region.
void panel(Writer& h, const View& view, const PanelLook& look, Part content);
/// The place of a region that has nothing to show.
void no_panel(Writer& h, const View& view, std::string_view id);

struct Fold {
  std::string_view id;
  std::string_view summary;
  std::string_view about = {};  ///< read out after the summary
  bool open = false;
};
/// Something one seldom needs, behind a line to open it.
void fold(Writer& h, const Fold& look, Part content);

struct Option {
  std::string value;
  std::string label;
};
struct Select {
  std::string_view id;
  std::string_view name;
  std::string_view label;
  std::string_view chosen = {};
  std::string_view description = {};
  std::string_view css_class = {};
  std::string_view error = {};
};
void select_field(Writer& h, const Select& select, std::span<const Option> options);
/// A check box with a smaller line of explanation.
void explained_checkbox(Writer& h, std::string_view id, std::string_view name, std::string_view label, std::string_view line, bool on);

/// The field of a group's description ("navn", "medlemmer", "antall") that a refusal belongs to.
std::string_view faulty_group_field(const Error& error);

/// An option per key that may be ranked, its label first; a first empty option with `none`.
std::vector<Option> key_options(const domain::Workshop& workshop, std::string_view none);

/// The line above pages made for printing: what it is, how to print, the way back.
void print_bar(Writer& h, const Words& w, std::string_view title, std::string_view text, const Url& back);

/// The header of a page about one workshop, with the way back to its desk.
void workshop_header(Writer& h, const Desk& d);
/// "Mine verksteder > title > here".
void breadcrumbs(Writer& h, const Words& w, RoomId room, std::string_view title, std::string_view here);

}  // namespace knippe::views::desk
