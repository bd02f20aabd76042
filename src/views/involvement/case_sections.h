#pragma once
// The sections of a case's public page.

#include "views/html.h"
#include "views/involvement/involvement.h"
#include "views/page.h"

namespace knippe::views::sak {

void why_section(Writer& h, const CaseLook& look);
void room_section(Writer& h, const CaseLook& look);
/// The level of influence in plain words, who decides, when, what answer and by when.
void promise_section(Writer& h, const CaseLook& look);
/// The dated steps, with the ways to have them in a calendar or to follow the case.
void steps_section(Writer& h, const CaseLook& look);
/// Feeds and calendar of an open or closed case; a draft has none.
std::vector<Alternate> case_alternates(const CaseLook& look);
/// Themes with their answers, and how many wait for one.
void answers_section(Writer& h, const CaseLook& look);
/// The newest few, counts, and what was removed by which rule.
void contributions_section(Writer& h, const CaseLook& look);
void take_part_section(Writer& h, const CaseLook& look);
/// What was changed of what people were told, when and why.
void changes_section(Writer& h, const CaseLook& look);
/// Roles, method, how early, the place in the plan system.
void about_section(Writer& h, const CaseLook& look);

/// What a contribution resembles, to look at before it is sent; inside its form.
struct AlikeWords {
  std::string heading;
  std::string_view text;
};
void look_first(Writer& h, const CaseLook& look, std::span<const domain::involvement::ContributionId> alike, const AlikeWords& words);
/// In the words of the main entrance.
void look_first(Writer& h, const CaseLook& look, std::span<const domain::involvement::ContributionId> alike);
/// The words of the photo's part of a form.
struct PhotoWords {
  std::string_view add;     ///< to open it with
  std::string_view people;  ///< about people in pictures
};
/// A photo to go with a contribution, folded away until it is wanted (fields `bilde`, `bildetekst`).
void photo_fields(Writer& h, const CaseLook& look, const PhotoWords& words, std::string_view error);
/// The field of a contribution's form that a refusal belongs to.
std::string_view faulty_field(const Error& error);

/// The optional question of key 18, a form of its own that knows nothing of any contribution.
void ask_expectation(Writer& h, const CaseLook& look, Ask ask);

/// Themes to be for or against, with how many arguments each has.
void sides_section(Writer& h, const CaseLook& look);
/// A theme's arguments in two columns, the most supported first, each with a form for one more.
void arguments_section(Writer& h, const CaseLook& look, const domain::involvement::Theme& theme);
/// How many support it, and the button.
void support_line(Writer& h, const CaseLook& look, const domain::involvement::Contribution& contribution);
/// One contribution with its button of support, inside a form that posts to "stott".
void contribution_item(Writer& h, const CaseLook& look, const domain::involvement::Contribution& contribution);

}  // namespace knippe::views::sak
