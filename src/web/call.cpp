#include "web/call.h"

#include "base/check.h"
#include "base/encoding.h"
#include "views/front/front.h"
#include "web/profile.h"

namespace knippe::web {

std::string_view Call::op() const {
  const std::string_view op = form["op"];
  return op.substr(0, op.find(':'));
}

std::string_view Call::argument() const {
  const std::string_view op = form["op"];
  const auto colon = op.find(':');
  return colon == std::string_view::npos ? std::string_view{} : op.substr(colon + 1);
}

std::uint32_t Call::number() const {
  const std::string_view argument = this->argument();
  const auto number = parse_number(argument.substr(0, argument.find(':')));
  return number && *number <= UINT32_MAX ? static_cast<std::uint32_t>(*number) : 0;
}

domain::Actor Call::actor() const {
  if (owned) return domain::Actor::owner(owned);
  if (phone) return domain::Actor::phone(phone);
  if (account) return domain::Actor::account(account);
  CHECK(is_administrator);  // a local tool; every other way here has been turned away at the door
  return domain::Actor::system();
}

views::View Call::view(Seq seq) const {
  views::View view{words, site.clock.now()};
  view.seq = seq.value;
  view.form_token = site.tokens.mint(site.random, browser);
  view.base_url = site.place.public_url;
  view.sender = sender_of(site);
  view.menu = {.workshops = is_administrator || roles.facilitator, .cases = account || is_administrator, .new_case = is_administrator || roles.owner,
               .administration = is_administrator};
  return view;
}

engine::CommandId Call::cause_of(const domain::Context& context) const {
  return form.has("kommando") ? web::command_id(browser, context.actor_text(), request.path, form)
                              : site.random.bytes<sizeof(engine::CommandId)>();
}

engine::CommandId Call::cause_of(const domain::Command& command, const domain::Context& context) const {
  const engine::CommandId id = cause_of(context);
  return std::holds_alternative<domain::HandInAlone>(command) && form.has("kommando") ? site.tokens.sealed(id) : id;
}

Result<engine::Receipt> Call::submit(domain::Command command) const {
  const domain::Context context = this->context();
  const engine::CommandId cause = cause_of(command, context);
  return site.desk.submit(room, std::move(command), context, cause);
}

Result<engine::Receipt> Call::submit(domain::involvement::Command command) const {
  const domain::Context context = this->context();
  return site.cases.submit(room, std::move(command), context, cause_of(context));
}

http::Response Call::submit_later(domain::Command command, Then then) const {
  const auto call = std::make_shared<const Call>(*this);
  http::Response response;
  response.later = [call, command = std::move(command), then = std::move(then)](http::Resume resume) mutable {
    const domain::Context context = call->context();
    auto answer = [call, then = std::move(then), resume = std::move(resume)](Result<engine::Receipt> receipt) mutable {
      resume([call = std::move(call), then = std::move(then), receipt = std::move(receipt)] { return then(*call, receipt); });
    };
    const engine::CommandId cause = call->cause_of(command, context);
    call->site.desk.post(call->room, std::move(command), context, cause, std::move(answer));
  };
  return response;
}

std::string room_path(std::string_view area, RoomId room, std::string_view rest) {
  std::string path = "/";
  path += area;
  path += '/';
  path += to_base32(room.value);
  if (!rest.empty()) (path += '/') += rest;
  return path;
}

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::bad_input: return 422;
    case ErrorKind::refused: return 409;
    case ErrorKind::forbidden: return 403;
    case ErrorKind::not_found: return 404;
    case ErrorKind::too_large: return 413;
    case ErrorKind::too_many: return 429;
    case ErrorKind::unavailable: return 503;
    case ErrorKind::in_doubt: return 503;
    case ErrorKind::internal: return 500;
  }
  return 500;
}

http::Response page_answer(std::string document, int status) { return http::html(status, std::move(document)); }

http::Response see_other(std::string path) { return http::redirect_303(std::move(path)); }

http::Response with_etag(const Call& call, http::Response response) {
  const std::string etag = http::etag_of(response.content());
  if (http::knows_etag(call.request, etag)) return http::not_modified(etag);
  return std::move(response).with("ETag", etag).with("Cache-Control", "no-cache");
}

http::Response status_answer(const Call& call, int status, const std::optional<Error>& error) {
  return http::html(status, views::error_page(call.view(), status, error));
}

http::Response error_answer(const Call& call, const Error& error) { return status_answer(call, status_of(error.kind), error); }

}  // namespace knippe::web
