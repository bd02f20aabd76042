// The entrance for children and youth: the same contribution by the same rules, from a form that asks nobody who they are.

#include "views/involvement/youth.h"
#include "web/case_contribute.h"
#include "web/cases.h"
#include "web/desk_view.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::CaseLook;

Status require_open_entrance(const Involvement& i) {
  if (!i.youth.open) return fail(ErrorKind::not_found, "youth.not_open");
  return {};
}

http::Response show_entrance(const Call& call, const views::Kept& kept = {}, int status = 200, std::span<const ContributionId> alike = {}) {
  return show_public(
      call,
      [&](const CaseLook& look) -> Result<std::string> {
        TRY_STATUS(require_open_entrance(look.involvement));
        return views::youth_page(look, alike);
      },
      kept, status);
}

http::Response refused_form(const Call& call, const Error& error, std::span<const ContributionId> alike) {
  const bool look = error.message_key == "contribution.alike";
  return show_entrance(call, kept_form(call, "ung", error), status_of(error.kind), look ? alike : std::span<const ContributionId>());
}

SendContribution contribution_of(const Call& call, bool look_first) {
  SendContribution command;
  command.text = call.field("tekst");
  command.people = typed_people(call);
  command.look_first = look_first;
  command.entrance = Entrance::youth;
  if (!boost::describe::enum_from_string(std::string(call.field("sammen")).c_str(), command.company)) command.company = Company::unsaid;
  return command;
}

}  // namespace

http::Response youth_entrance(const Call& call) { return show_entrance(call); }

http::Response send_from_youth(const Call& asked) {
  const auto alike = alike_to(asked);
  return as_resident(
      asked,
      [&](const Call& call) {
        if (call.op() == "stott" || call.op() == "trekk")
          return support_instead(call, [&](const Error& error) { return refused_form(call, error, alike); });
        const auto receipt = hand_in(call, contribution_of(call, !alike.empty()));
        return receipt ? to_receipt(call, *receipt) : refused_form(call, receipt.error(), alike);
      },
      [&](const Error& error) { return refused_form(asked, error, alike); });
}

http::Response youth_sheet(const Call& call) {
  return show_case(call, {}, 200, [](const CaseLook& look) -> Result<std::string> {
    TRY_STATUS(require_open_entrance(look.involvement));
    return views::youth_sheet_page(look);
  });
}

}  // namespace knippe::web
