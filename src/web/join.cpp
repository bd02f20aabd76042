// Joining: a code or a group's link, then a seat at a table. Links show a button first; the seat comes with the POST.

#include "base/encoding.h"
#include "base/text.h"
#include "http/cookie.h"
#include "store/store.h"
#include "views/front/front.h"
#include "web/cookies.h"
#include "web/handlers.h"
#include "web/public_lists.h"
#include "web/seat.h"

namespace knippe::web {
namespace {

constexpr auto slow_answer = std::chrono::milliseconds(800);

views::Kept kept_of(const Call& call, std::string form, std::initializer_list<const char*> names, std::optional<Error> error) {
  views::Kept kept{std::move(form), {}, std::move(error)};
  for (const char* name : names) kept.fields[name] = std::string(call.field(name));
  return kept;
}

/// The poster's own QR code leads to where its picture is sent.
bool wants_photo(const Call& call) { return call.request.query.has("bilde"); }

std::string digits_of(std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

/// Over the limit the answer is slow, the same for every such code, and holds up no thread.
http::Response wrong_code(const Call& call, const std::string& typed, bool over_limit) {
  const Error error = over_limit ? Error{ErrorKind::too_many, "code.too_many_tries", {}} : Error{ErrorKind::bad_input, "code.unknown", {}};
  views::Kept kept{"kode", {{"kode", typed}}, error};
  http::Response response = page_answer(views::front_page(call.view(), home_of(call), kept), status_of(error.kind));
  if (over_limit) response.delay = slow_answer;
  return response;
}

store::CodeAnswer try_code(const Call& call, std::string_view code) {
  return call.site.store.entries().try_code(code, call.request.client.neighbourhood().text());
}

/// Sits down, or makes a group and sits down there.
http::Response seat(const Call& asked, domain::Command command, const std::function<http::Response(const Error&)>& again,
                    std::string_view then = {}) {
  Call call = asked;
  std::string cookie;
  const auto phone = phone_for(call, cookie);
  if (!phone) return again(phone.error());
  call.phone = *phone;
  call.site.tickets.revoke("phone:" + std::to_string(call.room.value) + ":" + std::to_string(phone->value));
  const auto receipt = call.submit(std::move(command));
  http::Response response = receipt ? see_other(room_path("rom", call.room, then)) : again(receipt.error());
  if (!cookie.empty()) response.also("Set-Cookie", cookie);
  return response;
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n'))
    if (const auto name = trim_ascii(line); !name.empty()) lines.emplace_back(name);
  return lines;
}

http::Response enter_code(const Call& call) {
  const std::string typed(call.field("kode"));
  const auto answer = try_code(call, typed);
  if (answer.room) return see_other("/v/" + digits_of(typed));
  return wrong_code(call, typed, answer.over_limit);
}

http::Response choose_group(const Call& call) {
  const std::string& code = call.captured[0];
  const auto answer = try_code(call, code);
  if (!answer.room) return wrong_code(call, code, answer.over_limit);
  auto page = call.site.desk.read(*answer.room, [&](const domain::Workshop& workshop, Seq seq) {
    return views::choose_group_page(call.view(seq), workshop, code);
  });
  return page ? page_answer(*std::move(page)) : error_answer(call, page.error());
}

http::Response join_group(const Call& asked) {
  const std::string& code = asked.captured[0];
  const auto answer = try_code(asked, code);
  if (!answer.room) {
      return wrong_code(asked, code, answer.over_limit);
  }
  Call call = asked;
  call.room = *answer.room;
  const auto again = [&](const Error& error) {
    const auto kept = kept_of(call, "gruppe", {"gruppe", "navn", "medlemmer", "fornavn"}, error);
    auto page = call.site.desk.read(call.room, [&](const domain::Workshop& workshop, Seq seq) {
      return views::choose_group_page(call.view(seq), workshop, code, kept);
    });
    return page ? page_answer(*std::move(page), status_of(error.kind)) : error_answer(call, page.error());
  };
  const std::string name(call.field("fornavn"));
  const std::string_view chosen = call.field("gruppe");
  if (chosen == "ny")
    return seat(call, domain::MakeGroup{std::string(call.field("navn")), lines_of(call.field("medlemmer")), 0, false, name}, again);
  const auto number = parse_number(chosen);
  if (!number || *number == 0 || *number > 100'000) return again({ErrorKind::bad_input, "group.not_chosen", {}});
  return seat(call, domain::SitDown{GroupNumber{static_cast<std::uint32_t>(*number)}, name}, again);
}

http::Response group_link(const Call& call) {
  const auto entry = call.site.store.entries().find(call.captured[0]);
  if (!entry || entry->kind != store::EntryKind::group) return status_answer(call, 404, Error{ErrorKind::not_found, "entry.unknown", {}});
  auto page = call.site.desk.read(entry->room, [&](const domain::Workshop& workshop, Seq seq) {
    return views::group_link_page(call.view(seq), workshop, entry->group, call.captured[0], {}, wants_photo(call));
  });
  return page ? page_answer(*std::move(page)) : error_answer(call, page.error());
}

http::Response join_by_link(const Call& asked) {
  const auto entry = asked.site.store.entries().find(asked.captured[0]);
  if (!entry || entry->kind != store::EntryKind::group) return status_answer(asked, 404, Error{ErrorKind::not_found, "entry.unknown", {}});
  Call call = asked;
  call.room = entry->room;
  const auto again = [&](const Error& error) {
    const auto kept = kept_of(call, "fornavn", {"fornavn"}, error);
    auto page = call.site.desk.read(call.room, [&](const domain::Workshop& workshop, Seq seq) {
      return views::group_link_page(call.view(seq), workshop, entry->group, call.captured[0], kept, wants_photo(call));
    });
    return page ? page_answer(*std::move(page), status_of(error.kind)) : error_answer(call, page.error());
  };
  return seat(call, domain::SitDown{entry->group, std::string(call.field("fornavn"))}, again, wants_photo(call) ? "bilde" : "");
}

}  // namespace knippe::web
