#include "store/inspection.h"

#include "base/encoding.h"
#include "store/connection.h"
#include "store/whole_file.h"

namespace knippe::store {
namespace {

namespace fs = std::filesystem;

Result<bool> has_table(Connection& db, std::string_view name) {
  auto rows = db.run("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name);
  const bool found = rows.next();
  TRY_STATUS(rows.end());
  return found;
}

Status read_heads(Connection& db, Inspection& found) {
  if (!TRY(has_table(db, "signed_head"))) return {};
  auto rows = db.run("SELECT room, size, time, note FROM signed_head ORDER BY room, size");
  while (rows.next()) found.heads.push_back({rows.id<RoomId>(0), static_cast<std::uint64_t>(rows.number(1)), rows.time(2), rows.text(3)});
  return rows.end();
}

void look_at(const fs::path& files, const std::string& digest, Inspection& found) {
  const fs::path file = files / digest.substr(0, 2) / (digest + ".jpg");
  const auto actual = digest_of_file(file);
  ++found.files;
  if (!actual || to_hex(*actual) != digest) found.damaged_files.push_back(file.string());
}

Status look_at_files(Connection& db, const fs::path& files, Inspection& found) {
  if (!TRY(has_table(db, "photo"))) return {};
  auto rows = db.run("SELECT display, thumbnail FROM photo ORDER BY room, commitment");
  while (rows.next()) {
    look_at(files, rows.text(0), found);
    look_at(files, rows.text(1), found);
  }
  return rows.end();
}

}  // namespace

Result<Inspection> inspect(const fs::path& dir) {
  std::error_code error;
  if (!fs::exists(dir / "knippe.db", error)) return fail(ErrorKind::not_found, "backup.no_data", dir.string());
  const auto connection = TRY(Connection::open(dir / "knippe.db", Connection::Use::look));
  Inspection found;
  TRY_STATUS(read_heads(*connection, found));
  TRY_STATUS(look_at_files(*connection, dir / "files", found));
  return found;
}

}  // namespace knippe::store
