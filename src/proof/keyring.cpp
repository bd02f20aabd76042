#include "proof/keyring.h"

namespace knippe::proof {

std::string Keyring::sign(RoomId room, std::uint64_t size, const Digest& root) const {
  const std::lock_guard lock(mutex_);
  return sign_checkpoint({origin(room), size, root}, key_);
}

KeyList Keyring::list() const {
  const std::lock_guard lock(mutex_);
  return list_;
}

PublicKey Keyring::present() const {
  const std::lock_guard lock(mutex_);
  return key_.public_key();
}

void Keyring::replace(KeyPair next, KeyList list) {
  const std::lock_guard lock(mutex_);
  key_ = next;
  list_ = std::move(list);
}

}  // namespace knippe::proof
