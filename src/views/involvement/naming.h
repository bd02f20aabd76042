#pragma once
// What a case's choices are called in the reader's language.

#include <string>
#include <string_view>

#include "domain/involvement/gate.h"
#include "views/html.h"
#include "views/icon.h"
#include "views/lang.h"

namespace knippe::views {

namespace involvement = domain::involvement;

std::string_view name_of(const Words& w, involvement::Openness openness);
/// One line under it: what it means for whoever takes part.
std::string_view line_of(const Words& w, involvement::Openness openness);
std::string_view name_of(const Words& w, involvement::Level level);
/// The promise of a level in plain words.
std::string_view line_of(const Words& w, involvement::Level level);
std::string_view name_of(const Words& w, involvement::Earliness earliness);
std::string_view line_of(const Words& w, involvement::Earliness earliness);
std::string_view name_of(const Words& w, involvement::PlanKind kind);
std::string_view name_of(const Words& w, involvement::StepKind kind);
std::string_view name_of(const Words& w, involvement::Moderation moderation);
std::string_view name_of(const Words& w, involvement::Rule rule);
/// "Argument for", "Argument imot"; nothing for what takes no side.
std::string_view name_of(const Words& w, involvement::Stance stance);
std::string_view name_of(const Words& w, involvement::Verdict verdict);
std::string_view name_of(const Words& w, involvement::Part part);
std::string_view name_of(const Words& w, involvement::Section section);
/// What to do about a gap.
std::string_view line_of(const Words& w, involvement::Gap gap);

/// The id of a section of the form, also in its address: "hvorfor", "rom", …
std::string_view slug_of(involvement::Section section);
/// A verdict's tone as data-color, and its icon.
std::string_view color_of(involvement::Verdict verdict);
Icon icon_of(involvement::Verdict verdict);
Icon icon_of(involvement::Openness openness);

/// "2027-03-18" as it is typed: "18.03.2027". What is no date stays as it is.
std::string typed_date(std::string_view iso);
/// Of typed text: "18.3.2027" → "2027-03-18"; what is no date stays as it is, for the rules to refuse.
std::string iso_of_typed(std::string_view typed);
/// lang="…" on a case's own texts when the reader's language is another.
Attribute spoken(const Words& w, const involvement::Involvement& involvement);

}  // namespace knippe::views
