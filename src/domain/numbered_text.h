#pragma once
// A text of a room by kind and number, and what an event holds of it: the shape that erasure, retention and "my data" go by, the same
// for every kind of room. Each has its own kinds and its own table of whose words an event holds (texts.h).

#include <boost/describe.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/encoding.h"

namespace knippe::domain {

template <class Kind>
struct NumberedText {
  Kind kind{};
  std::uint32_t number = 0;
  auto operator<=>(const NumberedText&) const = default;
  BOOST_DESCRIBE_CLASS(NumberedText, (), (kind, number), (), ())
};

/// One event's share of a text.
template <class Ref>
struct Held {
  Ref of;
  std::vector<std::string> words;
  bool in_log = true;  ///< false: the words (a picture) lie beside the log; this record only names them
};

/// "supplement:3", as addresses and forms write it.
template <class Kind>
std::string to_string(const NumberedText<Kind>& text) {
  return std::string(boost::describe::enum_to_string(text.kind, "")) + ":" + std::to_string(text.number);
}

template <class Ref>
std::optional<Ref> parse_numbered_text(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Ref ref;
  const auto number = parse_number(text.substr(colon + 1));
  if (!number || *number < 1 || *number > UINT32_MAX) return std::nullopt;
  if (!boost::describe::enum_from_string(std::string(text.substr(0, colon)).c_str(), ref.kind)) return std::nullopt;
  ref.number = static_cast<std::uint32_t>(*number);
  return ref;
}

}  // namespace knippe::domain
