#include "store/photos.h"

#include <sys/stat.h>

#include <algorithm>
#include <mutex>
#include <vector>

#include "base/digest.h"
#include "base/encoding.h"
#include "store/database.h"
#include "store/whole_file.h"

namespace knippe::store {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view unfinished = ".unfinished";  // as write_private_file names what is not whole yet
constexpr std::int64_t a_day_ms = 24LL * 60 * 60 * 1000;

struct Row {
  std::string commitment, display, thumbnail;
};

Result<std::vector<Row>> rows_of(Connection& db, RoomId room) {
  std::vector<Row> found;
  auto rows = db.run("SELECT commitment, display, thumbnail FROM photo WHERE room = ?", room);
  while (rows.next()) found.push_back({rows.text(0), rows.text(1), rows.text(2)});
  TRY_STATUS(rows.end());
  return found;
}

Result<Row> row_of(Connection& db, RoomId room, std::string_view commitment) {
  for (Row& row : TRY(rows_of(db, room)))
    if (row.commitment == commitment) return std::move(row);
  return fail(ErrorKind::not_found, "photo.unknown");
}

/// The digest that a file of ours is named after, whole or unfinished; empty for any other file.
std::string digest_in(const fs::path& file) {
  std::string name = file.filename().string();
  if (name.ends_with(unfinished)) name.resize(name.size() - unfinished.size());
  if (!name.ends_with(".jpg") || name.size() != 64 + 4) return {};
  name.resize(64);
  return std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }) ? name : std::string();
}

bool is_old(const fs::path& file, Instant now) {
  struct stat facts{};
  return ::stat(file.c_str(), &facts) == 0 && now.ms - std::int64_t{facts.st_mtime} * 1000 > a_day_ms;
}

}  // namespace

Photos::Photos(Database& database, fs::path folder, Random& random)
    : database_(database), folder_(std::move(folder)), random_(random) {}

fs::path Photos::path_of(std::string_view digest) const {
  return folder_ / digest.substr(0, 2) / (std::string(digest) + ".jpg");
}

Status Photos::write(std::string_view digest, std::string_view content) const {
  const fs::path file = path_of(digest);
  std::error_code error;
  if (fs::exists(file, error)) return {};
  fs::create_directory(file.parent_path(), error);
  if (!error) fs::permissions(file.parent_path(), fs::perms::owner_all, error);
  if (error) return fail(ErrorKind::unavailable, "store.no_space", error.message());
  return write_private_file(file, content);
}

Result<std::string> Photos::keep(RoomId room, std::string_view display, std::string_view thumbnail) {
  const Digest salt = random_.bytes<sizeof(Digest)>();
  const std::string display_digest = to_hex(sha256(display)), thumbnail_digest = to_hex(sha256(thumbnail));
  std::string commitment = to_hex(sha256({salt, as_bytes(display)}));
  const std::shared_lock lock(keeping_);
  TRY_STATUS(write(display_digest, display));
  TRY_STATUS(write(thumbnail_digest, thumbnail));
  TRY_STATUS(database_.write([&](Connection& db) {
    return db.execute("INSERT INTO photo (room, commitment, salt, display, thumbnail) VALUES (?, ?, ?, ?, ?)", room, commitment, salt,
                      display_digest, thumbnail_digest);
  }));
  return commitment;
}

Result<std::string> Photos::read(RoomId room, std::string_view commitment, PhotoSize size) {
  const Row row = TRY(database_.read([&](Connection& db) { return row_of(db, room, commitment); }));
  auto bytes = read_text_file(path_of(size == PhotoSize::display ? row.display : row.thumbnail));
  if (!bytes) return fail(ErrorKind::not_found, "photo.unknown");
  return bytes;
}

Result<bool> Photos::is_used(const std::string& digest) {
  return database_.read([&](Connection& db) -> Result<bool> {
    auto rows = db.run("SELECT 1 FROM photo WHERE display = ?1 OR thumbnail = ?1", digest);
    const bool found = rows.next();
    TRY_STATUS(rows.end());
    return found;
  });
}

Status Photos::remove_unused(const std::string& digest) {
  const std::unique_lock lock(keeping_);
  if (TRY(is_used(digest))) return {};
  std::error_code error;
  fs::remove(path_of(digest), error);
  if (error) return fail(ErrorKind::internal, "folder.failed", error.message());
  return sync_folder(path_of(digest).parent_path());
}

Status Photos::drop(RoomId room, std::string_view commitment) {
  const auto row = database_.read([&](Connection& db) { return row_of(db, room, commitment); });
  if (!row) return row.error().message_key == "photo.unknown" ? Status{} : std::unexpected(row.error());
  TRY_STATUS(database_.write([&](Connection& db) {
    return db.execute("DELETE FROM photo WHERE room = ? AND commitment = ?", room, commitment);
  }));
  TRY_STATUS(remove_unused(row->display));
  return remove_unused(row->thumbnail);
}

Result<std::size_t> Photos::sweep(Instant now) {
  std::size_t removed = 0;
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(folder_, error); !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const std::string digest = digest_in(at->path());
    if (digest.empty() || !is_old(at->path(), now)) continue;
    const std::unique_lock lock(keeping_);
    const bool half = at->path().extension() != ".jpg";
    if (!half && TRY(is_used(digest))) continue;
    std::error_code gone;
    removed += fs::remove(at->path(), gone);
  }
  if (error) return fail(ErrorKind::internal, "folder.failed", error.message());
  return removed;
}

Status Photos::drop_all(RoomId room) {
  for (const Row& row : TRY(database_.read([&](Connection& db) { return rows_of(db, room); }))) TRY_STATUS(drop(room, row.commitment));
  return {};
}

}  // namespace knippe::store
