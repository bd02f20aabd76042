#include "web/reception.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "http/cookie.h"
#include "http/multipart.h"
#include "media/decode.h"
#include "proof/checkpoint.h"
#include "store/store.h"
#include "views/archive/record.h"
#include "views/front/front.h"
#include "web/case_rights.h"
#include "web/cookies.h"
#include "web/published.h"

namespace knippe::web {
namespace {

constexpr std::string_view bearer = "Bearer ";

/// Whoever chose a template arrives at its form once logged in.
std::string login_path(const http::Request& request) {
  const std::string chosen = views::template_path(views::seminar_record());
  return request.target == chosen ? "/logg-inn?til=" + views::Url::segment(chosen) : "/logg-inn";
}

/// Cookie values of ours are short base64url; anything else is as good as none.
std::string plain_cookie(const http::Request& request, std::string_view name) {
  std::string value = request.cookie(name).value_or("");
  const bool plain = value.size() <= 64 && std::ranges::all_of(value, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
  return plain ? value : "";
}

const views::Words& words_for(const Site& site, const http::Request* request) {
  if (!request) return site.catalogue[views::Lang::nb];
  return site.catalogue[views::choose_lang(request->cookie(cookies::language).value_or(""), request->header("Accept-Language"))];
}

/// "/a?x=1&spraak=nn" → the language, and the address without it.
struct LanguageSwitch {
  views::Lang lang;
  std::string clean;
};
std::optional<LanguageSwitch> language_switch(const http::Request& request) {
  const auto lang = views::parse_lang(request.query["spraak"]);
  if (!request.query.has("spraak") || !lang) return std::nullopt;
  http::Form rest;
  for (const auto& [name, value] : request.query)
    if (name != "spraak") rest.add(name, value);
  std::string clean(request.target.substr(0, request.target.find('?')));
  while (clean.starts_with("//")) clean.erase(0, 1);  // never an address of another host
  if (!rest.empty()) clean += "?" + http::to_form(rest);
  return LanguageSwitch{*lang, clean};
}

/// A form that may carry a file: the text fields, and the digest of a file that was chosen as field `fil`, so that the same form with another file is
/// another command.
Result<http::Form> picture_form(Call& call) {
  http::Form form;
  for (const http::Part& part : TRY(http::split_multipart(call.request.header("Content-Type"), call.request.body))) {
    if (part.file_name) {
      if ((part.name != "bilde" && part.name != "listefil") || call.upload) return bad_input("form.malformed");
      call.upload = part.content;
      if (!part.content.empty()) form.add("fil", to_hex(sha256(part.content)));
    } else {
      if (!is_valid_utf8(part.content)) return bad_input("form.not_utf8");
      form.add(part.name, std::string(part.content));
    }
  }
  return form;
}

bool is_of_a_case(const Route& route) { return route.pattern.find("{case}") != std::string_view::npos; }

void take_account(Call& call, const store::Account& account) {
  call.roles = account.roles;
  call.organisation = account.organisation;
  call.is_administrator = account.roles.administrator;
}

std::string host_of(std::string_view url) {
  const auto start = url.find("://");
  std::string_view host = start == std::string_view::npos ? url : url.substr(start + 3);
  return std::string(host.substr(0, host.find('/')));
}

/// How much of `path` the beginning of a pattern covers; 0: it does not fit.
std::size_t length_of_match(std::string_view pattern, std::string_view path) {
  std::size_t at = 0;
  while (!pattern.empty()) {
    if (pattern.front() == '{') {
      pattern.remove_prefix(pattern.find('}') + 1);
      at = std::min(path.find('/', at), path.size());
    } else {
      if (at >= path.size() || path[at] != pattern.front()) return 0;
      pattern.remove_prefix(1);
      ++at;
    }
  }
  return at;
}

}  // namespace

bool Reception::serves_host(const http::Request& request) const {
  const std::string_view name = request.host_name();
  if (name == "localhost" || request.host == host_of(site_.place.public_url)) return true;
  const auto address = http::Address::parse(name);
  return address && (!site_.place.public_url_given || address->is_loopback());
}

http::Response Reception::handle(const http::Request& request) const {
  const views::Words& words = words_for(site_, &request);
  Call call{.site = site_, .request = request, .words = words, .form = {}, .upload = {}, .captured = {}, .browser = plain_cookie(request, cookies::browser),
            .new_cookies = {}, .room = {}, .phone = {}, .owned = {}, .account = {}, .is_administrator = false, .roles = {}, .organisation = {}};
  const bool new_browser = call.browser.empty();
  if (new_browser) call.browser = to_base64url(site_.random.bytes<16>());

  http::Response response = answer(call);
  const bool is_page = response.later || response.content_type.starts_with("text/html");
  if (new_browser && is_page)
    response.also("Set-Cookie", http::set_cookie({std::string(cookies::browser), call.browser, cookies::browser_age_s}, request.https));
  response.headers.set("X-Knippe", "1");
  return response;
}

http::Response Reception::answer(Call& call) const {
  const http::Request& request = call.request;
  if (!serves_host(request)) return status_answer(call, 400, Error{ErrorKind::bad_input, "request.host", {}});
  if (http::is_read(request.method)) {
    if (const auto change = language_switch(request))
      return see_other(change->clean)
          .also("Set-Cookie", http::set_cookie({std::string(cookies::language), std::string(views::code(change->lang)),
                                                cookies::browser_age_s}, request.https));
  }
  Found found = find_route(request.method, request.path);
  if (!found.path_known) return status_answer(call, 404);
  if (!found.route) return status_answer(call, 405).with("Allow", http::is_read(request.method) ? "POST" : "GET, HEAD");
  call.captured = std::move(found.captured);
  return call_route(*found.route, call);
}

bool Reception::may_wait(const http::Request& request) {
  const Found found = find_route(request.method, request.path);
  return found.route && found.route->pace == Pace::may_wait;
}

http::Response Reception::call_route(const Route& route, Call& call) const {
  if (const Status known = identify(route, call); !known) return error_answer(call, known.error());
  if (is_of_a_case(route))
    if (auto gone = case_gone_answer(call)) return *std::move(gone);
  if (const Status right = check_right(route, call); !right) {
    if (const auto gone = gone_answer(call)) return *gone;
    const bool page = http::is_read(call.request.method) && !call.account &&
                      route.needs != Permission::anyone && route.needs != Permission::phone && route.needs != Permission::tool;
    if (page) return see_other(login_path(call.request));
    return error_answer(call, right.error());
  }
  if (!http::is_read(call.request.method) && route.needs != Permission::tool) {
    auto form = (takes_picture(route.method, route.pattern) || takes_list(route.method, route.pattern)) && call.request.media_type() == "multipart/form-data" ? picture_form(call)
                                                                                                          : call.request.form();
    if (!form) {
      const int status = form.error().message_key == "form.media_type" ? 415 : 400;
      return status_answer(call, status, form.error());
    }
    call.form = *std::move(form);
    if (const Status origin = check_origin(call); !origin) return error_answer(call, origin.error());
  }
  return route.handle(call);
}

Status Reception::identify(const Route& route, Call& call) const {
  if (is_of_a_case(route) || route.pattern.find("{room}") != std::string_view::npos) {
    const auto number = from_base32(call.captured.front());
    const bool of_logs = route.pattern.starts_with("/logg/") || route.pattern.ends_with("/bevis");
    if (!number || (RoomId{*number} == proof::system_room && !of_logs)) return fail(ErrorKind::not_found, "room.not_found");
    call.room = RoomId{*number};
    call.captured.erase(call.captured.begin());
  }
  if (route.needs == Permission::phone) {
    const std::string token = plain_cookie(call.request, cookies::seat(call.room));
    if (const auto phone = site_.store.phones().find(call.room, token)) call.phone = *phone;
    return {};
  }
  const std::string token = plain_cookie(call.request, cookies::session);
  if (!token.empty())
    if (const auto session = site_.store.sessions().find(token)) call.account = session->account;
  if (const std::string_view header = call.request.header("Authorization"); header.starts_with(bearer)) {
    const std::string_view key = header.substr(bearer.size());
    if (equal_in_constant_time(as_bytes(key), as_bytes(site_.place.local_key))) {
      call.is_administrator = true;
    } else if (const auto tool = site_.store.api_tokens().find(key)) {
      call.account = tool->account;
    }
  }
  if (call.account) {
    const auto account = site_.store.accounts().find(call.account);
    if (!account || account->disabled)
      call.account = {};
    else
      take_account(call, *account);
  }
  return {};
}

Result<store::Room> Reception::room_of(const Route& route, const Call& call) const {
  store::Room room = TRY(site_.store.rooms().find(call.room));
  if ((room.kind == store::involvement_kind) != is_of_a_case(route)) return fail(ErrorKind::not_found, "room.not_found");
  return room;
}

Status Reception::check_right(const Route& route, const Call& call) const {
  const auto refused = [](const char* key) { return fail(ErrorKind::forbidden, key); };
  const bool known = call.account || call.is_administrator;
  switch (route.needs) {
    case Permission::anyone: return {};
    case Permission::phone:
      if (!call.phone) return refused("room.not_joined");
      return {};
    case Permission::staff:
      if (!known) return refused("account.needed");
      return {};
    case Permission::facilitator:
    case Permission::tool:
      if (!known) return refused("account.needed");
      if (!call.is_administrator && !call.roles.facilitator) return refused("account.not_facilitator");
      return {};
    case Permission::case_owner:
      if (!known) return refused("account.needed");
      if (!call.is_administrator && !call.roles.owner) return refused("account.not_owner");
      return {};
    case Permission::room_facilitator: {
      if (!known) return refused("account.needed");
      const store::Room room = TRY(room_of(route, call));
      if (is_of_a_case(route) ? case_may(call, room).own : may_run_workshop(call, room)) return {};
      return refused("room.not_yours");
    }
    case Permission::case_reader:
    case Permission::case_answerer:
    case Permission::case_moderator: {
      if (!known) return refused("account.needed");
      const CaseRights may = case_may(call, TRY(room_of(route, call)));
      const bool right = route.needs == Permission::case_reader ? may.read : route.needs == Permission::case_answerer ? may.answer : may.moderate;
      if (!right) return refused("case.not_yours");
      return {};
    }
    case Permission::politician: {
      if (!known) return refused("account.needed");
      if (!case_may(call, TRY(room_of(route, call))).state) return refused("statement.not_politician");
      return {};
    }
    case Permission::room_owner: {
      if (!known) return refused("account.needed");
      const store::Room room = TRY(room_of(route, call));
      if (call.is_administrator || ((is_of_a_case(route) ? call.roles.owner : call.roles.facilitator) && room.owner == call.account)) return {};
      return refused(room.may_be_run_by(call.account) ? "room.not_owner" : "room.not_yours");
    }
    case Permission::administrator:
      if (!known) return refused("account.needed");
      if (!call.is_administrator) return refused("account.not_administrator");
      return {};
  }
  return refused("account.needed");
}

/// A form must come from one of our own pages. Browsers say so over https and on localhost; over plain http in a hall, and in old
/// browsers, the token in the form says it. A bearer token is no cookie and cannot be forged by another site.
Status Reception::check_origin(const Call& call) const {
  if (call.request.header("Authorization").starts_with(bearer) && (call.account || call.is_administrator)) return {};
  const std::string_view fetch_site = call.request.header("Sec-Fetch-Site");
  if (!fetch_site.empty()) {
    if (fetch_site == "same-origin" || fetch_site == "none") return {};
    return fail(ErrorKind::forbidden, "request.foreign_origin");
  }
  const std::string_view origin = call.request.header("Origin");
  if (!origin.empty() && origin != "null") {
    if (host_of(origin) == call.request.host) return {};
    return fail(ErrorKind::forbidden, "request.foreign_origin");
  }
  if (site_.tokens.is_genuine(call.form["kommando"], call.browser)) return {};
  return fail(ErrorKind::forbidden, "request.old_form");
}

http::Response Reception::error_page(int status, const http::Request* request) const {
  const views::View view{words_for(site_, request), site_.clock.now()};
  std::optional<Error> error;
  std::optional<views::Url> back;
  if (status == 413 && request && takes_picture(request->method, request->path)) {
    error = Error{ErrorKind::too_large, "photo.too_large", std::to_string(media::upload_bytes_max >> 20)};
    // A group's poster at the desk and the organisation's arms have their forms on the page above; all others are sent to their own page.
    const std::string_view path = request->path;
    const bool above = (path.starts_with("/styring/") || path.starts_with("/admin/")) && !takes_picture_and_text(request->method, path);
    back = views::Url::local(std::string(above ? path.substr(0, path.rfind('/')) : path));
  }
  http::Response response = http::html(status, views::error_page(view, status, error, back));
  response.headers.set("X-Knippe", "1");
  return response;
}

std::string Reception::redact(std::string_view path) {
  for (const Route& route : all_routes())
    for (const std::string_view secret : {"{token}", "{code}"}) {
      const std::size_t at = route.pattern.find(secret);
      if (at == std::string_view::npos) continue;
      const std::size_t open = length_of_match(route.pattern.substr(0, at), path);
      if (open > 0 && open < path.size()) return std::string(path.substr(0, open)) + "…";
    }
  return std::string(path);
}

}  // namespace knippe::web
