#include "app/maintain.h"

#include <fmt/format.h>

#include "app/say.h"
#include "app/waiting_acts.h"
#include "base/random.h"
#include "base/time.h"
#include "store/backup.h"
#include "store/control_socket.h"
#include "store/store.h"

namespace knippe::app {
namespace {

bool no_server(const Result<std::string>& answer) { return !answer && answer.error().message_key == "control.no_server"; }

int print(const Result<std::string>& line) {
  if (!line) return complain(line.error());
  fmt::print("{}\n", *line);
  return 0;
}

/// Opens the folder itself, for when no server runs.
template <class Use>
Result<std::string> with_store(const std::filesystem::path& data, Use use) {
  SystemClock clock;
  SystemRandom random;
  const store::DataFolder folder = TRY(store::DataFolder::open(data));
  const auto store = TRY(store::Store::open(folder, clock, random));
  return use(*store);
}

std::string address_of(const std::string& public_url) { return public_url.empty() ? "http://localhost:8080" : public_url; }

}  // namespace

int reset_user(const std::filesystem::path& data, const std::string& email, const std::string& public_url) {
  auto link = store::ask(data, "user-reset " + email);
  if (no_server(link))
    link = with_store(data, [&](store::Store& store) -> Result<std::string> {
      const std::string token = TRY(store.accounts().make_reset_link(email));
      const auto account = store.accounts().find_by_email(email);
      leave_act(data, views::Act::password_link_made, SystemClock().now(), account ? web::the_account(account->id) : "");
      return address_of(public_url) + "/passord/" + token;
    });
  return print(link);
}

int make_setup_link(const std::filesystem::path& data, const std::string& public_url) {
  auto link = store::ask(data, "setup-link");
  if (no_server(link))
    link = with_store(data, [&](store::Store& store) -> Result<std::string> {
      const std::string token = TRY(store.accounts().make_set_up_link());
      leave_act(data, views::Act::set_up_link_made, SystemClock().now());
      return address_of(public_url) + "/oppsett/" + token;
    });
  return print(link);
}

int back_up(const std::filesystem::path& data, const std::filesystem::path& dest) {
  const std::filesystem::path whole = std::filesystem::absolute(dest);
  auto done = store::ask(data, "backup " + whole.string());
  if (no_server(done)) {
    const Status status = store::back_up(data, whole);
    if (status) leave_act(data, views::Act::backup_made, SystemClock().now());
    done = status ? Result<std::string>(whole.string()) : Result<std::string>(std::unexpected(status.error()));
  }
  return print(done);
}

int restore(const std::filesystem::path& source, const std::filesystem::path& data, const std::filesystem::path& erasures) {
  const Status status = store::restore(source, data, erasures);
  if (!status) return complain(status.error());
  leave_act(data, views::Act::restored, SystemClock().now());
  fmt::print("{}\n", std::filesystem::absolute(data).string());
  return 0;
}

}  // namespace knippe::app
