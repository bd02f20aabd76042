#pragma once
// One record of a room's stream: what it holds, what is committed to, and what the tree hashes
// (docs/formats/journal.md).

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::journal {

/// Made by the server from session, form rendering and content; all zero means "none": such a record is never
/// recognised again.
using CommandId = std::array<std::byte, 16>;
/// 32 random bytes that keep a commitment from being guessed; they die with the body.
using Salt = std::array<std::byte, 32>;

/// Decided, not yet stored. `body` is one JSON object, kept and hashed as exactly these bytes.
struct Draft {
  std::string kind;  ///< event name: 1..64 of A-Z a-z 0-9
  Instant time;
  std::string actor;  ///< "system", "account:3", "phone:12": 1..64 of a-z 0-9 : . _ -, without personal data
  CommandId cause{};
  std::string body;
};

/// Stored. Body and salt are absent together: the text was erased, the commitment stands.
struct Event {
  RoomId room;
  Seq seq;
  std::string kind;
  Instant time;
  std::string actor;
  CommandId cause{};
  Digest commitment{};
  std::optional<std::string> body;
  std::optional<Salt> salt;
};

/// SHA-256(salt ‖ body).
Digest commitment(const Salt& salt, std::string_view body);
/// The canonical text that the tree hashes: everything in the event but body and salt.
std::string envelope(const Event& event);
/// RFC 6962 leaf hash of the envelope.
Digest leaf_hash(const Event& event);
/// Refuses a kind or actor with a character the envelope does not allow (`journal.bad_draft`).
Status check_draft(const Draft& draft);
/// True when the body is erased, or when body and salt give the commitment.
bool commitment_holds(const Event& event);

}  // namespace knippe::journal
