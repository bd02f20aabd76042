// A case as the public meets it: reading, supporting contributions, the receipt.

#include <algorithm>

#include "store/store.h"
#include "views/involvement/youth.h"
#include "web/case_contribute.h"
#include "web/case_measures.h"
#include "web/cases.h"
#include "web/expectations.h"
#include "web/handlers.h"
#include "web/public_lists.h"
#include "web/receipt_code.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::CaseLook;

constexpr std::size_t cases_listed = 200;
constexpr std::size_t cases_on_front = 7;
constexpr std::size_t answers_on_front = 3;

/// Newest first; what the list says and the case does not is left out.
std::vector<views::CaseCard> cards(const Site& site, std::size_t count_max) {
  std::vector<views::CaseCard> found;
  const auto rooms = site.store.rooms().list_public(store::involvement_kind, count_max, site.place.demonstration);
  if (!rooms) return found;
  for (const store::Room& room : *rooms)
    (void)site.cases.read(room.id, [&](const Involvement& i, Seq) {
      if (i.phase != Phase::draft) found.push_back(views::card_of(room.id, i));
    });
  return found;
}

/// The published workshops that steps of this case lead to.
std::vector<views::CaseWorkshop> linked_workshops(const Call& call) {
  std::vector<views::CaseWorkshop> found;
  (void)call.site.cases.read(call.room, [&](const Involvement& i, Seq) {
    for (const Step* step : i.steps_in_order())
      if (step->workshop) found.push_back({step->workshop, {}, false});
  });
  std::erase_if(found, [&](views::CaseWorkshop& each) {
    const auto room = call.site.store.rooms().find(each.room);
    if (!room || room->status != store::RoomStatus::published) return true;
    each.title = room->title;
    each.published = true;
    return false;
  });
  return found;
}

/// The receipt of a support that was given just now; a code that is not ours says nothing.
CaseLook with_support(const Call& call, const CaseLook& look) {
  CaseLook with = look;
  const std::string code(call.request.query["stottet"]);
  if (!of_support_code(call.site.tokens, call.room, code)) return with;
  with.supported = ContributionId{number_of(call.request.query["innspill"])};
  with.support_code = code;
  return with;
}

http::Response carry_out_support(const Call& call, bool supported) {
  const auto receipt = call.submit(SupportContribution{ContributionId{call.number()}, supported});
  if (!receipt) return error_answer(call, receipt.error());
  const std::string place = "#innspill-" + std::to_string(call.number());
  const std::uint32_t side = number_of(call.field("side")), theme = number_of(call.field("tema"));
  const std::string list = "innspill?side=" + std::to_string(side) + (theme ? "&tema=" + std::to_string(theme) : "");
  const std::string rest = side ? list : theme ? "tema/" + std::to_string(theme) : "";
  std::string proof;
  if (supported && receipt->first.value <= receipt->last.value)
    proof = (side ? "&" : "?") + ("stottet=" + support_code(call.site.tokens, call.room, receipt->first)) + "&innspill=" + std::to_string(call.number());
  return see_other(room_path("saker", call.room, rest) + proof + place);
}

}  // namespace

void add_cases(const Call& call, views::Home& home) {
  const auto rooms = call.site.store.rooms().list_public(store::involvement_kind, cases_listed, call.site.place.demonstration);
  if (!rooms) return;
  const Instant now = call.site.clock.now();
  for (const store::Room& room : *rooms)
    (void)call.site.cases.read(room.id, [&](const Involvement& i, Seq) {
      if (i.phase == Phase::draft) return;
      home.answered += i.answered();
      home.unanswered += i.unanswered();
      home.overdue |= i.unanswered() > 0 && views::iso_date(now, i.time_zone) > i.promise.answer_by;
      if (i.phase == Phase::open) home.cases.push_back(views::card_of(room.id, i));
      for (const Theme& theme : i.themes)
        if (theme.answer.verdict != Verdict::none)
          home.answers.push_back({room.id, theme.id, i.title, theme.name, theme.published.size(), theme.answer, i.language, i.time_zone});
    });
  std::ranges::stable_partition(home.cases, &views::CaseCard::takes_input);
  home.open = home.cases.size();
  if (home.cases.size() > cases_on_front) home.cases.resize(cases_on_front);
  std::ranges::sort(home.answers, std::greater{}, [](const views::LatestAnswer& one) { return one.answer.at.ms; });
  if (home.answers.size() > answers_on_front) home.answers.resize(answers_on_front);
}

http::Response cases(const Call& call) { return page_answer(views::case_list_page(call.view(), cards(call.site, cases_listed))); }

http::Response case_front(const Call& call) {
  const auto tied = tied_workshops(call);
  const auto workshops = linked_workshops(call);
  const auto keeping = keeping_of(call);
  return show_public(call, [&](const CaseLook& look) {
    CaseLook with = with_support(call, look);
    with.workshops = workshops;
    with.keeping = keeping ? &*keeping : nullptr;
    return views::case_page(with, tied);
  });
}

http::Response case_contributions(const Call& call) {
  const ThemeId theme{number_of(call.request.query["tema"])};
  return show_public(call, [&](const CaseLook& look) { return views::contributions_page(with_support(call, look), page_wanted(call), theme); });
}

http::Response case_theme(const Call& call) {
  const ThemeId theme{number_of(call.captured[0])};
  return show_public(call, [&](const CaseLook& look) -> Result<std::string> {
    if (!look.involvement.find_theme(theme)) return fail(ErrorKind::not_found, "theme.unknown");
    return views::theme_page(with_support(call, look), theme);
  });
}

http::Response support_contribution(const Call& asked) {
  const bool supported = asked.op() == "stott";
  if (!supported && asked.op() != "trekk") return error_answer(asked, {ErrorKind::bad_input, "form.unknown_op", {}});
  return as_resident(asked, [&](const Call& call) { return carry_out_support(call, supported); }, [&](const Error& error) { return error_answer(asked, error); });
}

http::Response find_receipt(const Call& call) {
  const auto contribution = of_receipt_code(call.site.tokens, call.room, call.request.query["kode"]);
  if (!contribution) return error_answer(call, {ErrorKind::not_found, "contribution.no_receipt", {}});
  return see_other(room_path("saker", call.room, "kvittering/" + receipt_code(call.site.tokens, call.room, *contribution)));
}

http::Response contribution_receipt(const Call& call) {
  const auto contribution = of_receipt_code(call.site.tokens, call.room, call.captured[0]);
  if (!contribution) return error_answer(call, {ErrorKind::not_found, "contribution.no_receipt", {}});
  const views::Ask before = to_ask(call, views::Ask::entry), after = to_ask(call, views::Ask::exit);
  return show_public(call, [&](const CaseLook& look) -> Result<std::string> {
    const Contribution* found = look.involvement.find_contribution(*contribution);
    if (!found) return fail(ErrorKind::not_found, "contribution.no_receipt");
    if (found->entrance == Entrance::youth)
      return views::youth_receipt_page(look, *contribution, receipt_code(call.site.tokens, call.room, *contribution), call.request.query.has("ny"));
    const Theme* theme = look.involvement.find_theme(found->theme);
    const bool answered = theme && theme->answer.verdict != Verdict::none;
    return views::receipt_page(look, *contribution, receipt_code(call.site.tokens, call.room, *contribution), call.request.query.has("ny"),
                               answered ? after : before);
  });
}

}  // namespace knippe::web
