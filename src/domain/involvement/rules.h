#pragma once
// The rules of an involvement process in the shape the desk (engine/) asks for.

#include <optional>
#include <string>
#include <string_view>

#include "base/ballot_box.h"
#include "domain/involvement/commands.h"

namespace knippe::domain {

struct InvolvementRules {
  using State = involvement::Involvement;
  using Command = involvement::Command;
  using Event = involvement::Event;
  using Context = domain::Context;
  using Recorded = domain::Recorded;

  /// Far from the workshops': a snapshot of one kind of room is never taken for the other's.
  static constexpr int fold_version = 1007;
  static Result<involvement::Events> decide(const State& state, const Command& command, const Context& context, const BallotBox&) {
    return involvement::decide(state, command, context);
  }
  /// A case has no ballot box.
  static std::optional<BoxChange> box_change(const Event&) { return std::nullopt; }
  static bool is_recorded(const Event&) { return true; }
  static void apply(State& state, const Event& event, const Recorded& recorded) { involvement::apply(state, event, recorded); }
  static std::string_view kind(const Event& event);
  static std::string encode(const Event& event);
  static Result<Event> decode(std::string_view kind, std::optional<std::string_view> json);
  static bool begins(std::string_view kind);
  static std::string encode_state(const State& state);
  static Result<State> decode_state(std::string_view json);
};

}  // namespace knippe::domain
