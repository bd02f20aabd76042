#pragma once
// The workshop's rules in the shape the desk (engine/) asks for.

#include <string>
#include <string_view>

#include "domain/workshop/commands.h"

namespace knippe::domain {

struct WorkshopRules {
  using State = Workshop;
  using Command = domain::Command;
  using Event = domain::Event;
  using Context = domain::Context;
  using Recorded = domain::Recorded;

  static constexpr int fold_version = 10;
  static Result<Events> decide(const State& state, const Command& command, const Context& context, const BallotBox& box) {
    return domain::decide(state, command, {context.now, context.actor, &box});
  }
  /// A ballot is laid in the box; opening the box, or deleting the room, empties it.
  static std::optional<BoxChange> box_change(const Event& event);
  /// All but a ballot enter the log.
  static bool is_recorded(const Event& event) { return !std::holds_alternative<BallotLaid>(event); }
  static void apply(State& state, const Event& event, const Recorded& recorded) { domain::apply(state, event, recorded); }
  /// The event's type name, e.g. "RankingHandedIn".
  static std::string_view kind(const Event& event);
  /// The event as one JSON object.
  static std::string encode(const Event& event);
  /// nullopt: the text was erased. An unknown kind is an error: this program is older than its data.
  static Result<Event> decode(std::string_view kind, std::optional<std::string_view> json);
  /// Whether a room's first event is of this kind.
  static bool begins(std::string_view kind);
  static std::string encode_state(const State& state);
  static Result<State> decode_state(std::string_view json);
};

}  // namespace knippe::domain
