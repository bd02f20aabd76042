#pragma once
// What the public may see of a room.

#include "store/store.h"
#include "web/call.h"

namespace knippe::web {

/// Gives what `make` writes from a published workshop; an unpublished one does not exist for the public, but for who runs it.
template <class Make>
http::Response published(const Call& call, Make make) {
  bool may_preview = call.is_administrator;
  if (call.account && !may_preview) {
    const auto room = call.site.store.rooms().find(call.room);
    may_preview = room && room->may_be_run_by(call.account);
  }
  auto made = call.site.desk.read(call.room, [&](const domain::Workshop& workshop, Seq seq) -> Result<http::Response> {
    if (!workshop.published && !may_preview) return fail(ErrorKind::not_found, "report.not_published");
    return make(workshop, seq);
  });
  return made ? *std::move(made) : error_answer(call, made.error());
}

}  // namespace knippe::web
