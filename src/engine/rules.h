#pragma once
// What the desk asks of a set of rules. domain::WorkshopRules and domain::InvolvementRules are two; the tests have a toy of
// their own. Two desks on one journal do not meddle: a room belongs to the rules whose kind of event it begins with, and does not exist
// for the other desk.

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ballot_box.h"
#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::engine {

/// decide() is pure; apply() is total and deterministic; State is a regular value; encode() gives one JSON object;
/// the box is given to decide() as it lies there; box_change() says what an event does to it, and is_recorded() whether
/// the event also enters the log: a ballot does not;
/// decode() gets nullopt for an erased body; begins() knows the kinds of event that a room
/// of these rules starts with; fold_version grows whenever apply() or encode_state() change, and no other rules use its numbers.
template <class R>
concept Rules = std::default_initializable<typename R::State> && std::copyable<typename R::State> &&
    requires(typename R::State& state, const typename R::State& same, const typename R::Command& command,
             const typename R::Context& context, const typename R::Event& event, std::optional<std::string_view> body,
             std::string_view text, const BallotBox& box) {
  { R::decide(same, command, context, box) } -> std::same_as<Result<std::vector<typename R::Event>>>;
  {R::apply(state, event, typename R::Recorded{Seq{}, Instant{}})};
  { R::box_change(event) } -> std::same_as<std::optional<BoxChange>>;
  { R::is_recorded(event) } -> std::same_as<bool>;
  { R::kind(event) } -> std::convertible_to<std::string_view>;
  { R::encode(event) } -> std::convertible_to<std::string>;
  { R::decode(text, body) } -> std::same_as<Result<typename R::Event>>;
  { R::begins(text) } -> std::same_as<bool>;
  { R::encode_state(same) } -> std::convertible_to<std::string>;
  { R::decode_state(text) } -> std::same_as<Result<typename R::State>>;
  { R::fold_version } -> std::convertible_to<int>;
  { context.now } -> std::convertible_to<Instant>;
  { context.actor_text() } -> std::convertible_to<std::string>;
};

}  // namespace knippe::engine
