// What a facilitator does. Some buttons change what lies outside the room's log: the code, the projector's link.

#include "base/encoding.h"
#include "store/store.h"
#include "web/played_tables.h"
#include "web/desk_ops.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/workshops.h"

namespace knippe::web {
namespace {

using domain::Workshop;

const Error unknown_op{ErrorKind::bad_input, "form.unknown_op", {}};

/// Back to the page the button stood on: the form may name it in `tilbake`, within the room only.
http::Response done(const Call& call) {
  if (call.by_script()) return show_desk(call);
  const std::string_view back = call.field("tilbake");
  return see_other(room_path("styring", call.room, back == "nokler" ? "nokler" : ""));
}

http::Response refused(const Call& call, const Error& error) {
  const views::Kept kept = kept_form(call, std::string(call.op()), error);
  const int status = status_of(error.kind);
  return call.field("tilbake") == "nokler" ? show_moderation(call, kept, status) : show_desk(call, kept, status);
}

/// Buttons for what is not in the log; nothing when `op` is none of them.
std::optional<Status> change_ways_in(const Call& call) {
  auto& entries = call.site.store.entries();
  if (call.op() == "ny-kode") {
    const auto code = entries.make_code(call.room);
    call.site.announce(call.room);
    return code ? Status{} : std::unexpected(code.error());
  }
  if (call.op() == "ny-skjermlenke") {
    const auto token = entries.replace_projector_token(call.room);
    call.site.tickets.revoke("projector:" + std::to_string(call.room.value));
    call.site.announce(call.room);
    return token ? Status{} : std::unexpected(token.error());
  }
  if (call.op() == "spill") return call.site.played_tables.start(call.site, call.room);
  if (call.op() == "spill-stopp") {
    call.site.played_tables.stop(call.room);
    call.site.announce(call.room);
    return Status{};
  }
  return std::nullopt;
}

void end_streams_of(const Call& call, const domain::Command& command) {
  if (const auto* released = std::get_if<domain::ReleasePhone>(&command)) {
    call.site.tickets.revoke("phone:" + std::to_string(call.room.value) + ":" + std::to_string(released->phone.value));
    (void)call.site.store.phones().revoke(call.room, released->phone);
  }
}

Status carry_out(const Call& call, const domain::Command& command) {
  TRY(call.submit(command));
  end_streams_of(call, command);
  return bring_up_to_date(call, call.room);
}

}  // namespace

http::Response run_workshop(const Call& call) {
  if (const auto changed = change_ways_in(call)) return *changed ? done(call) : refused(call, changed->error());
  std::optional<domain::Command> command;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { command = desk_command(call, workshop); });
  if (!command) return refused(call, unknown_op);
  const Status status = carry_out(call, *command);
  return status ? done(call) : refused(call, status.error());
}

http::Response type_in(const Call& call) {
  const auto number = parse_number(call.captured[0]);
  const GroupNumber group{number && *number <= UINT32_MAX ? static_cast<std::uint32_t>(*number) : 0};
  const auto command = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { return type_in_command(call, workshop, group); });
  const Status status = command ? carry_out(call, *command) : std::unexpected(command.error());
  if (status) return see_other(room_path("styring", call.room, "gruppe/" + std::to_string(group.value)));
  return show_group(call, group, kept_form(call, std::string(call.op()), status.error()), status_of(status.error().kind));
}

}  // namespace knippe::web
