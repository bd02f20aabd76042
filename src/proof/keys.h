#pragma once
// The keys of an installation: the one that signs, and every public half it ever had, in order, with the notes by which each handed over
// to the next (docs/formats/checkpoint.md).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "proof/ed25519.h"

namespace knippe::proof {

struct ListedKey {
  PublicKey key{};
  Instant from;
  std::optional<Instant> until;
  bool operator==(const ListedKey&) const = default;
};

struct KeyList {
  std::vector<ListedKey> keys;         ///< oldest first; the last one signs
  std::vector<std::string> rotations;  ///< signed notes

  bool operator==(const KeyList&) const = default;
  const PublicKey& present() const { return keys.back().key; }
  /// The public halves, oldest first.
  std::vector<PublicKey> public_keys() const;
};

KeyList first_key(const KeyPair& key, Instant now);
/// Ends the present key and adds `next`, with a note that both sign.
void rotate(KeyList& list, const KeyPair& present, const KeyPair& next, Instant now);
/// The keys of `list` that `trusted` leads to: itself, and each later one handed over by a note that both keys signed. Empty when
/// `trusted` is not listed.
std::vector<PublicKey> keys_trusted_from(const KeyList& list, const PublicKey& trusted);

/// "knippe-keys-1" as JSON.
std::string write_keys(const KeyList& list);
Result<KeyList> parse_keys(std::string_view text);
std::optional<PublicKey> parse_public_key(std::string_view base64);

}  // namespace knippe::proof
