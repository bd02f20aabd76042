#include "app/demo.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "app/demo_cases.h"
#include "app/demo_cast.h"
#include "app/say.h"
#include "app/serve.h"
#include "app/simulate/visitor.h"
#include "base/encoding.h"
#include "base/random.h"
#include "store/control_socket.h"

namespace knippe::app {
namespace {

using namespace std::chrono_literals;
constexpr const char* email = "demo@fjordvik.example";
constexpr auto start_patience = 20s;
constexpr unsigned tables = 6, phones = 24, at_once = 3;

/// The server is a process of its own, so that the player can neither slow it down nor take it along.
pid_t start_server(const DemoOptions& options, const std::filesystem::path& folder) {
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child != 0) return child;
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) std::_Exit(0);
  ServeOptions server;
  server.data = folder;
  server.listen = options.listen;
  server.lan = options.lan;
  server.public_url = options.public_url;
  server.quiet = true;
  server.greeting = false;
  server.demonstration = true;
  std::exit(serve(server));
}

Result<std::string> address_of(const std::filesystem::path& folder) {
  const auto until = std::chrono::steady_clock::now() + start_patience;
  while (true) {
    auto address = store::ask(folder, "address");
    if (address || std::chrono::steady_clock::now() > until) return address;
    std::this_thread::sleep_for(50ms);
  }
}

/// The demonstration's administrator, whose password nobody knows: the desk is entered by a one-time link.
Status make_account(const std::filesystem::path& folder, const std::string& address) {
  SystemRandom random;
  const std::string link = TRY(store::ask(folder, "setup-link"));
  const std::string password = to_base64url(random.bytes<18>());
  Tally uncounted;
  Visitor administrator(address, uncounted, 0);
  if (administrator.post(link.substr(link.find("/oppsett/")), {{"navn", "Demo"}, {"epost", email}, {"passord", password}}) != Fate::acknowledged)
    return fail(ErrorKind::internal, "simulate.not_allowed");
  return {};
}

Status print_links(const std::filesystem::path& folder, const std::string& address, const Scene& scene, const std::string& finished) {
  const std::string desk = TRY(store::ask(folder, std::string("sign-in-link ") + email));
  fmt::print(
      "\nNøkkelknippe {} – demonstrasjon med simulerte bord / demonstration with simulated tables\n\n"
      "  Storskjerm / projector    {}{}\n"
      "  Styring    / desk         {}?til={}\n"
      "  Telefon    / phone        {}/v/{}\n"
      "  Rapport    / report       {}{}\n"
      "  Saker      / cases        {}/saker\n\n"
      "Ctrl-C avslutter og sletter alt / ends it and removes everything.\n",
      version, address, scene.projector, desk, scene.room, address, scene.code, address, finished, address);
  std::fflush(stdout);
  return {};
}

/// A finished workshop and the cases first, at full speed, so that there is something to read; then the workshop to watch.
Status play(const DemoOptions& options, const std::filesystem::path& folder) {
  const std::string address = TRY(address_of(folder));
  TRY_STATUS(make_account(folder, address));
  SimulateOptions room;
  room.url = address;
  room.data = folder;
  room.groups = tables;
  room.people = phones;
  Cast cast = demo_cast();
  Scene finished;
  TRY_STATUS(perform(room, cast, [&](const Scene& scene) { finished = scene; }));
  TRY_STATUS(play_demo_cases(address, folder));
  cast.pause_ms = options.pause_ms;
  room.seed = 2;
  room.threads = at_once;
  Status printed;
  TRY_STATUS(perform(room, cast, [&](const Scene& scene) { printed = print_links(folder, address, scene, finished.report); }));
  return printed;
}

std::filesystem::path fresh_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "knippe-demo-XXXXXX").string();
  return mkdtemp(name.data()) ? std::filesystem::path(name) : std::filesystem::path();
}

}  // namespace

int demo(const DemoOptions& options) {
  const std::filesystem::path folder = fresh_folder();
  if (folder.empty()) return complain({ErrorKind::unavailable, "demo.no_folder", std::filesystem::temp_directory_path().string()});
  sigset_t ending;
  sigemptyset(&ending);
  for (const int number : {SIGINT, SIGTERM, SIGCHLD}) sigaddset(&ending, number);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  const pid_t server = start_server(options, folder);

  std::thread player([&] {
    if (const Status played = play(options, folder); !played) complain(played.error());
  });
  player.detach();

  int number = 0, status = 0;
  sigwait(&ending, &number);
  if (number != SIGCHLD) kill(server, SIGTERM);
  waitpid(server, &status, 0);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  // The player may be in the middle of a request; it owns nothing that must be put away.
  std::_Exit(number == SIGCHLD ? 1 : 0);
}

}  // namespace knippe::app
