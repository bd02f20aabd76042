#include "web/workshops.h"

#include "store/store.h"

namespace knippe::web {

Result<RoomId> make_workshop(const Call& call, domain::CreateWorkshop command) {
  auto& rooms = call.site.store.rooms();
  store::Room listed;
  listed.id = rooms.fresh_id();
  listed.title = command.about.title;
  listed.date = command.about.date;
  listed.simulated = command.simulated;
  listed.owner = call.account;
  const store::Room room = TRY(rooms.add(listed));

  const domain::Context context = call.context();
  const auto cause = call.form.has("kommando") ? command_id(call.browser, context.actor_text(), call.request.path, call.form)
                                               : call.site.random.bytes<sizeof(engine::CommandId)>();
  const auto receipt = call.site.desk.create(room.id, std::move(command), context, cause);
  if (!receipt) {
    if (receipt.error().kind != ErrorKind::in_doubt) (void)rooms.remove(room.id);
    return std::unexpected(receipt.error());
  }
  TRY(call.site.store.entries().projector_token(room.id));
  return room.id;
}

Status bring_up_to_date(const Call& call, RoomId room) {
  struct Facts {
    std::string title, date;
    domain::Phase phase;
    bool published;
  };
  const Facts facts = TRY(call.site.desk.read(room, [](const domain::Workshop& w, Seq) -> Result<Facts> {
    return Facts{w.about.title, w.about.date, w.phase, w.published};
  }));
  auto& rooms = call.site.store.rooms();
  auto& entries = call.site.store.entries();
  const store::Room listed = TRY(rooms.find(room));
  if (listed.title != facts.title || listed.date != facts.date) TRY_STATUS(rooms.describe(room, facts.title, facts.date));
  const auto code = entries.code(room);
  if (facts.phase == domain::Phase::open && !code) TRY(entries.make_code(room));
  if (facts.phase == domain::Phase::closed && code) TRY_STATUS(entries.drop_code(room));
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
