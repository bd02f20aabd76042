#pragma once
// The signing key on disk: DIR/keys/signing.key (secret, 0600) and DIR/keys/public-keys.json (docs/formats/checkpoint.md).

#include <filesystem>
#include <memory>

#include "base/random.h"
#include "base/result.h"
#include "base/time.h"
#include "proof/keyring.h"
#include "store/data_folder.h"

namespace knippe::app {

/// Reads key and list; makes both at the first start. Finishes a rotation that a crash interrupted.
Result<std::unique_ptr<proof::Keyring>> open_keyring(const store::DataFolder& folder, Random& random, Instant now);
/// A new key signs from now on: first it lies on disk beside the old one, then the list names it, then it takes the old one's place.
Status rotate_key(const store::DataFolder& folder, proof::Keyring& keyring, Random& random, Instant now);

/// `knippe key`: prints the public keys; with `rotate` makes a new one first. Through the server when one runs in the folder.
int show_keys(const std::filesystem::path& data, bool rotate);

}  // namespace knippe::app
