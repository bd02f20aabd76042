// How long a workshop's names and texts are kept: the choice, and its page.

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "domain/limits.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/retention.h"

namespace knippe::web {
namespace {

using domain::Workshop;
using store::Goes;

constexpr std::string_view names[] = {"nothing", "names", "all"};  // by Goes

}  // namespace

views::RetentionLook look_of(const std::optional<store::Retention>& retention) {
  if (!retention) return {};
  return {true, std::string(names[static_cast<std::size_t>(retention->what)]), retention->days, retention->reason, retention->due};
}

std::optional<views::RetentionLook> keeping_of(const Call& call) {
  const auto found = call.site.store.retentions().find(call.room);
  if (!found) return std::nullopt;
  return look_of(*found);
}

Result<store::Retention> typed_retention(const Call& call) {
  store::Retention made;
  const auto what = std::ranges::find(names, call.field("gaar"));
  if (what == std::end(names)) return bad_input("form.unknown_op");
  made.what = static_cast<Goes>(what - std::begin(names));
  const auto days = parse_number(trim_ascii(call.field("dager")));
  made.days = days && *days <= store::retention_days_max ? static_cast<int>(*days) : 0;
  made.reason = TRY(optional_line(call.field("grunn"), domain::limits::reason));
  return made;
}

namespace {

http::Response show(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto found = call.site.store.retentions().find(call.room);
  if (!found) return error_answer(call, found.error());
  const views::RetentionLook look = look_of(*found);
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::retention_page(call.view(seq), workshop, call.room, look, kept);
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

Status carry_out(const Call& call) {
  if (call.op() != "lagre") return bad_input("form.unknown_op");
  const store::Retention retention = TRY(typed_retention(call));
  std::optional<Instant> closed_at;
  TRY_STATUS(call.site.desk.read(call.room, [&](const Workshop& w, Seq) {
    if (w.phase == domain::Phase::closed) closed_at = w.closed_at;
  }));
  TRY_STATUS(call.site.store.retentions().set(call.room, retention, closed_at));
  call.site.announce(call.room);
  call.site.acts.note(views::Act::retention_changed, doer_of(call), the_room(call.room), std::to_string(retention.days));
  return {};
}

}  // namespace

http::Response retention(const Call& call) { return show(call); }

http::Response change_retention(const Call& call) {
  const Status done = carry_out(call);
  if (done) return see_other(room_path("styring", call.room, "lagring"));
  return show(call, kept_form(call, "lagring", done.error()), status_of(done.error().kind));
}

}  // namespace knippe::web
