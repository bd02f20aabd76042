#include "web/workshops.h"

#include "store/store.h"
#include "web/seating.h"

namespace knippe::web {
namespace {

/// The same command makes the same room; two commands share one with probability 2^-63.
RoomId id_from(const engine::CommandId& cause) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8 | static_cast<std::uint64_t>(cause[i]);
  return RoomId{number >> 1 | 2};  // neither none nor the system's
}

}  // namespace

NewRoom new_room(const Call& call) {
  auto& rooms = call.site.store.rooms();
  if (!call.form.has("kommando")) return {rooms.fresh_id(), call.site.random.bytes<sizeof(engine::CommandId)>()};
  const auto cause = command_id(call.browser, call.context().actor_text(), call.request.path, call.form);
  const RoomId id = id_from(cause);
  return {id, cause, rooms.find(id).has_value()};
}

Result<RoomId> make_workshop(const Call& call, domain::CreateWorkshop command) {
  auto& rooms = call.site.store.rooms();
  const NewRoom made = new_room(call);
  if (made.repeated) return made.id;
  store::Room listed;
  listed.id = made.id;
  listed.rehearsal = command.rehearsal;
  listed.title = command.about.title;
  listed.date = command.about.date;
  listed.simulated = command.simulated;
  listed.owner = call.account;
  const store::Room room = TRY(rooms.add(listed));

  const auto receipt = call.site.desk.create(room.id, std::move(command), call.context(), made.cause);
  if (!receipt) {
    if (receipt.error().kind != ErrorKind::in_doubt) (void)rooms.remove(room.id);
    return std::unexpected(receipt.error());
  }
  TRY(call.site.store.entries().projector_token(room.id));
  TRY_STATUS(call.site.store.retentions().set(room.id, store::Retention{}, {}));  // another choice is the facilitator's
  return room.id;
}

Status bring_up_to_date(const Call& call, RoomId room) {
  struct Facts {
    std::string title, date;
    domain::Phase phase;
    bool published;
    Instant closed_at;
  };
  const Facts facts = TRY(call.site.desk.read(room, [](const domain::Workshop& w, Seq) -> Result<Facts> {
    return Facts{w.about.title, w.about.date, w.phase, w.published, w.closed_at};
  }));
  if (facts.phase == domain::Phase::closed) TRY_STATUS(erase_seating_at_close(call.site, room));
  auto& rooms = call.site.store.rooms();
  auto& entries = call.site.store.entries();
  const store::Room listed = TRY(rooms.find(room));
  if (listed.title != facts.title || listed.date != facts.date) TRY_STATUS(rooms.describe(room, facts.title, facts.date));
  const auto code = entries.code(room);
  if (facts.phase == domain::Phase::open && !code) TRY(entries.make_code(room));
  if (facts.phase == domain::Phase::closed && code) TRY_STATUS(entries.drop_code(room));
  if (facts.phase == domain::Phase::closed) TRY_STATUS(call.site.store.retentions().start(room, facts.closed_at));
  if (entries.code(room) != code) call.site.announce(room);
  if (facts.published) {
    if (listed.status != store::RoomStatus::published) TRY(rooms.publish(room));
    return {};
  }
  const auto status = facts.phase == domain::Phase::draft  ? store::RoomStatus::draft
                      : facts.phase == domain::Phase::open ? store::RoomStatus::open
                                                           : store::RoomStatus::closed;
  if (listed.status != status) TRY_STATUS(rooms.set_status(room, status));
  return {};
}

}  // namespace knippe::web
