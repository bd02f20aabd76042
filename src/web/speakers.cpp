// Speakers: who they are, and the page before whoever speaks.

#include <algorithm>

#include "base/text.h"
#include "domain/workshop/speakers.h"
#include "views/desk/speakers.h"
#include "web/desk_ops.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/live.h"

namespace knippe::web {
namespace {

using domain::Workshop;

template <class Make>
http::Response show(const Call& call, int status, Make make) {
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) { return make(call.view(seq), workshop); });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

http::Response show_speakers(const Call& call, const views::Kept& kept = {}, int status = 200) {
  return show(call, status, [&](const views::View& view, const Workshop& workshop) { return views::speakers_page(view, workshop, call.room, kept); });
}

http::Response show_presenter(const Call& call, const views::Kept& kept = {}, int status = 200) {
  return show(call, status, [&](const views::View& view, const Workshop& workshop) { return views::presenter_page(view, workshop, call.room, kept); });
}

Result<domain::Command> introduced(const Call& call, const Workshop& workshop, SpeakerId speaker) {
  domain::IntroduceSpeaker made{speaker, std::string(call.field("navn")), std::string(call.field("tilhorighet")), std::string(call.field("notater")), {}};
  if (!trim_ascii(call.field("nokler")).empty()) made.keys = TRY(keys_by_label(workshop, call.field("nokler")));
  return made;
}

/// One place towards the front (-1) or the back.
domain::Command moved(const Workshop& workshop, SpeakerId speaker, int by) {
  const auto& order = workshop.speaker_order;
  const auto at = std::ranges::find(order, speaker) - order.begin();
  return domain::MoveSpeaker{speaker, static_cast<int>(at) + 1 + by};
}

Result<domain::Command> wanted(const Call& call, const Workshop& workshop) {
  const SpeakerId speaker{call.number()};
  if (call.op() == "ny") return introduced(call, workshop, {});
  if (call.op() == "lagre" && speaker) return introduced(call, workshop, speaker);
  if (call.op() == "fjern") return domain::RemoveSpeaker{speaker};
  if (call.op() == "opp") return moved(workshop, speaker, -1);
  if (call.op() == "ned") return moved(workshop, speaker, 1);
  return bad_input("form.unknown_op");
}

Status carry_out(const Call& call) {
  const auto command = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { return wanted(call, workshop); });
  if (!command) return std::unexpected(command.error());
  TRY(call.submit(*command));
  return {};
}

bool steps_the_projector(std::string_view op) { return op == "nokkel" || op == "innleder" || op == "vis" || op == "blank"; }

Status step(const Call& call) {
  std::optional<domain::Command> command;
  if (steps_the_projector(call.op()))
    (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { command = desk_command(call, workshop); });
  if (!command) return bad_input("form.unknown_op");
  TRY(call.submit(*command));
  return {};
}

}  // namespace

http::Response speakers(const Call& call) { return show_speakers(call); }

http::Response change_speakers(const Call& call) {
  const Status done = carry_out(call);
  if (!done) return show_speakers(call, kept_form(call, std::string(call.field("op")), done.error()), status_of(done.error().kind));
  const std::string anchor = call.number() && call.op() != "fjern" ? "#innleder-" + std::to_string(call.number()) : "";
  return see_other(room_path("styring", call.room, "innledere") + anchor);
}

http::Response presenter(const Call& call) { return show_presenter(call); }

http::Response present(const Call& call) {
  const Status done = step(call);
  if (!done) return show_presenter(call, kept_form(call, std::string(call.op()), done.error()), status_of(done.error().kind));
  if (!call.by_script()) return see_other(room_path("styring", call.room, "presentasjon"));
  return show(call, 200, [&](views::View view, const Workshop& workshop) {
    view.form_token.clear();
    return views::presenter_fragments(view, workshop, call.room);
  });
}

http::Response presenter_stream(const Call& call) {
  return http::event_stream(
      stream_of(call, {Topic::View::presenter, call.room, {}, call.words.lang()}, "account:" + std::to_string(call.account.value)));
}

}  // namespace knippe::web
