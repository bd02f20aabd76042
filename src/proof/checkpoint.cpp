#include "proof/checkpoint.h"

#include <fmt/format.h>

#include <cstring>

#include "base/encoding.h"
#include "base/text.h"

namespace knippe::proof {
namespace {

constexpr std::string_view before_room = "/rom/";

}  // namespace

std::string origin_of(std::string_view host, RoomId room) { return fmt::format("{}{}{}", host, before_room, to_base32(room.value)); }

std::optional<RoomId> room_of_origin(std::string_view origin) {
  const auto at = origin.rfind(before_room);
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  const auto number = from_base32(origin.substr(at + before_room.size()));
  if (!number) return std::nullopt;
  return RoomId{*number};
}

std::string text_of(const Checkpoint& checkpoint) {
  return fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.size, to_base64(checkpoint.root));
}

std::optional<Checkpoint> parse_checkpoint(std::string_view text) {
  const auto lines = split(text, '\n');
  if (lines.size() != 4 || lines[0].empty() || !lines[3].empty()) return std::nullopt;
  const auto size = parse_number(lines[1]);
  const auto root = from_base64(lines[2]);
  if (!size || !root || root->size() != sizeof(Digest)) return std::nullopt;
  Checkpoint checkpoint{std::string(lines[0]), *size, {}};
  std::memcpy(checkpoint.root.data(), root->data(), sizeof(Digest));
  return checkpoint;
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const KeyPair& key) {
  return sign_note(text_of(checkpoint), checkpoint.origin, key);
}

Result<Checkpoint> open_checkpoint(std::string_view note, std::span<const PublicKey> keys) {
  const auto text = unverified_text(note);
  if (!text) return bad_input("note.malformed");
  auto checkpoint = parse_checkpoint(*text);
  if (!checkpoint) return bad_input("head.malformed");
  std::vector<Verifier> known;
  for (const PublicKey& key : keys) known.push_back({checkpoint->origin, key});
  (void)TRY(open_note(note, known));
  return *std::move(checkpoint);
}

}  // namespace knippe::proof
