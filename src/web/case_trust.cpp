// What is kept of people in a case: the owner erases and decides how long, a resident sees and erases their own, the case is deleted.

#include <algorithm>

#include "store/store.h"
#include "views/involvement/trust.h"
#include "web/acts.h"
#include "web/cases.h"
#include "web/cookies.h"
#include "web/deletion.h"
#include "web/desk_view.h"
#include "web/erasure_lines.h"
#include "web/handlers.h"
#include "web/retention.h"
#include "web/seat.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::CaseLook;

http::Response show_texts(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto written = written_in<OfCases>(call.site, call.room);
  if (!written) return error_answer(call, written.error());
  return show_case(call, kept, status, [&](const CaseLook& look) { return views::case_texts_page(look, lines_of(*written), call.request.query.has("slettet")); });
}

http::Response refused_texts(const Call& call, const Error& error) { return show_texts(call, {"slett", {}, error}, status_of(error.kind)); }

Status erase_picked(const Call& call) {
  if (call.op() != "slett") return bad_input("form.unknown_op");
  return erase_texts<OfCases>(call.site, call.room, TRY(picked_texts<TextRef>(call.form)), call.actor(), call.command_id());
}

http::Response show_retention(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto found = call.site.store.retentions().find(call.room);
  if (!found) return error_answer(call, found.error());
  return show_case(call, kept, status, [&](const CaseLook& look) { return views::case_retention_page(look, look_of(*found)); });
}

Status set_retention(const Call& call) {
  if (call.op() != "lagre") return bad_input("form.unknown_op");
  const store::Retention retention = TRY(typed_retention(call));
  std::optional<Instant> closed_at;
  TRY_STATUS(call.site.cases.read(call.room, [&](const Involvement& i, Seq) {
    if (i.phase == Phase::closed) closed_at = i.closed_at;
  }));
  TRY_STATUS(call.site.store.retentions().set(call.room, retention, closed_at));
  call.site.acts.note(views::Act::retention_changed, doer_of(call), the_room(call.room), std::to_string(retention.days));
  return {};
}

http::Response show_deletion(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto head = tree_head(call.site, call.room);
  if (!head) return error_answer(call, head.error());
  return show_case(call, kept, status, [&](const CaseLook& look) { return views::case_deletion_page(look, *head); });
}

/// What this browser wrote and its number, also of a contribution that no page shows.
Result<std::vector<CaseWritten>> own_of(const Call& call, PhoneId phone) {
  std::vector<CaseWritten> own;
  if (!phone) return own;
  for (CaseWritten& written : TRY(written_in<OfCases>(call.site, call.room)))
    if (written.is_by(phone)) own.push_back(std::move(written));
  return own;
}

http::Response show_own(const Call& call, PhoneId phone, const views::Kept& kept = {}, int status = 200) {
  const auto own = own_of(call, phone);
  if (!own) return error_answer(call, own.error());
  return show_case(
      call, kept, status,
      [&](const CaseLook& look) -> Result<std::string> {
        TRY_STATUS(visible_case(call, look.involvement));
        return views::own_case_data_page(look, lines_of(*own), call.request.query.has("slettet"));
      },
      phone);
}

/// Only what this browser wrote; the rest is as if it were not there.
Status erase_own(const Call& call, bool everything) {
  std::vector<TextRef> picked;
  if (!everything) picked = TRY(picked_texts<TextRef>(call.form));
  std::vector<TextRef> texts;
  for (const CaseWritten& written : TRY(own_of(call, call.phone)))
    if (everything || std::ranges::find(picked, written.text) != picked.end()) texts.push_back(written.text);
  return erase_texts<OfCases>(call.site, call.room, texts, call.actor(), call.command_id());
}

/// After `alt` nothing ties the browser to the number in the log.
Result<std::string> carry_out_own(const Call& call) {
  if (!call.phone) return fail(ErrorKind::forbidden, "room.not_joined");
  if (call.op() == "slett") TRY_STATUS(erase_own(call, false));
  else if (call.op() != "alt") return bad_input("form.unknown_op");
  else if (!call.form.has("forstatt")) return bad_input("erasure.not_understood");
  else {
    TRY_STATUS(erase_own(call, true));
    TRY_STATUS(call.site.store.phones().revoke(call.room, call.phone));
  }
  return room_path("saker", call.room, "mine-data?slettet=1");
}

}  // namespace

http::Response case_texts(const Call& call) {
  if (call.request.query.empty() || call.request.query.has("slettet")) return show_texts(call);
  const auto chosen = chosen_in<OfCases>(call.site, call.room, call.request.query);
  if (!chosen) return refused_texts(call, chosen.error());
  return show_case(call, {}, 200, [&](const CaseLook& look) { return views::case_erasure_page(look, lines_of(*chosen)); });
}

http::Response erase_case_texts(const Call& call) {
  const Status done = erase_picked(call);
  if (done) call.site.acts.note(views::Act::texts_erased, doer_of(call), the_room(call.room));
  return done ? see_other(room_path("styring/sak", call.room, "tekster?slettet=1")) : refused_texts(call, done.error());
}

http::Response case_retention(const Call& call) { return show_retention(call); }

http::Response change_case_retention(const Call& call) {
  const Status done = set_retention(call);
  if (done) return see_other(room_path("styring/sak", call.room, "lagring"));
  return show_retention(call, kept_form(call, "lagring", done.error()), status_of(done.error().kind));
}

http::Response case_deletion_form(const Call& call) { return show_deletion(call); }

http::Response delete_case(const Call& call) {
  Status done;
  if (call.op() != "slett") done = bad_input("form.unknown_op");
  else if (!call.form.has("forstatt")) done = bad_input("deletion.not_understood");
  else done = delete_room(call.site, call.room, call.actor());
  if (done) call.site.acts.note(views::Act::room_deleted, doer_of(call), the_room(call.room));
  if (done) return see_other("/styring/saker");
  return show_deletion(call, kept_form(call, "slett", done.error()), status_of(done.error().kind));
}

http::Response own_case_data(const Call& call) { return show_own(call, known_phone(call)); }

http::Response own_case_data_file(const Call& call) {
  const PhoneId phone = known_phone(call);
  const auto own = own_of(call, phone);
  if (!own) return error_answer(call, own.error());
  auto made = call.site.cases.read(call.room, [&](const Involvement& i, Seq seq) -> Result<std::string> {
    TRY_STATUS(visible_case(call, i));
    const views::View view = call.view(seq);
    const views::Kept kept;
    return views::own_case_data_json({view, i, call.room, phone, kept}, lines_of(*own));
  });
  if (!made) return error_answer(call, made.error());
  call.site.acts.note_soon(views::Act::own_data_taken_out, "phone", the_room(call.room));
  return personal_file(*std::move(made), call.room);
}

http::Response erase_own_case_data(const Call& asked) {
  Call call = asked;
  call.phone = known_phone(call);
  const auto next = carry_out_own(call);
  if (next) call.site.acts.note_soon(views::Act::own_data_erased, "phone", the_room(call.room));
  if (next) return see_other(*next);
  return show_own(call, call.phone, kept_form(call, std::string(call.op()), next.error()), status_of(next.error().kind));
}

}  // namespace knippe::web
