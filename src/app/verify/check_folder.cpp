#include "app/verify/check_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "app/verify/log_check.h"
#include "base/encoding.h"
#include "engine/snapshot.h"
#include "journal/sqlite_reader.h"
#include "store/inspection.h"
#include "store/whole_file.h"
#include "views/involvement/counts.h"
#include "views/report/bundle.h"

namespace knippe::app {
namespace {

/// The state folded up to a snapshot must be the snapshot's.
class SnapshotCheck {
 public:
  explicit SnapshotCheck(std::optional<journal::Snapshot> snapshot) : snapshot_(std::move(snapshot)) {}
  void at(std::uint64_t size, const LogCheck& check) {
    if (!snapshot_ || snapshot_->seq.value != size) return;
    const auto parts = engine::split_snapshot(snapshot_->bytes);
    same_ = parts && parts->state == check.encoded_state() && snapshot_->fold_version == check.fold_version();
  }
  std::optional<Finding> finding() const {
    if (!snapshot_) return std::nullopt;
    const std::string seq = std::to_string(snapshot_->seq.value);
    if (same_) return Finding{Verdict::holds, "snapshot", "verify.snapshot_holds", {seq}};
    return Finding{Verdict::broken, "snapshot", "verify.snapshot_differs", {seq}, "snapshot at record " + seq};
  }

 private:
  std::optional<journal::Snapshot> snapshot_;
  bool same_ = false;
};

struct Note {
  RoomId room;
  std::uint64_t size = 0;
  Digest root{};
  Seq at;  ///< its record in the system room
};

struct Folder {
  std::vector<Note> notes;
  std::unique_ptr<journal::SqliteReader> reader;
  store::Inspection stored;
  std::optional<proof::KeyList> keys;
};

/// What the log of logs says of every room's heads.
Status read_notes(Folder& folder) {
  return folder.reader->read(proof::system_room, Seq{}, [&](const journal::Event& event) {
    boost::json::error_code error;
    const boost::json::value body = boost::json::parse(event.body.value_or(""), error);
    const boost::json::object* object = error ? nullptr : body.if_object();
    const auto* room = object ? object->if_contains("room") : nullptr;
    const auto* size = object ? object->if_contains("size") : nullptr;
    const auto* root = object ? object->if_contains("root") : nullptr;
    if (!room || !room->is_string() || !size || !size->is_int64() || !root || !root->is_string()) return true;
    const auto number = from_base32(room->get_string());
    const auto bytes = from_hex(root->get_string());
    if (!number || !bytes || bytes->size() != sizeof(Digest)) return true;
    Note& note = folder.notes.emplace_back(Note{RoomId{*number}, static_cast<std::uint64_t>(size->get_int64()), {}, event.seq});
    std::ranges::copy(*bytes, note.root.begin());
    return true;
  });
}

Result<Findings> check_room(Folder& folder, RoomId room, const std::optional<proof::PublicKey>& trusted) {
  LogCheck check(room, "rom/" + to_base32(room.value));
  if (folder.keys) check.keys(*folder.keys, trusted);
  for (const store::SignedHead& head : folder.stored.heads)
    if (head.room == room) check.head(head.note);
  for (const Note& note : folder.notes)
    if (note.room == room) check.expect_root(note.size, note.root, fmt::format("system room record {}", note.at.value));
  // What is read now may have grown past what was read before: the log is checked up to its head of this moment.
  const journal::Head head = TRY(folder.reader->head(room));
  check.expect_root(head.seq.value, head.root, "room_head");
  auto kept = TRY(folder.reader->load_snapshot(room, domain::WorkshopRules::fold_version));
  if (!kept) kept = TRY(folder.reader->load_snapshot(room, domain::InvolvementRules::fold_version));
  SnapshotCheck snapshot(std::move(kept));
  const bool damaged = TRY(folder.reader->snapshot_is_damaged(room));
  const Status read = folder.reader->read(room, Seq{}, [&](const journal::Event& event) {
    if (event.seq > head.seq) return false;
    check.record(event, false);
    snapshot.at(event.seq.value, check);
    return true;
  });
  if (check.state().published) check.result(views::result_bundle(check.state(), room, {}));
  if (check.is_of_a_case() && check.case_state().exists) check.result(views::case_counts(check.case_state(), room, {}));
  Findings findings = check.finish(head.seq.value);
  if (!read) findings.add({Verdict::broken, "records", "verify.damaged", {read.error().detail}, read.error().detail});
  if (auto found = snapshot.finding()) findings.add(*std::move(found));
  if (damaged) findings.add({Verdict::broken, "snapshot", "verify.snapshot_damaged", {}, "snapshot"});
  return findings;
}

Findings check_files(const store::Inspection& stored, const std::filesystem::path& dir) {
  Findings findings{dir.string(), {}};
  for (const std::string& file : stored.damaged_files) findings.add({Verdict::broken, "files", "verify.file_damaged", {file}, file});
  if (stored.damaged_files.empty()) findings.add({Verdict::holds, "files", "verify.files_hold", {std::to_string(stored.files)}});
  return findings;
}

}  // namespace

Result<std::vector<Findings>> check_folder(const std::filesystem::path& dir, const std::optional<proof::PublicKey>& trusted) {
  Folder folder;
  folder.stored = TRY(store::inspect(dir));
  folder.reader = TRY(journal::SqliteReader::open_unchanged((dir / "knippe.db").string()));
  if (const auto text = store::read_text_file(dir / "keys" / "public-keys.json"))
    if (auto keys = proof::parse_keys(*text)) folder.keys = *std::move(keys);
  (void)read_notes(folder);  // damage there is found when that room is checked
  std::vector<Findings> all;
  for (const RoomId room : TRY(folder.reader->rooms())) all.push_back(TRY(check_room(folder, room, trusted)));
  all.push_back(check_files(folder.stored, dir));
  return all;
}

}  // namespace knippe::app
