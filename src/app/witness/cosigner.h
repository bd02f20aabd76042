#pragma once
// A witness's own key, with which it says that it saw a head and when (C2SP tlog-cosignature).

#include <filesystem>
#include <string>

#include "base/random.h"
#include "base/result.h"
#include "proof/note.h"

namespace knippe::app {

struct Cosigner {
  std::string name;
  proof::KeyPair key;
  proof::Verifier verifier() const { return {name, key.public_key(), proof::SignatureType::cosignature}; }
};
/// Reads name and key of a file, two lines; makes both (0600) when there is no such file, under `name`. bad_input `witness.name`: no name, or
/// another than the file has; `witness.key`: the file is none of ours.
Result<Cosigner> open_cosigner(const std::filesystem::path& file, const std::string& name, Random& random);

}  // namespace knippe::app
