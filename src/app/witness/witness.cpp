#include "app/witness/witness.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>

#include "app/say.h"

namespace knippe::app {
namespace {

std::string told(const Witnessed& seen) {
  std::string text;
  for (const Alarm& alarm : seen.alarms) text += fmt::format("ALARM {}: {}: {}\n", alarm.log, alarm.what, alarm.said);
  return text;
}

void run_command(const std::string& command, const std::string& input) {
  const auto close = [](std::FILE* pipe) { pclose(pipe); };
  const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command.c_str(), "w"), close);
  if (pipe) std::fwrite(input.data(), 1, input.size(), pipe.get());
}

Result<Witnessed> look_as_told(const WitnessOptions& options) {
  const Fetch fetch = TRY(fetch_from(options.url));
  if (options.sign.empty()) return witness_once(fetch, options.state, options.key, SystemClock().now());
  SystemRandom random;
  const Cosigner cosigner = TRY(open_cosigner(options.sign, options.name, random));
  Publish publish;
  if (options.publish) publish = TRY(publish_to(options.url));
  const Cosigning cosigning{cosigner, publish};
  fmt::print("{}\n", cosigner.verifier().vkey());
  return witness_once(fetch, options.state, options.key, SystemClock().now(), &cosigning);
}

int look(const WitnessOptions& options) {
  const auto seen = look_as_told(options);
  if (!seen) return complain(seen.error()), 2;
  for (const std::string& why : seen->unpublished) fmt::print(stderr, "not published: {}\n", why);
  const std::string text = told(*seen);
  if (text.empty()) {
    fmt::print("{} {} logs, {} grown, {} cosigned, all consistent\n", to_rfc3339(SystemClock().now()), seen->logs, seen->grown, seen->cosigned);
    return seen->unpublished.empty() ? 0 : 2;
  }
  fmt::print(stderr, "{}", text);
  if (!options.run.empty()) run_command(options.run, text);
  return 1;
}

}  // namespace

int witness(const WitnessOptions& options) {
  int outcome = look(options);
  while (options.every_s > 0) {
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::seconds(options.every_s));
    outcome = std::max(outcome == 2 ? 0 : outcome, look(options));
  }
  return outcome;
}

}  // namespace knippe::app
