#pragma once
// Pages of an involvement process (in the UI: sak): what the public reads and does without account, and what its owner sees.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/involvement/gate.h"
#include "views/html.h"
#include "views/view.h"

namespace knippe::views {

/// A case in a list.
struct CaseCard {
  RoomId room;
  std::string title, summary, language;
  domain::involvement::Phase phase = domain::involvement::Phase::draft;
  bool information = false;
  bool simulated = false;
  bool takes_input = false;
  std::string answer_by;  ///< "YYYY-MM-DD"
  std::size_t contributions = 0;
  std::size_t answered = 0;
  std::size_t unanswered = 0;
  std::size_t waiting = 0;  ///< to be read; for its owner
  std::size_t gaps = 0;     ///< of a draft
};
CaseCard card_of(RoomId room, const domain::involvement::Involvement& involvement);

struct TiedWorkshop;
/// What the reader may do at a case's desk.
struct CaseMay {
  bool own = true;       ///< run it
  bool answer = true;
  bool moderate = true;
  bool state = false;    ///< make statements
};
/// A workshop of this installation that a step may lead to.
struct CaseWorkshop {
  RoomId room;
  std::string title;
  bool published = false;
};

/// Whose page: the case, its address, the reader's phone in it (0: none), whether an owner looks at a draft.
struct RetentionLook;
struct CaseLook {
  const View& view;
  const domain::involvement::Involvement& involvement;
  RoomId room;
  PhoneId phone = {};
  const Kept& kept;
  CaseMay may = {};
  std::span<const CaseWorkshop> workshops = {};  ///< those that its steps may lead to; for the form, all to choose from
  const RetentionLook* keeping = nullptr;       ///< how long names and texts are kept; nullptr: not read
  domain::involvement::ContributionId supported = {};  ///< just now; its receipt has this code
  std::string support_code = {};
};

inline constexpr std::size_t contributions_per_page = 20;

// --- public ---
/// GET /saker.
std::string case_list_page(const View& view, std::span<const CaseCard> cases);
/// GET /saker/{case}. `tied`: its workshops (measures.h).
std::string case_page(const CaseLook& look, std::span<const TiedWorkshop> tied = {});
/// GET /saker/{case}/innspill?side=N&tema=N, newest first.
std::string contributions_page(const CaseLook& look, std::size_t page_number, domain::involvement::ThemeId theme);
/// GET /saker/{case}/innspill/nytt. Kept form "send". `alike`: what the sender should look at first, with buttons "stott:N", "send-likevel".
std::string contribute_page(const CaseLook& look, std::span<const domain::involvement::ContributionId> alike = {});
/// An argument to be written: on which theme, and which side.
struct Stand {
  domain::involvement::ThemeId theme;
  domain::involvement::Stance stance = domain::involvement::Stance::none;
};
/// The same page for an argument, which is one line. Kept form "send".
std::string argument_page(const CaseLook& look, const Stand& stand, std::span<const domain::involvement::ContributionId> alike = {});
/// The published contributions among the newest that `text` resembles, the most alike first, three at most. An argument
/// is compared with the arguments on its theme.
std::vector<domain::involvement::ContributionId> alike_contributions(const domain::involvement::Involvement& involvement, std::string_view text,
                                                                     const Stand& stand = {});
/// "Hvor mye tror du at du kan påvirke?": before an answer has come, after it, or not asked (again).
enum class Ask { nothing, entry, exit };
/// GET /saker/{case}/kvittering/{code}. `fresh`: just sent.
std::string receipt_page(const CaseLook& look, domain::involvement::ContributionId id, std::string_view code, bool fresh, Ask ask = Ask::nothing);
/// POST /saker/{case}/forventning: the question alone, with what was wrong. Kept form "forventning".
std::string expectation_page(const CaseLook& look, Ask ask);
/// GET /saker/{case}/tema/{n}: its answer.
std::string theme_page(const CaseLook& look, domain::involvement::ThemeId theme);

/// Cards of cases, the first one large.
void case_cards(Writer& h, const Words& w, std::span<const CaseCard> cases);

/// A theme's answer outside its case.
struct LatestAnswer {
  RoomId room;
  domain::involvement::ThemeId theme;
  std::string case_title, name;
  std::size_t contributions = 0;
  domain::involvement::Answer answer;
  std::string language, time_zone;
};
/// "Dere sa – vi svarte" for answers of several cases, each linked to its theme.
void latest_answers(Writer& h, const Words& w, std::span<const LatestAnswer> answers);

// --- desk ---
/// GET /styring/saker.
std::string my_cases_page(const View& view, std::span<const CaseCard> cases, std::string_view user, bool may_administer);
/// GET /styring/saker/ny. Kept form "ny".
std::string new_case_page(const View& view, const Kept& kept);
/// GET /styring/sak/{case}/grunnlag: the form with its gate, and what was told in public. `tried`: opening was refused just now.
std::string case_basis_page(const CaseLook& look, bool tried);
/// GET /styring/sak/{case}: what waits for its owner.
std::string case_desk_page(const CaseLook& look);
/// Which contributions the owner looks at.
enum class Pile { waiting, published, removed };
/// GET /styring/sak/{case}/innspill?vis=…&side=N.
std::string case_contributions_page(const CaseLook& look, Pile pile, std::size_t page_number);
/// GET /styring/sak/{case}/svar?tema=N&side=N: grouping and answering.
std::string case_answers_page(const CaseLook& look, domain::involvement::ThemeId theme, std::size_t page_number);

}  // namespace knippe::views
