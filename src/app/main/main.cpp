// The command line. Every subcommand is one function of app/.

#include <CLI/CLI.hpp>

#include "app/demo.h"
#include "app/keys.h"
#include "app/maintain.h"
#include "app/serve.h"
#include "app/simulate/simulate.h"
#include "app/tally/tally.h"
#include "app/verify/verify.h"
#include "app/witness/witness.h"
#include "tally/rule.h"
#include "media/darkroom.h"

namespace {

using namespace knippe::app;

void add_serve(CLI::App& app, ServeOptions& options) {
  CLI::App* serve = app.add_subcommand("serve", "Run the server until SIGTERM or Ctrl-C");
  serve->add_option("--data", options.data, "Folder for database, files and keys")->capture_default_str();
  serve->add_option("--listen", options.listen, "HOST:PORT to listen on; port 0 lets the system choose")->capture_default_str();
  serve->add_flag("--lan", options.lan, "Listen on all addresses and put this machine's LAN address in links and QR codes");
  serve->add_option("--public-url", options.public_url, "Address people use, such as https://knippe.example.no");
  serve->add_option("--trusted-proxy", options.trusted_proxies, "CIDR of a reverse proxy whose X-Forwarded-* is believed (repeatable)");
  serve->add_option("--metrics-listen", options.metrics_listen, "HOST:PORT for Prometheus metrics at /metrics; off by default");
  serve->add_flag("--quiet", options.quiet, "No access log");
}

std::vector<std::string> rule_names() {
  std::vector<std::string> names{"all"};
  for (const knippe::tally::Rule rule : knippe::tally::all_rules()) names.emplace_back(knippe::tally::name_of(rule));
  return names;
}

void add_tally(CLI::App& app, TallyOptions& options) {
  CLI::App* tally = app.add_subcommand("tally", "Count ranked ballots from a file by any common rule, and explain the count");
  tally->add_option("FILE", options.file, "PrefLib, BLT, .cvotes, CSV or a result bundle; - is standard input")->required();
  tally->add_option("--rule", options.rule, "One rule, or all")->check(CLI::IsMember(rule_names()))->capture_default_str();
  tally->add_option("--seats", options.seats, "How many are elected; else what the file says, else 1")->check(CLI::PositiveNumber);
  tally->add_option("--top", options.top, "Rows of the table, and the first places that are compared; else all rows, and as many places as seats")
      ->check(CLI::PositiveNumber);
  tally->add_option("--unranked", options.unranked, "What a ballot says of options it does not name; overrides the file")
      ->check(CLI::IsMember({"ignored", "last"}));
  tally->add_option("--ties", options.ties, "shared, or lot:SEED")->check([](const std::string& ties) {
    return ties == "shared" || ties.starts_with("lot:") ? std::string() : std::string("must be shared or lot:SEED");
  });
  tally->add_option("--precision", options.precision, "Decimals of transferred votes; else what the rule says")->check(CLI::Range(1, 30));
  tally->add_option("--firm", options.firm, "Also how firm the first places are: the fewest ballots that alter them, and 1,000 draws from this seed");
  tally->add_option("--format", options.format, "text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  tally->add_option("--language", options.language, "nb, nn or en")->check(CLI::IsMember({"nb", "nn", "en"}))->capture_default_str();
}

void add_verify(CLI::App& app, VerifyOptions& options) {
  CLI::App* verify = app.add_subcommand("verify", "Check a log bundle, a data folder or a server's logs; or a receipt in a bundle. Exit 0 holds, 1 does not, 2 could not check");
  verify->add_option("WHAT", options.what, "BUNDLE | DIR | URL, or RECEIPT BUNDLE (a code or a file)")->required()->expected(1, 2);
  verify->add_option("--key", options.key, "Trust this public key only (base64), got elsewhere than from the bundle");
  verify->add_option("--witness", options.witnesses, "Key of a witness (NAME+ID+KEY, as knippe witness prints it) whose signatures to look for; may be repeated");
  verify->add_option("--format", options.format, "text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  verify->add_option("--language", options.language, "nb, nn or en")->check(CLI::IsMember({"nb", "nn", "en"}))->capture_default_str();
}

void add_witness(CLI::App& app, WitnessOptions& options) {
  CLI::App* witness = app.add_subcommand("witness", "Follow a server's heads from outside and shout when a log is rewritten. Exit 0 consistent, 1 alarm, 2 could not look");
  witness->add_option("URL", options.url, "Such as https://knippe.example.no (https needs curl)")->required();
  witness->add_option("--state", options.state, "Folder where this witness keeps what it has seen")->required();
  witness->add_option("--key", options.key, "Trust this public key (base64) instead of the first one seen");
  CLI::Option* sign = witness->add_option("--sign", options.sign, "File with this witness's own key, made if it is not there: cosign each head that holds");
  witness->add_option("--as", options.name, "Name of that key when it is made, such as avisa.example.no/vitne")->needs(sign);
  witness->add_flag("--publish", options.publish, "Send cosigned heads to the server")->needs(sign);
  witness->add_option("--run", options.run, "Command to run on an alarm; the alarm is on its standard input");
  witness->add_option("--every", options.every_s, "Look again after so many seconds; else once")->check(CLI::Range(1, 86'400));
}

}  // namespace

int main(int argc, char** argv) {
  // Not for people: how the server starts the child that opens a photo.
  if (argc == 2 && std::string_view(argv[1]) == knippe::media::child_mode) return knippe::media::develop_photo_main();
  CLI::App app("Nøkkelknippe: workshops and involvement processes for municipalities");
  app.set_version_flag("--version", std::string("knippe ") + version);
  app.require_subcommand(1);
  app.footer("Start here:  knippe serve            then open the printed address\n"
             "To look:     knippe demo             shows a workshop with simulated tables\n"
             "In a hall:   knippe serve --lan      so that phones on the same Wi-Fi reach it");

  ServeOptions serve_options;
  add_serve(app, serve_options);
  TallyOptions tally_options;
  add_tally(app, tally_options);
  VerifyOptions verify_options;
  add_verify(app, verify_options);
  WitnessOptions witness_options;
  add_witness(app, witness_options);

  std::string data = "data", email, public_url, dest, source, erasures;
  CLI::App* user = app.add_subcommand("user", "Accounts");
  user->require_subcommand(1);
  CLI::App* reset = user->add_subcommand("reset", "Print a one-time link with which the account sets a new password");
  reset->add_option("EMAIL", email, "The account's e-mail address")->required();
  CLI::App* setup = app.add_subcommand("setup-link", "Print a one-time link that makes the first administrator");
  for (CLI::App* sub : {reset, setup}) {
    sub->add_option("--data", data, "Data folder")->capture_default_str();
    sub->add_option("--public-url", public_url, "Address for the link when no server runs");
  }
  CLI::App* backup = app.add_subcommand("backup", "Copy the database and files to a new folder, also while the server runs");
  backup->add_option("DEST", dest, "A new or empty folder")->required();
  backup->add_option("--data", data, "Data folder")->capture_default_str();
  CLI::App* restore_command = app.add_subcommand("restore", "Bring a backup back into an empty data folder");
  restore_command->add_option("SOURCE", source, "A folder made by knippe backup")->required();
  restore_command->add_option("--data", data, "Data folder")->capture_default_str();
  restore_command->add_option("--erasures", erasures, "What was erased since: a newer backup, the former data folder, or its erasures.txt");

  bool rotate = false;
  CLI::App* key_command = app.add_subcommand("key", "Print the public keys that the logs' heads are signed with");
  key_command->add_flag("--rotate", rotate, "Make a new key first; the old one stays in the list and signs for the new one");
  key_command->add_option("--data", data, "Data folder")->capture_default_str();

  SimulateOptions simulate_options;
  CLI::App* simulate_command = app.add_subcommand("simulate", "Play a whole workshop against a running server and check that nothing is lost");
  simulate_command->add_option("URL", simulate_options.url, "Such as http://localhost:8080")->required();
  simulate_command->add_option("--groups", simulate_options.groups, "Tables, 1 to 500")->capture_default_str();
  simulate_command->add_option("--people", simulate_options.people, "Phones, at least one per table")->capture_default_str();
  CLI::Option* folder = simulate_command->add_option("--data", simulate_options.data, "The server's data folder; its local.key is the right to make a workshop");
  simulate_command->add_option("--token-file", simulate_options.token_file, "File with a token made in administration")->excludes(folder);
  simulate_command->add_option("--seed", simulate_options.seed, "What the tables write and choose")->capture_default_str();
  simulate_command->add_flag("--alone", simulate_options.alone, "Each person ranks alone before the group");
  simulate_command->add_flag("--flaky", simulate_options.flaky, "Phones lose lines, fall asleep, send again and come back all at once");
  simulate_command->add_flag("--canary", simulate_options.canary, "Expect what was never sent, and a screen that has stopped: must end with 1");
  simulate_command->add_option("--threads", simulate_options.threads, "Requests under way at once")->capture_default_str();

  DemoOptions demo_options;
  CLI::App* demo_command = app.add_subcommand("demo", "Show a workshop with simulated tables, in a temporary folder that is removed at the end");
  demo_command->add_option("--listen", demo_options.listen, "HOST:PORT to listen on; port 0 lets the system choose")->capture_default_str();
  demo_command->add_flag("--lan", demo_options.lan, "Let phones on the same network in");
  demo_command->add_option("--public-url", demo_options.public_url, "Address people use");
  demo_command->add_option("--pause", demo_options.pause_ms, "Mean pause of a phone in milliseconds: the pace")->capture_default_str()->check(CLI::Range(0, 60'000));

  CLI11_PARSE(app, argc, argv);
  if (app.got_subcommand("serve")) return serve(serve_options);
  if (demo_command->parsed()) return demo(demo_options);
  if (app.got_subcommand("tally")) return tally(tally_options);
  if (reset->parsed()) return reset_user(data, email, public_url);
  if (setup->parsed()) return make_setup_link(data, public_url);
  if (backup->parsed()) return back_up(data, dest);
  if (app.got_subcommand("verify")) return verify(verify_options);
  if (app.got_subcommand("witness")) return witness(witness_options);
  if (key_command->parsed()) return show_keys(data, rotate);
  if (restore_command->parsed()) return restore(source, data, erasures);
  return simulate(simulate_options);
}
