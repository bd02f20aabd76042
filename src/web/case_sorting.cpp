// Contributions without a theme: what is proposed for them, and what a person decides.

#include <algorithm>

#include "views/involvement/sorting.h"
#include "web/cases.h"
#include "web/desk_view.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;

std::size_t page_of(const Call& call) { return std::max<std::size_t>(page_wanted(call), number_of(call.field("side"))); }

http::Response show(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto unsorted = call.site.cases.read(call.room, [](const Involvement& i, Seq) -> Result<views::Unsorted> { return views::unsorted_of(i); });
  if (!unsorted) return error_answer(call, unsorted.error());
  const std::size_t page = page_of(call);
  const views::Proposals proposals = views::proposals_of(*unsorted, page);
  return show_case(call, kept, status, [&](const views::CaseLook& look) { return views::case_sorting_page(look, proposals, page); });
}

Result<Command> command_of(const Call& call) {
  const ThemeId theme{number_of(call.field("til"))};
  if (call.op() == "legg") {
    if (!theme) return bad_input("theme.choose_one");
    return GroupContributions{theme, {ContributionId{call.number()}}};
  }
  if (call.op() != "samle") return bad_input("form.unknown_op");
  constexpr std::string_view box = "innspill-";
  std::vector<ContributionId> ticked;
  for (const auto& [name, value] : call.form)
    if (name.starts_with(box) && value == "ja") ticked.push_back(ContributionId{number_of(std::string_view(name).substr(box.size()))});
  if (call.field("til") != "ny") {
    if (!theme) return bad_input("theme.choose_one");
    return GroupContributions{theme, std::move(ticked)};
  }
  // A theme stands on the case's public page: it is its owner's to name.
  if (!rights_here(call).own) return fail(ErrorKind::forbidden, "room.not_yours");
  return GroupAnew{std::string(call.field("navn")), std::move(ticked)};
}

Status carry_out(const Call& call) {
  Command command = TRY(command_of(call));
  TRY(call.submit(std::move(command)));
  return {};
}

}  // namespace

http::Response case_sorting(const Call& call) { return show(call); }

http::Response sort_contributions(const Call& call) {
  if (const Status done = carry_out(call); !done) return show(call, kept_form(call, std::string(call.field("op")), done.error()), status_of(done.error().kind));
  const std::size_t page = page_of(call);
  return see_other(room_path("styring/sak", call.room, page > 1 ? "sorter?side=" + std::to_string(page) : "sorter"));
}

}  // namespace knippe::web
