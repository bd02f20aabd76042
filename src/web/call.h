#pragma once
// One request on its way through the reception: who asks, for what, in which language.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/actor.h"
#include "domain/involvement/commands.h"
#include "domain/workshop/commands.h"
#include "http/form.h"
#include "http/response.h"
#include "store/account.h"
#include "views/participant/participant.h"
#include "views/view.h"
#include "web/site.h"

namespace knippe::web {

struct Call {
  const Site& site;
  const http::Request& request;
  const views::Words& words;
  http::Form form;                    ///< of a POST
  std::optional<std::string_view> upload;  ///< the file of a multipart form, of a route that takes one
  std::vector<std::string> captured;  ///< the {…} of the route except {room} and {case}
  std::string browser;                ///< the browser's cookie; made for this answer when it had none
  std::string new_cookies;            ///< not used by handlers
  RoomId room;                        ///< of {room} or {case}; 0 otherwise
  PhoneId phone;                      ///< of this browser in the room; 0: none
  MeasureId owned;                    ///< answers with the link of this measure's owner; 0: does not
  AccountId account;                  ///< logged in; 0: none
  bool is_administrator = false;
  store::Roles roles = {};            ///< of the account
  store::OrganisationId organisation = {};   ///< of the account

  std::string_view field(std::string_view name) const { return form[name]; }
  /// "velg:3" → "velg", and the rest by argument().
  std::string_view op() const;
  std::string_view argument() const;
  /// The number in op's argument, or 0.
  std::uint32_t number() const;
  bool by_script() const { return request.header("HX-Request") == "true"; }

  domain::Actor actor() const;
  domain::Context context() const { return {site.clock.now(), actor()}; }
  /// What a page is rendered with. `seq`: of the state shown.
  views::View view(Seq seq = {}) const;

  /// Decides and stores; returns when it is durable.
  Result<engine::Receipt> submit(domain::Command command) const;
  Result<engine::Receipt> submit(domain::involvement::Command command) const;
  /// The same without waiting: an answer that comes later, made by `then` on the connection's thread.
  using Then = std::function<http::Response(const Call&, const Result<engine::Receipt>&)>;
  http::Response submit_later(domain::Command command, Then then) const;
  /// The id of a form that erases: the same for a repeated press.
  engine::CommandId command_id() const { return cause_of(domain::EraseTexts{}, context()); }

 private:
  engine::CommandId cause_of(const domain::Context& context) const;
  engine::CommandId cause_of(const domain::Command& command, const domain::Context& context) const;
};

/// The public path of a room: "/rom/…", "/styring/…", "/resultater/…".
std::string room_path(std::string_view area, RoomId room, std::string_view rest = {});

/// HTTP status of an error's kind.
int status_of(ErrorKind kind);
/// The whole error page.
http::Response error_answer(const Call& call, const Error& error);
http::Response status_answer(const Call& call, int status, const std::optional<Error>& error = {});
http::Response page_answer(std::string document, int status = 200);
http::Response see_other(std::string path);
/// 304 when the asker has these very bytes; else them, to be asked about again each time.
http::Response with_etag(const Call& call, http::Response response);

}  // namespace knippe::web
