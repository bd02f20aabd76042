#include "web/form_token.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"

namespace knippe::web {

std::string FormTokens::mac(std::string_view nonce, std::string_view browser) const {
  std::string message(nonce);
  message += '\n';
  message += browser;
  const Digest digest = hmac_sha256(key_, as_bytes(message));
  return to_base64url(std::span(digest).first(12));
}

std::string FormTokens::mint(Random& random, std::string_view browser) const {
  const std::string nonce = to_base64url(random.bytes<12>());
  return nonce + "." + mac(nonce, browser);
}

bool FormTokens::is_genuine(std::string_view token, std::string_view browser) const {
  const auto parts = split(token, '.');
  if (browser.empty() || parts.size() < 2 || parts.size() > 3) return false;
  return equal_in_constant_time(as_bytes(parts[1]), as_bytes(mac(parts[0], browser)));
}

std::string FormTokens::seat(RoomId room, std::string_view browser) const {
  const std::string message = "seat\n" + std::to_string(room.value) + "\n" + std::string(browser);
  const Digest digest = hmac_sha256(key_, as_bytes(message));
  return to_base64url(std::span(digest).first(24));
}

engine::CommandId FormTokens::sealed(const engine::CommandId& id) const {
  std::string message = "hand-in\n";
  message += as_text(id);
  const Digest digest = hmac_sha256(key_, as_bytes(message));
  engine::CommandId sealed;
  std::copy_n(digest.begin(), sealed.size(), sealed.begin());
  return sealed;
}

engine::CommandId command_id(std::string_view browser, std::string_view actor, std::string_view path, const http::Fields& form) {
  std::string content;
  const auto add = [&](std::string_view part) {
    content += std::to_string(part.size());
    content += ':';
    content += part;
  };
  add(browser);
  add(actor);
  add(path);
  for (const auto& [name, value] : form) {
    add(name);
    add(value);
  }
  const Digest digest = sha256(content);
  engine::CommandId id;
  std::copy_n(digest.begin(), id.size(), id.begin());
  return id;
}

}  // namespace knippe::web
