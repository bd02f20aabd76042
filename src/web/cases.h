#pragma once
// What the handlers of cases share.

#include "base/encoding.h"
#include "views/involvement/involvement.h"
#include "web/case_rights.h"
#include "web/retention.h"
#include "web/seat.h"

namespace knippe::web {

/// What the account may do in the call's case.
CaseRights rights_here(const Call& call);
/// A draft does not exist for the public, but for who has a part in it.
Status visible_case(const Call& call, const domain::involvement::Involvement& involvement);
/// "for" and "mot"; anything else takes no side.
domain::involvement::Stance stance_of(std::string_view field);
/// A field as a number; 0 for anything else.
std::uint32_t number_of(std::string_view field);
/// The page of ?side=N, from 1.
std::size_t page_wanted(const Call& call);

/// Renders from the newest state of the call's case: make(const views::CaseLook&) gives the document or an error.
template <class Make>
http::Response show_case(const Call& call, const views::Kept& kept, int status, Make make, PhoneId phone = {}) {
  const CaseRights may = rights_here(call);
  auto page = call.site.cases.read(call.room, [&](const domain::involvement::Involvement& involvement, Seq seq) -> Result<std::string> {
    const views::View view = call.view(seq);
    return make(views::CaseLook{view, involvement, call.room, phone, kept, {may.own, may.answer, may.moderate, may.state}});
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

/// The same for the public: a draft is not there.
template <class Make>
http::Response show_public(const Call& call, Make make, const views::Kept& kept = {}, int status = 200) {
  return show_case(
      call, kept, status,
      [&](const views::CaseLook& look) -> Result<std::string> {
        TRY_STATUS(visible_case(call, look.involvement));
        return make(look);
      },
      known_phone(call));
}

/// Lists the case, then stores its first events; takes it off the list again when that fails.
Result<RoomId> make_case(const Call& call, domain::involvement::CreateInvolvement command);
/// Makes the list of rooms agree with the case after a change of title or phase.
Status case_up_to_date(const Call& call);

/// Makes the list of ties agree with the case after its steps changed.
Status ties_up_to_date(const Call& call);
/// Workshops that the asker runs and no other case has, newest first: those a step may lead to.
std::vector<views::CaseWorkshop> workshops_to_link(const Call& call);

/// The command behind a form of the case's basis; `form.unknown_op` when it is none.
Result<domain::involvement::Command> basis_command(const Call& call);

}  // namespace knippe::web
