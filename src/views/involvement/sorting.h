#pragma once
// Contributions without a theme, and what is proposed for them. A proposal is words in common and nothing more; a person decides.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "views/involvement/involvement.h"

namespace knippe::views {

/// What proposals are made from, copied out of a case so that comparing holds nobody up. Removed contributions are not in it.
struct Unsorted {
  struct Piece {
    domain::involvement::ContributionId id;  ///< 0: a theme's name
    domain::involvement::ThemeId theme;
    std::string text;
  };
  std::string language;
  std::vector<domain::involvement::ContributionId> loose;  ///< without a theme, ascending
  std::vector<Piece> compared;                             ///< the newest of them that have a text, ascending
  std::vector<Piece> sorted;                               ///< the themes' names and newest contributions
};
Unsorted unsorted_of(const domain::involvement::Involvement& involvement);

struct AlikeBunch {
  std::vector<domain::involvement::ContributionId> contributions;  ///< as many as a page shows, ascending
  std::size_t more = 0;                                            ///< that belong to it besides
  std::vector<std::string> words;                                  ///< that they share
  domain::involvement::ThemeId theme;                              ///< the theme they are most alike; 0: none is
};
struct Proposals {
  std::vector<domain::involvement::ContributionId> loose;
  std::size_t compared = 0;  ///< how many of them were looked at for bunches
  std::vector<AlikeBunch> bunches;
  std::map<domain::involvement::ContributionId, domain::involvement::ThemeId> nearest;  ///< of the page's own
};
Proposals proposals_of(const Unsorted& unsorted, std::size_t page_number);
/// "Benker, elvestien": a first name for a theme.
std::string proposed_name(std::span<const std::string> words);

/// GET/POST /styring/sak/{case}/sorter?side=N. Kept forms "samle:N" (N: the bunch's first), fields "til", "navn", "innspill-N"; "legg:N", field "til".
std::string case_sorting_page(const CaseLook& look, const Proposals& proposals, std::size_t page_number);

}  // namespace knippe::views
