#pragma once
// What the public may see of a room.

#include <optional>

#include "store/store.h"
#include "web/call.h"

namespace knippe::web {

/// The page left behind at the addresses of a deleted room (410); nothing when the call's room is not deleted.
std::optional<http::Response> gone_answer(const Call& call);

/// The same for an address of a case only; quick, for every request.
std::optional<http::Response> case_gone_answer(const Call& call);

/// Gives what `make` writes from a published workshop; an unpublished one does not exist for the public, but for who runs it.
template <class Make>
http::Response published(const Call& call, Make make) {
  bool may_preview = call.is_administrator;
  if (call.account && !may_preview) {
    const auto room = call.site.store.rooms().find(call.room);
    may_preview = room && room->may_be_run_by(call.account);
  }
  auto made = call.site.desk.read(call.room, [&](const domain::Workshop& workshop, Seq seq) -> Result<http::Response> {
    if (workshop.deleted) return fail(ErrorKind::not_found, "workshop.deleted");
    if (!workshop.published && !may_preview) return fail(ErrorKind::not_found, "report.not_published");
    return make(workshop, seq);
  });
  if (made) return *std::move(made);
  if (auto gone = gone_answer(call)) return *std::move(gone);
  return error_answer(call, made.error());
}

}  // namespace knippe::web
