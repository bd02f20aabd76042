#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstring>
#include <fstream>
#include <set>

#include "app/witness/witness.h"
#include "base/encoding.h"
#include "base/text.h"
#include "journal/tree.h"
#include "proof/checkpoint.h"
#include "proof/keys.h"
#include "store/whole_file.h"

namespace knippe::app {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

/// One look at one server.
class Look {
 public:
  Look(const Fetch& fetch, fs::path state, Instant now, const Cosigning* cosigning)
      : fetch_(fetch), state_(std::move(state)), now_(now), cosigning_(cosigning) {}

  Result<Witnessed> look(const std::string& trusted) {
    std::error_code error;
    fs::create_directories(state_, error);
    if (error) return fail(ErrorKind::internal, "folder.failed", error.message());
    TRY_STATUS(look_at_keys(trusted));
    if (seen_.alarms.empty()) TRY_STATUS(look_at_logs());
    return std::move(seen_);
  }

 private:
  void shout(std::string log, std::string what, std::string said) { seen_.alarms.push_back({std::move(log), std::move(what), std::move(said)}); }

  /// The key trusted from the start must lead to the one that signs now.
  Status look_at_keys(const std::string& trusted) {
    const auto list = proof::parse_keys(TRY(fetch_("/.well-known/knippe-keys")));
    if (!list) return shout("keys", "malformed", "the list of keys cannot be read"), Status{};
    const fs::path kept = state_ / "trusted-key";
    std::string first = trusted;
    if (first.empty()) {
      const auto known = store::read_text_file(kept);
      first = known ? std::string(trim_ascii(*known)) : to_base64(list->keys.front().key);
    }
    const auto key = proof::parse_public_key(first);
    if (!key) return bad_input("verify.bad_key");
    keys_ = proof::keys_trusted_from(*list, *key);
    if (keys_.empty() || keys_.back() != list->present())
      return shout("keys", "swapped key", "the server signs with " + to_base64(list->present()) + ", which " + first + " did not hand over to"), Status{};
    if (!fs::exists(kept)) TRY_STATUS(store::write_private_file(kept, first + "\n"));
    return {};
  }

  Status look_at_logs() {
    json::error_code error;
    const json::value index = json::parse(TRY(fetch_("/logg")), error);
    const json::value* logs = !error && index.is_object() ? index.get_object().if_contains("logs") : nullptr;
    if (!logs || !logs->is_array()) return shout("index", "malformed", "the list of logs cannot be read"), Status{};
    std::set<std::string> rooms = remembered();
    for (const json::value& each : logs->get_array()) {
      const json::value* room = each.is_object() ? each.get_object().if_contains("room") : nullptr;
      if (room && room->is_string() && from_base32(room->get_string())) rooms.insert(std::string(room->get_string()));
    }
    for (const std::string& room : rooms) TRY_STATUS(look_at(room));
    return {};
  }

  /// The rooms whose head is kept here.
  std::set<std::string> remembered() const {
    std::set<std::string> rooms;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(state_, error))
      if (entry.path().extension() == ".head") rooms.insert(entry.path().stem().string());
    return rooms;
  }

  Status look_at(const std::string& room) {
    ++seen_.logs;
    const auto note = fetch_("/logg/" + room + "/hode");
    if (!note && note.error().kind != ErrorKind::not_found) return std::unexpected(note.error());
    if (!note) return shout(room, "gone", "the log is not there any more; even a deleted room keeps its log"), Status{};
    const auto head = proof::open_checkpoint(*note, keys_);
    if (!head) return alarm(room, *note, "bad signature", "the head is not signed by a known key: " + head.error().message_key);
    if (proof::room_of_origin(head->origin) != RoomId{*from_base32(room)})
      return alarm(room, *note, "malformed", "the head is of another log: " + head->origin);
    const auto before = last_good(room);
    if (before)
      if (auto wrong = TRY(compare(room, *before, *head))) return alarm(room, *note, wrong->what, wrong->said);
    TRY_STATUS(keep(room, *note, !before || before->size != head->size));
    return cosigning_ ? cosign(room, *note, *head) : Status{};
  }

  std::optional<proof::Checkpoint> last_good(const std::string& room) const {
    const auto kept = store::read_text_file(state_ / (room + ".head"));
    const auto text = kept ? proof::unverified_text(*kept) : std::nullopt;
    return text ? proof::parse_checkpoint(*text) : std::nullopt;
  }

  /// Nothing when `now` continues `before`.
  Result<std::optional<Alarm>> compare(const std::string& room, const proof::Checkpoint& before, const proof::Checkpoint& now) {
    const auto wrong = [&](const char* what, std::string said) { return std::optional(Alarm{room, what, std::move(said)}); };
    if (now.size < before.size)
      return wrong("rollback", fmt::format("the log had {} records and has {} now (an old backup was restored, or records were taken away)", before.size, now.size));
    if (now.size == before.size)
      return now.root == before.root ? std::optional<Alarm>() : wrong("fork", fmt::format("two different logs of {} records were signed", now.size));
    const auto lines = fetch_(fmt::format("/logg/{}/samsvar?fra={}&til={}", room, before.size, now.size));
    if (!lines && lines.error().kind != ErrorKind::not_found) return std::unexpected(lines.error());
    ++seen_.grown;
    if (lines && journal::verify_consistency(before.size, before.root, now.size, now.root, hashes_in(*lines))) return std::optional<Alarm>();
    return wrong("fork", fmt::format("the log of {} records is not the beginning of the log of {} records", before.size, now.size));
  }

  static std::vector<Digest> hashes_in(std::string_view lines) {
    std::vector<Digest> hashes;
    for (const std::string_view line : split(lines, '\n')) {
      const auto bytes = from_base64(line);
      if (bytes && bytes->size() == sizeof(Digest)) std::memcpy(hashes.emplace_back().data(), bytes->data(), sizeof(Digest));
    }
    return hashes;
  }

  Status keep(const std::string& room, const std::string& note, bool is_new) {
    TRY_STATUS(store::write_private_file(state_ / (room + ".head"), note));
    if (!is_new) return {};
    std::ofstream history(state_ / (room + ".history"), std::ios::app | std::ios::binary);
    history << to_rfc3339(now_) << "\n" << note << "\n";
    history.flush();
    return history ? Status{} : fail(ErrorKind::unavailable, "store.no_space", (state_ / (room + ".history")).string());
  }

  /// Once for each head. What the server did not take is no alarm: this witness saw it all the same.
  Status cosign(const std::string& room, const std::string& note, const proof::Checkpoint& head) {
    const fs::path kept = state_ / (room + ".cosigned");
    const auto before = store::read_text_file(kept);
    const std::string text = proof::text_of(head);
    if (before && before->starts_with(text)) return {};
    const std::string cosigned = note + proof::cosignature_line(cosigning_->cosigner.name, cosigning_->cosigner.key, text, now_);
    if (cosigning_->publish)
      if (const Status sent = cosigning_->publish("/logg/" + room + "/vitner", cosigned); !sent)
        return seen_.unpublished.push_back(room + " " + sent.error().message_key + " " + sent.error().detail), Status{};
    ++seen_.cosigned;
    return store::write_private_file(kept, cosigned);
  }

  /// The proof of what happened is kept beside the good head.
  Status alarm(const std::string& room, const std::string& note, std::string what, std::string said) {
    shout(room, std::move(what), std::move(said));
    int number = 1;
    std::error_code error;
    while (fs::exists(state_ / fmt::format("{}.alarm-{}", room, number), error)) {
      if (store::read_text_file(state_ / fmt::format("{}.alarm-{}", room, number)) == Result<std::string>(note)) return {};
      ++number;
    }
    return store::write_private_file(state_ / fmt::format("{}.alarm-{}", room, number), note);
  }

  const Fetch& fetch_;
  const fs::path state_;
  const Instant now_;
  const Cosigning* const cosigning_;
  std::vector<proof::PublicKey> keys_;
  Witnessed seen_;
};

}  // namespace

Result<Witnessed> witness_once(const Fetch& fetch, const fs::path& state, const std::string& trusted, Instant now, const Cosigning* cosigning) {
  return Look(fetch, state, now, cosigning).look(trusted);
}

}  // namespace knippe::app
