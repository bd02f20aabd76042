#pragma once
// The parts of the page where a facilitator types in for a group.

#include "views/desk/parts.h"

namespace knippe::views::desk {

struct Table {
  const Desk& d;
  const domain::Group& group;

  const Words& w() const { return d.w; }
  /// The form `name` was refused just now.
  bool keeps(std::string_view form) const { return d.kept.error && d.kept.is(form); }
  /// What was typed in the refused form, or `otherwise`.
  std::string_view typed(std::string_view form, const char* field, std::string_view otherwise = {}) const {
    return keeps(form) ? d.kept.field(field, otherwise) : otherwise;
  }
  std::string error(std::string_view form) const { return keeps(form) ? d.w.error(*d.kept.error) : std::string(); }
  /// The stage has been open, and the workshop still is.
  bool takes(domain::Stage stage) const { return d.is_open() && d.workshop.has_visited(stage); }
};

/// A form of this page.
void table_form(Writer& h, const Table& t, std::string_view css, Part content);
/// "Kan skrives inn når steget Tiltak er åpnet."
void not_yet(Writer& h, const Table& t, domain::Stage stage);

/// Each writes one panel.
void description_panel(Writer& h, const Table& t);
void phones_panel(Writer& h, const Table& t);
void supplement_panel(Writer& h, const Table& t);
void ranking_panel(Writer& h, const Table& t);
void measures_panel(Writer& h, const Table& t);
void notes_panel(Writer& h, const Table& t);
void photos_panel(Writer& h, const Table& t);

/// The input that a refusal on this page belongs to; empty when none.
std::string faulty_input(const Kept& kept);

}  // namespace knippe::views::desk
