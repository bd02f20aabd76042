#pragma once
// Signed notes (C2SP signed-note): a text, a blank line, signature lines. docs/formats/checkpoint.md.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "proof/ed25519.h"

namespace knippe::proof {

/// Who may have signed: a name and a key. The id is the first four bytes of SHA-256(name ‖ LF ‖ 1 ‖ key).
struct Verifier {
  std::string name;
  PublicKey key{};
  std::uint32_t id() const;
  /// "NAME+hex(id)+base64(1 ‖ key)".
  std::string vkey() const;
  bool operator==(const Verifier&) const = default;
};
/// Reads a vkey; nullopt when it is malformed, of another signature type, or its id is not its key's.
std::optional<Verifier> parse_vkey(std::string_view text);

struct Note {
  std::string text;                ///< with its final line feed
  std::vector<std::size_t> by;     ///< indexes of the verifiers whose signature holds
};

/// "— NAME base64(id ‖ signature)\n" over `text`.
std::string signature_line(std::string_view name, const KeyPair& key, std::string_view text);
/// The whole note; `text` ends in a line feed.
std::string sign_note(std::string_view text, std::string_view name, const KeyPair& key);
/// The text and who of `known` signed it. bad_input `note.malformed`; refused `note.bad_signature` when a known key's signature does
/// not hold; refused `note.unknown_key` when none of the known signed.
Result<Note> open_note(std::string_view note, std::span<const Verifier> known);
/// The text before the signatures, unverified; nothing when it is no note.
std::optional<std::string_view> unverified_text(std::string_view note);

}  // namespace knippe::proof
