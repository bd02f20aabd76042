#include "store/photos.h"

#include <vector>

#include "base/digest.h"
#include "base/encoding.h"
#include "store/database.h"
#include "store/whole_file.h"

namespace knippe::store {
namespace {

namespace fs = std::filesystem;

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

Status Photos::remove_unused(const std::string& digest) {
  const bool used = TRY(database_.read([&](Connection& db) -> Result<bool> {
    auto rows = db.run("SELECT 1 FROM photo WHERE display = ?1 OR thumbnail = ?1", digest);
    const bool found = rows.next();
    TRY_STATUS(rows.end());
    return found;
  }));
  if (used) return {};
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

Status Photos::drop_all(RoomId room) {
  for (const Row& row : TRY(database_.read([&](Connection& db) { return rows_of(db, room); }))) TRY_STATUS(drop(room, row.commitment));
  return {};
}

}  // namespace knippe::store
