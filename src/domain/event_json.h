#pragma once
// Events and states to JSON and back, the same for every kind of room: a variant of described structs beside the list of their names.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "domain/json.h"

namespace knippe::domain {

inline Result<json::value> parsed_json(std::string_view text) {
  json::error_code error;
  json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  if (error) return fail(ErrorKind::internal, "journal.unreadable", error.message());
  return value;
}

template <class Event>
std::string encode_event(const Event& event) {
  std::string out;
  std::visit([&](const auto& one) { write(out, one); }, event);
  return out;
}

/// nullopt: the text was erased. An unknown kind is an error: this program is older than its data.
template <class Event, class Erased, std::size_t Count>
Result<Event> decode_event(const std::array<std::string_view, Count>& kinds, std::string_view kind, std::optional<std::string_view> text) {
  if (!text) return Event{Erased{std::string(kind)}};
  const json::value value = TRY(parsed_json(*text));
  Result<Event> event = fail(ErrorKind::internal, "journal.unknown_kind", std::string(kind));
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<Count>>([&](auto index) {
    if (kinds[index] != kind) return;
    std::variant_alternative_t<index, typename Event::variant> one;
    if (read(value, one))
      event = Event{std::move(one)};
    else
      event = fail(ErrorKind::internal, "journal.unreadable", std::string(kind));
  });
  return event;
}

template <class State>
std::string encode_whole(const State& state) {
  std::string out;
  write(out, state);
  return out;
}

template <class State>
Result<State> decode_whole(std::string_view text) {
  const json::value value = TRY(parsed_json(text));
  State state;
  if (!read(value, state)) return fail(ErrorKind::internal, "journal.unreadable", "snapshot");
  return state;
}

}  // namespace knippe::domain
