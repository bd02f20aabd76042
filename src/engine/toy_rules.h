#pragma once
// A small set of rules for the desk's own tests: a sum, some notes, and a ballot box that becomes a note.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ballot_box.h"
#include "base/result.h"
#include "base/text.h"
#include "base/time.h"

namespace knippe::engine {

struct ToyRules {
  struct State {
    std::int64_t sum = 0;
    std::uint64_t events = 0;
    std::uint64_t last_seq = 0;
    Instant last_time;
    std::vector<std::string> notes;
    bool operator==(const State&) const = default;
  };
  /// Adds `amount` `times` times (none is allowed), then takes the note if there is one. Refused when the sum would
  /// pass below zero.
  /// Then lays the ballot, if there is one, or opens the box: its ballots, sorted, become a note.
  struct Command {
    int amount = 0;
    int times = 1;
    std::string note = {};
    std::string pseudonym = {};
    std::string ballot = {};
    bool opens_box = false;
  };
  struct Event {
    std::optional<int> added;
    std::string note;
    std::optional<BoxChange> box = {};
    bool recorded = true;
  };
  struct Context {
    Instant now;
    std::string actor_text() const { return "phone:1"; }
  };
  struct Recorded {
    Seq seq;
    Instant time;
  };

  static constexpr int fold_version = 1;

  static Result<std::vector<Event>> decide(const State& state, const Command& command, const Context&,
                                           const BallotBox& box) {
    if (state.sum + std::int64_t{command.amount} * command.times < 0) return refuse("toy.below_zero");
    std::vector<Event> events(static_cast<std::size_t>(command.times), Event{command.amount, {}});
    if (!command.note.empty()) events.push_back({std::nullopt, command.note});
    if (!command.ballot.empty())
      events.push_back({std::nullopt, {}, LayBallot{command.pseudonym, command.ballot}, false});
    if (command.opens_box) events.push_back({std::nullopt, sorted_ballots(box), EmptyBox{}});
    return events;
  }
  static std::string sorted_ballots(const BallotBox& box) {
    std::vector<std::string> ballots;
    for (const auto& [pseudonym, ballot] : box) ballots.push_back(ballot);
    std::ranges::sort(ballots);
    std::string note = "opened";
    for (const std::string& ballot : ballots) note += ' ' + ballot;
    return note;
  }
  static std::optional<BoxChange> box_change(const Event& event) { return event.box; }
  static bool is_recorded(const Event& event) { return event.recorded; }
  static void apply(State& state, const Event& event, const Recorded& recorded) {
    state.sum += event.added.value_or(0);
    if (!event.added) state.notes.push_back(event.note);
    ++state.events;
    state.last_seq = recorded.seq.value;
    state.last_time = recorded.time;
  }
  static std::string_view kind(const Event& event) { return event.added ? "Added" : "Noted"; }
  static std::string encode(const Event& event) {
    return event.added ? fmt::format(R"({{"n":{}}})", *event.added) : fmt::format(R"({{"t":"{}"}})", event.note);
  }
  static Result<Event> decode(std::string_view kind, std::optional<std::string_view> body) {
    if (kind == "Noted") return Event{std::nullopt, body ? std::string(body->substr(6, body->size() - 8)) : "(erased)"};
    int amount = 0;
    if (kind != "Added" || !body || std::sscanf(std::string(*body).c_str(), R"({"n":%d})", &amount) != 1)
      return fail(ErrorKind::internal, "toy.unreadable");
    return Event{amount, {}};
  }
  static bool begins(std::string_view kind) { return kind == "Added" || kind == "Noted"; }
  static std::string encode_state(const State& state) {
    std::string out = fmt::format("{} {} {} {}", state.sum, state.events, state.last_seq, state.last_time.ms);
    for (const std::string& note : state.notes) out += '\n' + note;
    return out;
  }
  static Result<State> decode_state(std::string_view text) {
    const auto lines = split(text, '\n');
    State state;
    long long sum = 0, events = 0, seq = 0, ms = 0;
    if (std::sscanf(std::string(lines[0]).c_str(), "%lld %lld %lld %lld", &sum, &events, &seq, &ms) != 4)
      return fail(ErrorKind::internal, "toy.unreadable");
    state.sum = sum;
    state.events = static_cast<std::uint64_t>(events);
    state.last_seq = static_cast<std::uint64_t>(seq);
    state.last_time.ms = ms;
    state.notes.assign(lines.begin() + 1, lines.end());
    return state;
  }
};

}  // namespace knippe::engine
