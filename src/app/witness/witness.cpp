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

int look(const WitnessOptions& options) {
  const auto fetch = fetch_from(options.url);
  if (!fetch) return complain(fetch.error()), 2;
  const auto seen = witness_once(*fetch, options.state, options.key, SystemClock().now());
  if (!seen) return complain(seen.error()), 2;
  const std::string text = told(*seen);
  if (text.empty()) {
    fmt::print("{} {} logs, {} grown, all consistent\n", to_rfc3339(SystemClock().now()), seen->logs, seen->grown);
    return 0;
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
