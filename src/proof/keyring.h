#pragma once
// The key that signs now, with the list of all there were. Safe from several threads; keeping it on disk is somebody else's.

#include <mutex>
#include <string>

#include "base/id.h"
#include "proof/checkpoint.h"
#include "proof/keys.h"

namespace knippe::proof {

class Keyring {
 public:
  /// `key` is the last of `list`.
  Keyring(KeyPair key, KeyList list) : key_(key), list_(std::move(list)) {}

  /// Host and port of the public address, which origins begin with. Before anything is signed.
  void set_host(std::string host) { host_ = std::move(host); }
  const std::string& host() const { return host_; }
  std::string origin(RoomId room) const { return origin_of(host_, room); }

  Checkpoint checkpoint(RoomId room, std::uint64_t size, const Digest& root) const { return {origin(room), size, root}; }
  /// The signed head.
  std::string sign(RoomId room, std::uint64_t size, const Digest& root) const;
  KeyList list() const;
  PublicKey present() const;
  /// From now on `next` signs.
  void replace(KeyPair next, KeyList list);

 private:
  mutable std::mutex mutex_;
  KeyPair key_;
  KeyList list_;
  std::string host_;
};

}  // namespace knippe::proof
