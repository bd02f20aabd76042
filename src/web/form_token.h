#pragma once
// The hidden field `kommando`: made here for each form rendering, bound to the browser's cookie. It does two things: it proves
// that a form came from one of our pages (old browsers and plain http send neither Sec-Fetch-Site nor a usable Origin), and it
// names the command, so that a repeated press or a lost answer counts once.

#include <span>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/random.h"
#include "http/fields.h"
#include "engine/workshop_desk.h"

namespace knippe::web {

class FormTokens {
 public:
  /// `key`: 32 secret bytes, kept in DIR/keys so that forms survive a restart.
  explicit FormTokens(Digest key) : key_(key) {}

  /// "NONCE.MAC" for this browser.
  std::string mint(Random& random, std::string_view browser) const;
  /// True for a token of ours made for this browser. app.js may have added ".N", the number of the submit.
  bool is_genuine(std::string_view token, std::string_view browser) const;
  /// The device cookie of this browser's phone in a room: the same each time, and in no other room.
  std::string seat(RoomId room, std::string_view browser) const;

  /// The same for the same id, and not to be computed without the server's key: the cause of a person's own hand-in, so that
  /// neither an outsider nor the person can show from the log what was in the form.
  engine::CommandId sealed(const engine::CommandId& id) const;
  /// A signature that only this installation can make, for links that we hand out.
  Digest sign(std::string_view message) const { return hmac_sha256(key_, as_bytes(message)); }

 private:
  std::string mac(std::string_view nonce, std::string_view browser) const;
  Digest key_;
};

/// The command's id: browser, actor, form rendering and content together. The same content from the same rendering is the same
/// command; edited content is a new one; nobody can name another's command.
engine::CommandId command_id(std::string_view browser, std::string_view actor, std::string_view path, const http::Fields& form);

}  // namespace knippe::web
