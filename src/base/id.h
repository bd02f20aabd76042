#pragma once
// Strong numbers: a group is not a key is not a record number, and the compiler knows.

#include <compare>
#include <cstdint>
#include <functional>

namespace knippe {

template <class Tag, class Value = std::uint32_t>
struct Id {
  using value_type = Value;
  Value value{};
  constexpr auto operator<=>(const Id&) const = default;
  explicit constexpr operator bool() const { return value != Value{}; }
};

/// A room: one workshop or one involvement process. 63 random bits, never 0; room 1 is the system room.
using RoomId = Id<struct RoomTag, std::uint64_t>;
/// Position of a record in its room's stream, counted from 1 without gaps. 0 means "before the first".
using Seq = Id<struct SeqTag, std::uint64_t>;
/// An account of a facilitator or administrator.
using AccountId = Id<struct AccountTag, std::uint64_t>;
/// A participant's phone in one room: a number counted from 1 in that room, a pseudonym without personal data.
using PhoneId = Id<struct PhoneTag>;
using GroupNumber = Id<struct GroupTag>;
using KeyId = Id<struct KeyTag>;
using SupplementId = Id<struct SupplementTag>;
using MeasureId = Id<struct MeasureTag>;
using NoteId = Id<struct NoteTag>;
using ThemeId = Id<struct ThemeTag>;
using SpeakerId = Id<struct SpeakerTag>;

}  // namespace knippe

template <class Tag, class Value>
struct std::hash<knippe::Id<Tag, Value>> {
  std::size_t operator()(const knippe::Id<Tag, Value>& id) const noexcept { return std::hash<Value>{}(id.value); }
};
