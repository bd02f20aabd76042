// The counting room, measured: each row is a ratio to its yardstick, both taken turn by turn in one run, and the median of the ratios.
//   tally               the table of docs/counting.md
//   tally scaling       10^3 .. 10^7 ballots of five over 10 .. 500 options
//   tally write N SEED FILE  N such ballots over 40 options as a PrefLib file
//   tally schulze FILE  Schulze over a file's ballots; tally read FILE reads it: for bench/counting, which has the yardsticks

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tally/compare.h"
#include "tally/count.h"
#include "tally/firmness.h"
#include "tally/read/election.h"

namespace {

using namespace knippe::tally;

constexpr std::size_t turns = 15;
constexpr std::size_t length = 5;

std::uint64_t next(std::uint64_t& state) {  // SplitMix64
  std::uint64_t z = (state += 0x9E3779B97F4A7C15);
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

std::vector<Option> random_ballot(std::size_t options, std::uint64_t& state) {
  std::vector<Option> ballot;
  while (ballot.size() < length) {
    const auto option = static_cast<Option>(std::min(next(state) % options, next(state) % options));
    if (std::ranges::find(ballot, option) == ballot.end()) ballot.push_back(option);
  }
  return ballot;
}

Profile random_profile(std::size_t ballots, std::size_t options) {
  Profile profile(options);
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < ballots; ++i) profile.add(random_ballot(options, state));
  return profile;
}

template <class F>
double seconds(F f) {
  const auto from = std::chrono::steady_clock::now();
  f();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

double median(std::vector<double> numbers) {
  std::ranges::nth_element(numbers, numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2));
  return numbers[numbers.size() / 2];
}

volatile Weight seen;  // keeps what is measured from being optimised away

void count_by_hand(const Profile& profile) {
  static std::vector<std::uint32_t> table;
  const std::size_t options = profile.option_count();
  table.assign(options * options, 0);
  profile.for_each_block([&](const auto& block) {
    const auto* ballot = block.cells.data();
    for (std::size_t i = 0; i < block.size(); ++i, ballot += length)
      for (std::size_t a = 0; a < length; ++a)
        for (std::size_t b = a + 1; b < length; ++b) ++table[ballot[a] * options + ballot[b]];
  });
  seen = table[1];
}

void pass(const Profile& profile) {
  const Totals totals(profile);
  seen = totals.pairwise(Unranked::last).at(0, 1);
}

void positional(const Profile& profile) {
  const Totals totals(profile);
  seen = totals.pairwise(Unranked::last).at(0, 1);
  for (const Rule rule : {Rule::points, Rule::approval}) {
    Question question;
    question.rule = rule;
    seen = count(profile, totals, question)->winners[0];
  }
}

void pairwise(const Profile& profile) {
  const Totals totals(profile);
  for (const Rule rule : all_rules().subspan(static_cast<std::size_t>(Rule::copeland), 9)) {
    Question question;
    question.rule = rule;
    seen = count(profile, totals, question)->winners[0];
  }
}

void eliminate(const Profile& profile, Rule rule, std::size_t seats) {
  Question question;
  question.rule = rule;
  question.seats = seats;
  seen = count(profile, question)->winners[0];
}

template <class F, class Yardstick>
void row(const char* what, const char* yardstick_name, const Profile& profile, F f, Yardstick yardstick) {
  std::vector<double> ratios, ours, theirs;
  for (std::size_t turn = 0; turn < turns; ++turn) {
    theirs.push_back(seconds([&] { yardstick(profile); }));
    ours.push_back(seconds([&] { f(profile); }));
    ratios.push_back(ours.back() / theirs.back());
  }
  fmt::print("| {} | {} | {:.2f} ms | {:.2f} ms | {:.2f} |\n", what, yardstick_name, 1e3 * median(ours), 1e3 * median(theirs),
             median(ratios));
}

/// One group of a live room changes its ballot: out with the old, in with the new.
void live_row() {
  constexpr std::size_t changes = 20'000;
  const Profile profile = random_profile(100'000, 40);
  Totals totals(profile);
  const Shape shape(length, 1);
  std::vector<std::vector<Option>> old;
  profile.for_each([&](const BallotView& ballot) { old.emplace_back(ballot.choices.begin(), ballot.choices.end()); });
  std::uint64_t state = 2;
  std::vector<std::vector<Option>> fresh;
  for (std::size_t i = 0; i < changes; ++i) fresh.push_back(random_ballot(40, state));
  const double took = seconds([&] {
    for (std::size_t i = 0; i < changes; ++i) {
      totals.remove({old[i], shape, 1});
      totals.add({fresh[i], shape, 1});
    }
  });
  const double recount = seconds([&] { pass(profile); });
  fmt::print("| one changed ballot of 100,000 | recount | {:.2f} us | {:.0f} us | {:.4f} |\n", 1e6 * took / changes, 1e6 * recount,
             took / changes / recount);
}

void scaling() {
  fmt::print("| ballots | options | pass | a ballot | all pairwise rules after it | bytes a ballot |\n|---|---|---|---|---|---|\n");
  for (const std::size_t options : {10, 40, 100, 255, 500})
    for (std::size_t ballots = 1'000; ballots <= 10'000'000; ballots *= 10) {
      const Profile profile = random_profile(ballots, options);
      std::vector<double> passes, alls;
      for (std::size_t turn = 0; turn < 3; ++turn) {
        passes.push_back(seconds([&] { pass(profile); }));
        alls.push_back(seconds([&] { pairwise(profile); }));
      }
      fmt::print("| {} | {} | {:.3f} ms | {:.1f} ns | {:.2f} ms | {:.1f} |\n", ballots, options, 1e3 * median(passes),
                 1e9 * median(passes) / static_cast<double>(ballots), 1e3 * (median(alls) - median(passes)),
                 static_cast<double>(profile.bytes()) / static_cast<double>(ballots));
    }
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Each ballot a line of its own, as `bench/counting` and the issue of wc -w want it.
void write_file(std::size_t ballots, std::uint64_t state, const char* path) {
  constexpr std::size_t options = 40;
  std::ofstream out(path);
  out << "# FILE NAME: bench.soi\n# NUMBER ALTERNATIVES: " << options << "\n# NUMBER VOTERS: " << ballots << "\n# NUMBER UNIQUE ORDERS: "
      << ballots << '\n';
  for (std::size_t i = 1; i <= options; ++i) out << "# ALTERNATIVE NAME " << i << ": Option " << i << '\n';
  for (std::size_t i = 0; i < ballots; ++i) {
    const char* between = "1: ";
    for (const Option option : random_ballot(options, state)) out << std::exchange(between, ",") << option + 1;
    out << '\n';
  }
}

Election read_file(const char* path) {
  std::ifstream in(path);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return read(bytes, Format::preflib).value();
}

/// The median of many turns, in microseconds of processor time, and the winner.
int count_file(const char* path) {
  const Election election = read_file(path);
  Question question;
  question.rule = Rule::schulze_winning;
  question.unranked = Unranked::last;
  std::vector<double> took;
  Option winner = 0;
  for (std::size_t turn = 0; turn < 201; ++turn) {
    const double began = processor_seconds();
    winner = count(election.ballots, question)->winners[0];
    took.push_back(processor_seconds() - began);
  }
  fmt::print("{{\"winner\": \"{}\", \"us\": {:.2f}}}\n", election.names[winner], 1e6 * median(took));
  return 0;
}

int time_reading(const char* path) {
  std::ifstream in(path);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::vector<double> took;
  for (std::size_t turn = 0; turn < turns; ++turn) {
    const double began = processor_seconds();
    seen = static_cast<Weight>(read(bytes, Format::preflib)->ballots.bytes());
    took.push_back(processor_seconds() - began);
  }
  fmt::print("{{\"us\": {:.0f}}}\n", 1e6 * median(took));
  return 0;
}

/// What a report asks of a room of 500 groups and 60 keys, and of one of 60 groups.
void report_rows() {
  const auto took = [](auto f) {
    std::vector<double> times;
    for (std::size_t turn = 0; turn < turns; ++turn) times.push_back(seconds(f));
    return 1e3 * median(times);
  };
  Question question;
  question.unranked = Unranked::last;
  std::vector<Rule> rules(all_rules().begin(), all_rules().end());
  std::erase(rules, Rule::kemeny);
  const Profile room = random_profile(500, 60), small = random_profile(60, 60);
  const Totals totals(room);
  fmt::print("| a report: 500 lists of five over 60 by 20 rules | | {:.2f} ms | | |\n", took([&] { compare(room, totals, question, 5, rules); }));
  fmt::print("| a report: fewest lists to alter the first five of 500 | | {:.2f} ms | | |\n", took([&] { (void)firmness(room, Question{}, 5); }));
  fmt::print("| a report: 60 lists drawn 200 times | | {:.2f} ms | | |\n", took([&] { (void)place_intervals(small, Question{}, 1, 200); }));
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view what = count > 1 ? arguments[1] : "";
  if (what == "scaling") return scaling(), 0;
  if (what == "write" && count == 5) return write_file(std::stoul(arguments[2]), std::stoul(arguments[3]), arguments[4]), 0;
  if (what == "schulze" && count == 3) return count_file(arguments[2]);
  if (what == "read" && count == 3) return time_reading(arguments[2]);
  const Profile profile = random_profile(1'000'000, 40);
  fmt::print("| what | yardstick | took | yardstick took | ratio |\n|---|---|---|---|---|\n");
  row("points, approval, pairs of 1,000,000 ballots of five over 40", "ten increments a ballot", profile, positional, count_by_hand);
  row("the same, then Copeland, Minimax, Schulze, Ranked Pairs (9 rules)", "the pass", profile, pairwise, pass);
  row("the same ballots, instant runoff", "the pass", profile, [](const Profile& p) { eliminate(p, Rule::irv, 1); }, pass);
  row("the same ballots, Scottish STV for five", "the pass", profile, [](const Profile& p) { eliminate(p, Rule::stv_scottish, 5); }, pass);
  live_row();
  report_rows();
}
