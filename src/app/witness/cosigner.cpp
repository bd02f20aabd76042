#include "app/witness/cosigner.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "store/whole_file.h"

namespace knippe::app {
namespace {

std::string written(const std::string& name, const Digest& seed) { return name + "\n" + to_hex(seed) + "\n"; }

}  // namespace

Result<Cosigner> open_cosigner(const std::filesystem::path& file, const std::string& name, Random& random) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    if (!proof::is_signer_name(name)) return bad_input("witness.name", name);
    TRY_STATUS(store::write_private_file(file, written(name, random.bytes<sizeof(Digest)>())));
  }
  const std::string text = TRY(store::read_text_file(file));
  const auto lines = split(text, '\n');
  const auto bytes = lines.size() == 3 ? from_hex(lines[1]) : std::nullopt;
  if (!bytes || bytes->size() != sizeof(Digest) || !proof::is_signer_name(lines[0])) return bad_input("witness.key", file.string());
  if (!name.empty() && name != lines[0]) return bad_input("witness.name", std::string(lines[0]));
  Digest seed;
  std::ranges::copy(*bytes, seed.begin());
  return Cosigner{std::string(lines[0]), proof::KeyPair(seed)};
}

}  // namespace knippe::app
