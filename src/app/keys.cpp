#include "app/keys.h"

#include <fmt/format.h>

#include "app/say.h"
#include "app/waiting_acts.h"
#include "base/encoding.h"
#include "store/control_socket.h"
#include "store/whole_file.h"

namespace knippe::app {
namespace {

constexpr std::string_view present_name = "signing";
constexpr std::string_view next_name = "signing-next";

std::filesystem::path list_file(const store::DataFolder& folder) { return folder.keys() / "public-keys.json"; }

/// A rotation stopped after the list was written: the next key is the listed one already.
Status finish_rotation(const store::DataFolder& folder, const proof::KeyList& list, Random& random) {
  if (!folder.has_key(next_name)) return {};
  const proof::KeyPair next(TRY(folder.key(next_name, random)));
  if (next.public_key() != list.present()) {
    std::error_code error;
    std::filesystem::remove(folder.keys() / (std::string(next_name) + ".key"), error);
    return {};
  }
  return folder.rename_key(next_name, present_name);
}

void print_keys(const proof::KeyList& list) {
  for (const proof::ListedKey& each : list.keys)
    fmt::print("{}  from {}  {}\n", to_base64(each.key), to_rfc3339(each.from), each.until ? "until " + to_rfc3339(*each.until) : "signs now");
}

}  // namespace

Result<std::unique_ptr<proof::Keyring>> open_keyring(const store::DataFolder& folder, Random& random, Instant now) {
  std::error_code error;
  if (!std::filesystem::exists(list_file(folder), error)) {
    const proof::KeyPair first(TRY(folder.key(present_name, random)));
    TRY_STATUS(store::write_private_file(list_file(folder), proof::write_keys(proof::first_key(first, now))));
  }
  const std::string text = TRY(store::read_text_file(list_file(folder)));
  const proof::KeyList list = TRY(proof::parse_keys(text));
  TRY_STATUS(finish_rotation(folder, list, random));
  if (!folder.has_key(present_name)) return fail(ErrorKind::internal, "keys.lost", list_file(folder).string());
  const proof::KeyPair key(TRY(folder.key(present_name, random)));
  if (key.public_key() != list.present()) return fail(ErrorKind::internal, "keys.lost", list_file(folder).string());
  return std::make_unique<proof::Keyring>(key, list);
}

Status rotate_key(const store::DataFolder& folder, proof::Keyring& keyring, Random& random, Instant now) {
  const proof::KeyPair present(TRY(folder.key(present_name, random)));
  const proof::KeyPair next(TRY(folder.new_key(next_name, random)));
  proof::KeyList list = keyring.list();
  proof::rotate(list, present, next, now);
  TRY_STATUS(store::write_private_file(list_file(folder), proof::write_keys(list)));
  TRY_STATUS(folder.rename_key(next_name, present_name));
  keyring.replace(next, std::move(list));
  return {};
}

int show_keys(const std::filesystem::path& data, bool rotate) {
  auto keys = store::ask(data, rotate ? "rotate-key" : "keys");
  if (!keys && keys.error().message_key == "control.no_server") {
    keys = [&]() -> Result<std::string> {
      SystemRandom random;
      SystemClock clock;
      const store::DataFolder folder = TRY(store::DataFolder::open(data));
      const auto keyring = TRY(open_keyring(folder, random, clock.now()));
      if (rotate) {
        TRY_STATUS(rotate_key(folder, *keyring, random, clock.now()));
        leave_act(data, views::Act::keys_rotated, clock.now());
      }
      return proof::write_keys(keyring->list());
    }();
  }
  const auto list = keys ? proof::parse_keys(*keys) : Result<proof::KeyList>(std::unexpected(keys.error()));
  if (!list) return complain(list.error());
  print_keys(*list);
  return 0;
}

}  // namespace knippe::app
