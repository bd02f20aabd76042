#include "web/deletion.h"

#include <array>

#include "base/encoding.h"
#include "store/store.h"
#include "views/desk/keeping.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/published.h"
#include "web/room_kinds.h"

namespace knippe::web {
namespace {

using domain::Workshop;

http::Response show(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto head = tree_head(call.site, call.room);
  if (!head) return error_answer(call, head.error());
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::deletion_page(call.view(seq), workshop, call.room, *head, kept);
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

/// A rehearsal goes with one press; anything else needs the box ticked.
Status check_consent(const Call& call) {
  if (call.op() == "slett") return call.form.has("forstatt") ? Status{} : Status(bad_input("deletion.not_understood"));
  if (call.op() != "kast") return bad_input("form.unknown_op");
  const bool rehearsal = TRY(call.site.desk.read(call.room, [](const Workshop& w, Seq) -> Result<bool> { return w.rehearsal; }));
  if (!rehearsal) return bad_input("deletion.not_understood");
  return {};
}

/// Every record but the last, RoomClosed.
template <class Kind>
Status erase_bodies(const Site& site, RoomId room) {
  const Seq head = TRY(Kind::desk(site).head(room));
  std::vector<Seq> records;
  for (Seq seq{1}; seq < head; ++seq.value) records.push_back(seq);
  return Kind::desk(site).erase(room, std::move(records));
}

template <class Kind>
Result<Instant> deleted_at(const Site& site, RoomId room) {
  return Kind::desk(site).read(room, [](const typename Kind::State& state, Seq) -> Result<Instant> {
    if (!state.deleted) return fail(ErrorKind::not_found, "room.not_found");
    return state.deleted_at;
  });
}

}  // namespace

Result<views::TreeHead> tree_head(const Site& site, RoomId room) {
  const auto head = TRY(site.desk.tree_head(room));
  return views::TreeHead{head.seq.value, to_hex(head.root)};
}

Status delete_room(const Site& site, RoomId room, domain::Actor actor) {
  TRY_STATUS(site.store.begin_deletion(room));
  TRY_STATUS(site.store.erasures().enter(std::array{store::Erasure{room, {}, {}, site.clock.now()}}));
  TRY_STATUS(by_kind(site, room, [&]<class Kind>(Kind) -> Status {  // a room whose making failed has no log
    TRY(Kind::desk(site).submit(room, typename Kind::CloseRoom{}, {site.clock.now(), actor}, site.random.bytes<sizeof(engine::CommandId)>()));
    return {};
  }));
  const std::string number = std::to_string(room.value);
  site.tickets.revoke_all("phone:" + number + ":");
  site.tickets.revoke("projector:" + number);
  TRY_STATUS(site.store.remove_room(room));
  TRY_STATUS(by_kind(site, room, [&]<class Kind>(Kind) { return erase_bodies<Kind>(site, room); }));
  return site.store.end_deletion(room);
}

Status finish_deletions(const Site& site) {
  for (const RoomId room : TRY(site.store.unfinished_deletions())) TRY_STATUS(delete_room(site, room, domain::Actor::system()));
  return {};
}

std::optional<http::Response> gone_answer(const Call& call) {
  if (!call.room) return std::nullopt;
  const auto workshop = deleted_at<OfWorkshops>(call.site, call.room), of_case = deleted_at<OfCases>(call.site, call.room);
  if (!workshop && !of_case) return std::nullopt;
  const auto head = tree_head(call.site, call.room);
  if (!head) return std::nullopt;
  return page_answer(workshop ? views::gone_page(call.view(), *workshop, *head) : views::case_gone_page(call.view(), *of_case, *head), 410);
}

std::optional<http::Response> case_gone_answer(const Call& call) {
  const auto deleted = deleted_at<OfCases>(call.site, call.room);
  const auto head = deleted ? tree_head(call.site, call.room) : Result<views::TreeHead>(std::unexpected(deleted.error()));
  if (!head) return std::nullopt;
  return page_answer(views::case_gone_page(call.view(), *deleted, *head), 410);
}

http::Response deletion_form(const Call& call) { return show(call); }

http::Response delete_workshop(const Call& call) {
  Status done = check_consent(call);
  if (done) done = delete_room(call.site, call.room, call.actor());
  if (done) call.site.acts.note(views::Act::room_deleted, doer_of(call), the_room(call.room));
  if (done) return see_other("/styring");
  return show(call, kept_form(call, std::string(call.op()), done.error()), status_of(done.error().kind));
}

}  // namespace knippe::web
