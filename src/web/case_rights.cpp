#include "web/case_rights.h"

#include "store/store.h"

namespace knippe::web {

CaseRights case_may(const Call& call, const store::Room& room) {
  if (room.kind != store::involvement_kind || (!call.account && !call.is_administrator)) return {};
  const bool ours = call.account && call.organisation == room.organisation;
  const auto here = [&](store::CaseRole role) {
    return call.account && call.site.store.case_roles().has({room.id, call.account, role}).value_or(false);
  };
  CaseRights may;
  may.own = call.is_administrator || (ours && call.roles.owner && room.may_be_run_by(call.account));
  may.answer = may.own || (ours && call.roles.answerer) || here(store::CaseRole::answerer);
  may.moderate = may.own || (ours && call.roles.moderator) || here(store::CaseRole::moderator);
  may.state = ours && call.roles.politician;
  may.read = may.answer || may.moderate || may.state;
  return may;
}

bool may_run_workshop(const Call& call, const store::Room& room) {
  return call.is_administrator || (call.roles.facilitator && room.may_be_run_by(call.account));
}

std::string home_of(const store::Roles& roles) { return roles.facilitator || roles.administrator ? "/styring" : "/styring/arbeid"; }

}  // namespace knippe::web
