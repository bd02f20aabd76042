// Pictures of posters: sent by a group or for it, opened in the darkroom, kept in the store, told to the log, and shown again to those
// who may see them.

#include "store/store.h"
#include "web/desk_ops.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/pictures.h"

namespace knippe::web {
namespace {

using domain::Photo;
using domain::Workshop;

Status add_photo(const Call& call, GroupNumber group) {
  TRY(submit_with_upload(call, [&](const KeptPicture& kept) { return call.submit(domain::AddPhoto{group, kept.commitment, kept.width, kept.height}); }));
  return {};
}

/// The log first: a picture that it still knows is never without its file.
Status remove_photo(const Call& call, domain::PhotoId photo) {
  std::string commitment;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) {
    if (const Photo* found = workshop.find_photo(photo)) commitment = found->commitment;
  });
  TRY(call.submit(domain::RemovePhoto{photo}));
  return drop_picture(call, commitment);
}

Status carry_out(const Call& call, GroupNumber group) {
  const std::string_view op = call.op();
  const domain::PhotoId photo{call.number()};
  const std::string alt(call.field("alt"));
  const auto done = [](const auto& receipt) { return receipt ? Status{} : Status(std::unexpected(receipt.error())); };
  if (op == "last-opp") return add_photo(call, group);
  if (op == "slett") return remove_photo(call, photo);
  if (op == "beskriv") return done(call.submit(domain::DescribePhoto{photo, alt}));
  if (op == "vis") return done(call.submit(domain::ShowPhoto{photo, true, alt}));
  if (op == "skjul") return done(call.submit(domain::ShowPhoto{photo, false, {}}));
  return bad_input("form.unknown_op");
}

http::Response picture(const Call& call, store::PhotoSize size, bool public_only) {
  std::string commitment;
  const domain::PhotoId number{number_in_path(call)};
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) {
    const Photo* photo = workshop.find_photo(number);
    if (photo && !photo->removed && (!public_only || (workshop.published && photo->is_public()))) commitment = photo->commitment;
  });
  return picture_answer(call, commitment, size, "plakat-" + std::to_string(number.value));
}

http::Response show_own(const Call& call, const views::Kept& kept = {}, int status = 200) {
  auto made = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) -> Result<std::string> {
    const GroupNumber group = workshop.seat_of(call.phone);
    if (!group) return fail(ErrorKind::forbidden, "room.no_seat");
    return views::photos_page(call.view(seq), workshop, {call.room, group, call.phone}, kept);
  });
  return made ? page_answer(*std::move(made), status) : error_answer(call, made.error());
}

/// Before a picture is opened: whose it would be, so that nobody without a seat makes us work.
GroupNumber seat_of(const Call& call) {
  GroupNumber group;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { group = workshop.seat_of(call.phone); });
  return group;
}

/// Who runs the room may also preview what is not public yet.
bool may_preview(const Call& call) {
  if (call.is_administrator) return true;
  const auto room = call.site.store.rooms().find(call.room);
  return call.account && room && room->may_be_run_by(call.account);
}

}  // namespace

http::Response own_photos(const Call& call) { return show_own(call); }

http::Response change_own_photos(const Call& call) {
  const GroupNumber group = seat_of(call);
  if (!group) return error_answer(call, {ErrorKind::forbidden, "room.no_seat", {}});
  const Status status = carry_out(call, group);
  if (status) return see_other(room_path("rom", call.room, "bilde"));
  return show_own(call, kept_form(call, std::string(call.field("op")), status.error()), status_of(status.error().kind));
}

http::Response change_group_photos(const Call& call) {
  const GroupNumber group{number_in_path(call)};
  const Status status = carry_out(call, group);
  if (status) return see_other(room_path("styring", call.room, "gruppe/" + std::to_string(group.value)) + "#bilder");
  return show_group(call, group, kept_form(call, std::string(call.field("op")), status.error()), status_of(status.error().kind));
}

http::Response room_photo(const Call& call) { return picture(call, store::PhotoSize::display, false); }
http::Response room_thumbnail(const Call& call) { return picture(call, store::PhotoSize::thumbnail, false); }
http::Response desk_photo(const Call& call) { return picture(call, store::PhotoSize::display, false); }
http::Response desk_thumbnail(const Call& call) { return picture(call, store::PhotoSize::thumbnail, false); }
http::Response report_photo(const Call& call) { return picture(call, store::PhotoSize::display, !may_preview(call)); }
http::Response report_thumbnail(const Call& call) { return picture(call, store::PhotoSize::thumbnail, !may_preview(call)); }

}  // namespace knippe::web
