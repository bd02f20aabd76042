#include "proof/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstring>

#include "base/encoding.h"
#include "base/text.h"
#include "proof/note.h"

namespace knippe::proof {
namespace {

namespace json = boost::json;

constexpr std::string_view rotation_name = "knippe";
constexpr std::string_view rotation_format = "knippe-key-rotation-1";

struct HandedOver {
  PublicKey from{}, to{};
};

/// Who handed over to whom, when both signed it.
std::optional<HandedOver> read_rotation(std::string_view note) {
  const auto text = unverified_text(note);
  if (!text) return std::nullopt;
  const auto lines = split(*text, '\n');
  if (lines.size() != 5 || lines[0] != rotation_format) return std::nullopt;
  const auto from = parse_public_key(lines[1]), to = parse_public_key(lines[2]);
  if (!from || !to || *from == *to) return std::nullopt;
  const Verifier both[] = {{std::string(rotation_name), *from}, {std::string(rotation_name), *to}};
  const auto opened = open_note(note, both);
  if (!opened || opened->by.size() != 2) return std::nullopt;
  return HandedOver{*from, *to};
}

json::value time_or_null(const std::optional<Instant>& time) { return time ? json::value(to_rfc3339(*time)) : json::value(nullptr); }

std::unexpected<Error> malformed() { return bad_input("keys.malformed"); }

}  // namespace

std::vector<PublicKey> KeyList::public_keys() const {
  std::vector<PublicKey> out;
  for (const ListedKey& each : keys) out.push_back(each.key);
  return out;
}

std::optional<PublicKey> parse_public_key(std::string_view base64) {
  const auto bytes = from_base64(base64);
  if (!bytes || bytes->size() != sizeof(PublicKey)) return std::nullopt;
  PublicKey key;
  std::memcpy(key.data(), bytes->data(), key.size());
  return key;
}

KeyList first_key(const KeyPair& key, Instant now) { return {{{key.public_key(), now, std::nullopt}}, {}}; }

void rotate(KeyList& list, const KeyPair& present, const KeyPair& next, Instant now) {
  const std::string text = fmt::format("{}\n{}\n{}\n{}\n", rotation_format, to_base64(present.public_key()), to_base64(next.public_key()), to_rfc3339(now));
  list.rotations.push_back(sign_note(text, rotation_name, present) + signature_line(rotation_name, next, text));
  list.keys.back().until = now;
  list.keys.push_back({next.public_key(), now, std::nullopt});
}

std::vector<PublicKey> keys_trusted_from(const KeyList& list, const PublicKey& trusted) {
  std::vector<PublicKey> chain;
  for (const ListedKey& each : list.keys) {
    const bool handed_over = !chain.empty() && std::ranges::any_of(list.rotations, [&](const std::string& note) {
      const auto rotation = read_rotation(note);
      return rotation && rotation->from == chain.back() && rotation->to == each.key;
    });
    if (each.key == trusted || handed_over) chain.push_back(each.key);
  }
  return chain;
}

std::string write_keys(const KeyList& list) {
  json::array keys, rotations;
  for (const ListedKey& each : list.keys)
    keys.push_back(json::object{{"public_key", to_base64(each.key)}, {"from", to_rfc3339(each.from)}, {"until", time_or_null(each.until)}});
  for (const std::string& note : list.rotations) rotations.push_back(json::string(note));
  return json::serialize(json::object{{"format", "knippe-keys-1"}, {"keys", std::move(keys)}, {"rotations", std::move(rotations)}}) + "\n";
}

Result<KeyList> parse_keys(std::string_view text) {
  json::error_code error;
  const json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  const json::object* object = error ? nullptr : value.if_object();
  if (!object) return malformed();
  const json::value* format = object->if_contains("format");
  const json::value* keys = object->if_contains("keys");
  const json::value* rotations = object->if_contains("rotations");
  if (!format || *format != "knippe-keys-1" || !keys || !keys->is_array() || !rotations || !rotations->is_array()) return malformed();
  KeyList list;
  for (const json::value& each : keys->get_array()) {
    const json::object* entry = each.if_object();
    const auto word = [&](const char* name) -> std::string {
      const json::value* found = entry ? entry->if_contains(name) : nullptr;
      return found && found->is_string() ? std::string(found->get_string()) : std::string();
    };
    const auto key = parse_public_key(word("public_key"));
    const auto from = parse_rfc3339(word("from"));
    if (!key || !from) return malformed();
    list.keys.push_back({*key, *from, parse_rfc3339(word("until"))});
  }
  for (const json::value& note : rotations->get_array()) {
    if (!note.is_string()) return malformed();
    list.rotations.emplace_back(note.get_string());
  }
  if (list.keys.empty()) return malformed();
  return list;
}

}  // namespace knippe::proof
