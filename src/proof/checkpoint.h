#pragma once
// A head as the world sees it: a tlog checkpoint in a signed note (docs/formats/checkpoint.md).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/id.h"
#include "proof/note.h"

namespace knippe::proof {

/// The log of logs.
inline constexpr RoomId system_room{1};

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Digest root{};
  bool operator==(const Checkpoint&) const = default;
};

/// "HOST/rom/ID".
std::string origin_of(std::string_view host, RoomId room);
/// The room of an origin; nullopt when it does not end in "/rom/" and a room.
std::optional<RoomId> room_of_origin(std::string_view origin);

std::string text_of(const Checkpoint& checkpoint);
/// Three lines exactly, the size without leading zeros, the root 32 bytes of base64.
std::optional<Checkpoint> parse_checkpoint(std::string_view text);
std::string sign_checkpoint(const Checkpoint& checkpoint, const KeyPair& key);
/// The head in a note signed by one of `keys` under its origin's name. Errors as open_note(); bad_input `head.malformed`.
Result<Checkpoint> open_checkpoint(std::string_view note, std::span<const PublicKey> keys);

}  // namespace knippe::proof
