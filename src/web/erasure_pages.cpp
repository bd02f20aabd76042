// The facilitator erases: pick, see what goes and what stays, confirm.

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "web/desk_view.h"
#include "web/erasure_lines.h"
#include "web/handlers.h"

namespace knippe::web {

std::vector<views::TextLine> lines_of(const std::vector<Written>& written) {
  std::vector<views::TextLine> lines;
  for (const Written& each : written) lines.push_back({each.text, each.words, each.actors, each.time, each.wordings});
  return lines;
}

Result<std::vector<domain::TextRef>> picked_texts(const http::Fields& form) {
  std::vector<domain::TextRef> picked;
  for (const std::string_view value : form.all("hva"))
    for (const std::string_view each : split(value, ' ')) {
      const auto text = domain::parse_text_ref(each);
      if (!text) return bad_input("text.unknown");
      picked.push_back(*text);
    }
  if (picked.empty()) return bad_input("erasure.nothing_picked");
  return picked;
}

namespace {

using domain::Workshop;

http::Response show_all(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto written = written_in(call.site, call.room);
  if (!written) return error_answer(call, written.error());
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::texts_page(call.view(seq), workshop, call.room, lines_of(*written), call.request.query.has("slettet"), kept);
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

/// What the address asks for: single texts with what repeats them, or everything a phone wrote.
Result<std::vector<Written>> chosen_by(const Call& call) {
  const auto all = TRY(written_in(call.site, call.room));
  const auto phone = parse_number(call.request.query["telefon"]);
  std::vector<domain::TextRef> wanted;
  if (!phone) wanted = TRY(picked_texts(call.request.query));
  if (phone)
    for (const Written& each : all)
      if (*phone <= UINT32_MAX && each.is_by(PhoneId{static_cast<std::uint32_t>(*phone)})) wanted.push_back(each.text);
  std::vector<domain::TextRef> whole;
  TRY_STATUS(call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) {
    for (const domain::TextRef& text : wanted) std::ranges::copy(domain::with_what_repeats(workshop, text), std::back_inserter(whole));
  }));
  std::vector<Written> chosen;
  std::ranges::copy_if(all, std::back_inserter(chosen), [&](const Written& each) { return std::ranges::find(whole, each.text) != whole.end(); });
  if (chosen.empty()) return bad_input("erasure.nothing_picked");
  return chosen;
}

http::Response refused(const Call& call, const Error& error) {
  return show_all(call, {"slett", {}, error}, status_of(error.kind));
}

Status carry_out(const Call& call) {
  if (call.op() != "slett") return bad_input("form.unknown_op");
  return erase_texts(call.site, call.room, TRY(picked_texts(call.form)), call.actor(), call.command_id());
}

}  // namespace

http::Response texts(const Call& call) {
  if (call.request.query.empty() || call.request.query.has("slettet")) return show_all(call);
  const auto chosen = chosen_by(call);
  if (!chosen) return refused(call, chosen.error());
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::erasure_page(call.view(seq), workshop, call.room, lines_of(*chosen));
  });
  return page ? page_answer(*std::move(page)) : error_answer(call, page.error());
}

http::Response erase_picked_texts(const Call& call) {
  const Status done = carry_out(call);
  return done ? see_other(room_path("styring", call.room, "tekster?slettet=1")) : refused(call, done.error());
}

}  // namespace knippe::web
