#include "app/serve.h"

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>

#include <bit>
#include <cstdio>
#include <thread>

#include "app/hourly.h"
#include "app/keys.h"
#include "app/metrics.h"
#include "app/place.h"
#include "app/say.h"
#include "app/waiting_acts.h"
#include "base/text.h"
#include "domain/workshop/template.h"
#include "http/server.h"
#include "journal/sqlite_journal.h"
#include "media/darkroom.h"
#include "proof/head_keeper.h"
#include "store/backup.h"
#include "store/control_socket.h"
#include "store/store.h"
#include "web/across.h"
#include "web/acts.h"
#include "web/counted_otherwise.h"
#include "web/deletion.h"
#include "web/erasure.h"
#include "web/finder.h"
#include "web/live.h"
#include "web/played_tables.h"
#include "web/reception.h"
#include "web/route.h"
#include "web/seating.h"

namespace knippe::app {
namespace {

constexpr std::size_t form_bytes = 64 * 1024;
constexpr std::size_t list_bytes = 1024 * 1024;   // two thousand people, percent-encoded
constexpr std::size_t set_up_bytes = 256 * 1024;  // sixty keys, percent-encoded

void log_line(std::string_view line, Instant now) { fmt::print(stderr, "{} {}\n", to_rfc3339(now), line); }

Status add_first_template(store::Store& store) {
  if (TRY(store.templates().count(store::default_organisation)) > 0) return {};
  const domain::Template made = domain::seminar_2017();
  store::Template kept;
  kept.name = made.name;
  kept.language = made.settings.language;
  kept.text = domain::encode_template(made);
  TRY(store.templates().add(kept));
  return {};
}

/// What `knippe user reset`, `setup-link` and `backup` ask of a running server.
Result<std::string> answer_control(std::string_view line, const web::Site& site, const store::DataFolder& folder, proof::Keyring& keys) {
  store::Store& store = site.store;
  const web::Place& place = site.place;
  const auto space = line.find(' ');
  const std::string_view verb = line.substr(0, space);
  const std::string rest(space == std::string_view::npos ? "" : line.substr(space + 1));
  const auto noted = [&](views::Act act, std::string on = {}) { site.acts.note(act, "console", std::move(on)); };
  if (verb == "ping") return std::string("pong");
  if (verb == "setup-link") {
    const std::string token = TRY(store.accounts().make_set_up_link());
    noted(views::Act::set_up_link_made);
    return place.public_url + "/oppsett/" + token;
  }
  if (verb == "user-reset") {
    const std::string token = TRY(store.accounts().make_reset_link(rest));
    if (const auto account = store.accounts().find_by_email(rest)) noted(views::Act::password_link_made, web::the_account(account->id));
    return place.public_url + "/passord/" + token;
  }
  if (verb == "sign-in-link") return place.public_url + "/innlogging/" + TRY(store.accounts().make_sign_in_link(rest));
  if (verb == "address") return place.public_url;
  if (verb == "rotate-key") {
    TRY_STATUS(rotate_key(folder, keys, site.random, site.clock.now()));
    noted(views::Act::keys_rotated);
  }
  if (verb == "keys" || verb == "rotate-key") return proof::write_keys(keys.list());
  if (verb == "backup") {
    TRY_STATUS(store::back_up(folder.path(), rest));
    noted(views::Act::backup_made);
    return rest;
  }
  return bad_input("control.unknown");
}

/// Waits for SIGINT or SIGTERM on a thread of its own, so that no handler runs at an awkward place.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    for (const int number : {SIGINT, SIGTERM, SIGUSR2}) sigaddset(&set_, number);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    signal(SIGPIPE, SIG_IGN);
  }
  template <class F>
  void on_stop(F stop) {
    waiter_ = std::thread([this, stop] {
      int number = 0;
      sigwait(&set_, &number);
      stop();
    });
  }
  ~Signals() {
    if (!waiter_.joinable()) return;
    pthread_kill(waiter_.native_handle(), SIGUSR2);
    waiter_.join();
  }

 private:
  sigset_t set_;
  std::thread waiter_;
};

std::string host_of(std::string_view url) { return std::string(url.substr(url.find("://") + 3)); }

proof::HeadShelf shelf_of(store::Store& store) {
  const auto keep = [&store](const proof::KeptHead& head) {
    std::vector<store::ReceiptPlace> receipts;
    for (const auto& each : head.receipts) receipts.push_back({each.code, head.room, each.seq});
    return store.heads().keep({head.room, head.size, head.time, head.note}, receipts);
  };
  const auto newest = [&store](RoomId room) -> Result<std::optional<proof::KeptHead>> {
    const auto head = TRY(store.heads().newest(room));
    if (!head) return std::optional<proof::KeptHead>();
    return std::optional(proof::KeptHead{head->room, head->size, head->time, head->note, {}});
  };
  return {keep, newest};
}

void greet(const ServeOptions& options, const web::Place& place, store::Store& store) {
  fmt::print("Nøkkelknippe {}\n", version);
  fmt::print("  Address    {}\n", place.public_url);
  fmt::print("  Data       {}\n", std::filesystem::absolute(options.data).lexically_normal().string());
  if (place.loopback_only) fmt::print("  Phones     cannot reach this address; start with --lan or --public-url URL\n");
  if (const auto known = store.accounts().has_administrator(); known && !*known)
    if (const auto token = store.accounts().make_set_up_link())
      fmt::print("  First time open this link to become administrator (valid for a week, once):\n             {}/oppsett/{}\n",
                 place.public_url, *token);
  std::fflush(stdout);
}

/// Never what a page told whom: its size would show what was chosen (the names of five keys), and its exact time could. What residents and
/// phones see has no size here, and times in steps of ten milliseconds; other sizes are rounded up to a power of two.
std::string access_words(const http::AccessLine& line) {
  constexpr std::int64_t step_us = 10'000;
  const bool personal = line.path.starts_with("/rom/") || line.path.starts_with("/saker/") || line.path.starts_with("/g/");
  const std::string size = personal ? "-" : fmt::format("{}B", std::bit_ceil(line.bytes));
  const std::int64_t micros = personal ? (line.micros / step_us + 1) * step_us : line.micros;
  return fmt::format("{} {} {} {} {} {}us", line.client, line.method, line.path, line.status, size, micros);
}

http::Options server_options(const ServeOptions& options, const http::Endpoint& endpoint, const web::Place& place,
                             const web::Reception& reception, const Clock& clock) {
  http::Options made;
  made.listen = {endpoint};
  made.public_https = place.https;
  made.clock = &clock;
  made.body_limit = [](http::Method method, std::string_view path) {
    if (web::takes_picture_and_text(method, path)) return 2 * media::upload_bytes_max + form_bytes;
    if (web::takes_picture(method, path)) return media::upload_bytes_max + form_bytes;
    if (web::takes_list(method, path)) return list_bytes;
    const bool set_up = path == "/styring/nytt" || (path.starts_with("/styring/") && path.ends_with("/oppsett"));
    return set_up ? set_up_bytes : form_bytes;
  };
  made.error_page = [&reception](int status, const http::Request* request) { return reception.error_page(status, request); };
  made.may_wait = web::Reception::may_wait;
  made.redact = web::Reception::redact;
  made.log = [&clock](std::string_view line) { log_line(line, clock.now()); };
  if (!options.quiet)
    made.access_log = [&clock](const http::AccessLine& line) {
      log_line(access_words(line), clock.now());
    };
  return made;
}

Status run(const ServeOptions& options) {
  Signals signals;
  const http::Endpoint endpoint = [&] {
    auto parsed = parse_endpoint(options.listen);
    if (parsed && options.lan) parsed->address = "0.0.0.0";
    return parsed;
  }().value_or(http::Endpoint{});
  TRY(parse_endpoint(options.listen));
  const std::string public_url = options.public_url.empty() ? "" : TRY(parse_public_url(options.public_url));

  SystemClock clock;
  SystemRandom random;
  const store::DataFolder folder = TRY(store::DataFolder::open(options.data));
  web::Place place = place_for(endpoint, public_url);
  place.version = version;
  place.demonstration = options.demonstration;
  place.data_folder = std::filesystem::absolute(folder.path()).lexically_normal().string();

  const auto store = TRY(store::Store::open(folder, clock, random));
  const auto journal = TRY(journal::open_sqlite_journal(folder.database().string(), {.on_fatal = [&clock](const std::string& what) {
                             log_line("the disk failed; nothing more is acknowledged: " + what, clock.now());
                             std::_Exit(70);
                           }}));
  TRY_STATUS(add_first_template(*store));
  place.local_key = TRY(folder.remake_local_key(random));

  const auto keys = TRY(open_keyring(folder, random, clock.now()));
  keys->set_host(host_of(place.public_url));
  proof::Logbook logbook(*journal);
  proof::SystemNotes notes(*journal);
  proof::HeadKeeper heads(*journal, logbook, *keys, clock, shelf_of(*store), notes);
  notes.on_note([&heads] { heads.changed(proof::system_room); });
  web::Acts acts(notes, clock, [&clock](std::string_view what) { log_line(what, clock.now()); });

  engine::WorkshopDesk desk(*journal);
  engine::InvolvementDesk cases(*journal);
  const views::Catalogue catalogue;
  const auto streams = std::make_shared<http::Streams>();
  web::FormTokens tokens(TRY(folder.key("form", random)));
  web::Tickets tickets;
  web::CountedOtherwise counted_otherwise;
  web::KeptPages kept_pages;
  std::function<void(RoomId)> announce;
  media::Darkroom darkroom;
  web::PlayedTables played_tables;
  web::Across across;
  web::Finder finder(TRY(store::SearchIndex::open(folder.search_index())));
  const web::Site site{place, clock, random, desk, cases, *store, catalogue, *streams, tokens, tickets, announce, darkroom, logbook, *keys, counted_otherwise,
                       kept_pages, played_tables, finder, across, acts};
  const web::Reception reception(site);
  web::Live live(site);
  announce = [&live](RoomId room) { live.changed(room); };
  const auto changed = [&announce, &heads, &finder](RoomId room, Seq) {
    announce(room);
    heads.changed(room);
    finder.changed(room);
  };
  desk.on_change(changed);
  cases.on_change(changed);
  const auto erased = [&site, &finder, &kept_pages](RoomId room) {
    kept_pages.forget(room);
    return finder.purge(site, room);
  };
  desk.on_erase(erased);
  cases.on_erase(erased);

  TRY_STATUS(note_waiting_acts(folder, acts));
  TRY_STATUS(web::finish_deletions(site));
  TRY_STATUS(web::erase_forgotten_seatings(site));
  TRY_STATUS(web::finish_erasures(site));
  TRY_STATUS(web::sweep_retention(site));
  TRY_STATUS(store->outbox().sweep());
  TRY(store->photos().sweep(clock.now()));

  http::Options door = server_options(options, endpoint, place, reception, clock);
  for (const std::string& text : options.trusted_proxies) {
    const auto network = http::Network::parse(text);
    if (!network) return bad_input("proxy.malformed", text);
    door.trusted_proxies.push_back(*network);
  }
  http::Server server(door, [&reception](const http::Request& request) { return reception.handle(request); }, streams);
  TRY_STATUS(server.listen());
  const auto metrics = TRY(start_metrics(options.metrics_listen, server, clock));
  const auto control = TRY(store::ControlSocket::listen(folder.socket(), [&](std::string_view line) {
    return answer_control(line, site, folder, *keys);
  }));
  if (endpoint.port == 0) {
    const web::Place chosen = place_for({endpoint.address, server.ports().front()}, public_url);
    place.public_url = chosen.public_url;
    keys->set_host(host_of(place.public_url));
  }
  heads.start();
  played_tables.begin(site);
  finder.begin(site);
  const Hourly sweeping([&site, &clock] {
    if (const auto swept = site.store.photos().sweep(site.clock.now()); !swept) log_line("files without a picture stay: " + swept.error().message_key, clock.now());
    if (const Status swept = site.store.outbox().sweep(); !swept) log_line("old messages are not taken away: " + swept.error().message_key, clock.now());
    if (const Status swept = web::sweep_retention(site); !swept) log_line("texts past their time are not erased: " + swept.error().message_key, clock.now());
  });
  signals.on_stop([&server] { server.stop(); });
  if (options.greeting) greet(options, place, *store);
  server.run();
  played_tables.end();
  finder.end();
  live.stop();
  desk.stop();
  cases.stop();
  heads.stop();
  return {};
}

}  // namespace

int serve(const ServeOptions& options) {
  const Status status = run(options);
  return status ? 0 : complain(status.error());
}

}  // namespace knippe::app
