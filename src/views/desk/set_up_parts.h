#pragma once
// The four sections of the set-up form and what stands beside them.

#include <string>
#include <string_view>

#include "domain/workshop/template.h"
#include "views/html.h"
#include "views/view.h"

namespace knippe::views::desk {

struct SetUp {
  const View& view;
  const Words& w;
  const domain::Template& values;
  RoomId room;
  domain::Phase phase;
  const Kept& kept;
  std::string faulty = {};   ///< the input that the refusal belongs to
  std::string message = {};  ///< in the reader's words

  bool is_new() const { return !room; }
  /// Keys and rules may be changed.
  bool is_draft() const { return phase == domain::Phase::draft; }
  /// What was typed, or `otherwise`.
  std::string_view typed(const std::string& field, std::string_view otherwise) const {
    return kept.is("oppsett") ? kept.field(field, otherwise) : otherwise;
  }
  std::string_view error_of(std::string_view input) const { return input == faulty ? std::string_view(message) : std::string_view(); }
  /// Where the form goes; `part` is where the browser then looks.
  std::string target(std::string_view part = {}) const;
};

/// The input that a refusal of these values belongs to; "nokler" for the list as a whole.
std::string faulty_input(const domain::Template& values, const Error& error);

void about_section(Writer& h, const SetUp& s);
void keys_section(Writer& h, const SetUp& s);
void stages_section(Writer& h, const SetUp& s);
void rules_section(Writer& h, const SetUp& s);
void summary_aside(Writer& h, const SetUp& s);

/// A numbered section of the form.
void numbered_section(Writer& h, std::string_view id, int number, std::string_view heading, std::string_view hint, Part content);
/// "5-4-3-2-1".
std::string points_text(const std::vector<int>& points);
/// The languages a text of the workshop may be in.
struct Language {
  std::string_view code;
  std::string_view name;
};
std::span<const Language> languages();

}  // namespace knippe::views::desk
