#pragma once
// Signed notes (C2SP signed-note): a text, a blank line, signature lines; and cosignatures (C2SP tlog-cosignature), by which a witness says
// when it saw a head. docs/formats/checkpoint.md.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "proof/ed25519.h"

namespace knippe::proof {

/// The numbers are in key ids. A cosignature signs "cosignature/v1", "time SECONDS" and the text, and carries the time.
enum class SignatureType : unsigned char { ed25519 = 1, cosignature = 4 };

/// Who may have signed: a name and a key. The id is the first four bytes of SHA-256(name ‖ LF ‖ type ‖ key).
struct Verifier {
  std::string name;
  PublicKey key{};
  SignatureType type = SignatureType::ed25519;
  std::uint32_t id() const;
  /// "NAME+hex(id)+base64(type ‖ key)".
  std::string vkey() const;
  bool operator==(const Verifier&) const = default;
};
/// Reads a vkey; nullopt when it is malformed, of another signature type, or its id is not its key's.
std::optional<Verifier> parse_vkey(std::string_view text, SignatureType type = SignatureType::ed25519);
/// Not empty, no plus sign, no space, UTF-8.
bool is_signer_name(std::string_view name);

struct Note {
  std::string text;                ///< with its final line feed
  std::vector<std::size_t> by;     ///< indexes of the verifiers whose signature holds
  std::vector<Instant> times;      ///< of each: when a cosignature was made, in whole seconds; 0 of other signatures
};

/// "— NAME base64(id ‖ signature)\n" over `text`.
std::string signature_line(std::string_view name, const KeyPair& key, std::string_view text);
/// The same of a cosignature; 0 < `at`, less than a second is cut.
std::string cosignature_line(std::string_view name, const KeyPair& key, std::string_view text, Instant at);
/// The whole note; `text` ends in a line feed.
std::string sign_note(std::string_view text, std::string_view name, const KeyPair& key);
/// The text and who of `known` signed it. bad_input `note.malformed`; refused `note.bad_signature` when a known key's signature does
/// not hold; refused `note.unknown_key` when none of the known signed.
Result<Note> open_note(std::string_view note, std::span<const Verifier> known);
/// The text before the signatures, unverified; nothing when it is no note.
std::optional<std::string_view> unverified_text(std::string_view note);

}  // namespace knippe::proof
