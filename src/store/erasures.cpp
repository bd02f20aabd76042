#include "store/erasures.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "store/database.h"
#include "store/schema.h"
#include "store/whole_file.h"

namespace knippe::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "knippe-erasures-1";

Status enter_one(Connection& db, const Erasure& each) {
  return db.execute("INSERT OR IGNORE INTO erasure (room, seq, commitment, time) VALUES (?, ?, ?, ?)", each.room, each.seq, each.commitment, each.time);
}

Result<std::vector<Erasure>> rows_of(Connection& db) {
  std::vector<Erasure> found;
  auto rows = db.run("SELECT room, seq, commitment, time FROM erasure ORDER BY room, seq, commitment");
  while (rows.next()) found.push_back({rows.id<RoomId>(0), rows.id<Seq>(1), rows.digest(2), rows.time(3)});
  TRY_STATUS(rows.end());
  return found;
}

Result<Erasure> read_line(std::string_view line) {
  const auto parts = split(line, ' ');
  if (parts.size() == 4 && parts[0].size() == 13) {
    const auto room = from_base32(parts[0]), seq = parse_number(parts[1]), time = parse_number(parts[3]);
    const auto bytes = from_hex(parts[2]);
    Erasure read;
    if (room && seq && time && bytes && bytes->size() == read.commitment.size()) {
      read = {RoomId{*room}, Seq{*seq}, {}, Instant{static_cast<std::int64_t>(*time)}};
      std::ranges::copy(*bytes, read.commitment.begin());
      return read;
    }
  }
  return fail(ErrorKind::bad_input, "erasures.malformed", std::string(line));
}

}  // namespace

Status Erasures::begin(RoomId room) {
  return database_.write([&](Connection& db) { return db.execute("INSERT OR IGNORE INTO erasure_begun VALUES (?)", room); });
}

Status Erasures::end(RoomId room) {
  return database_.write([&](Connection& db) { return db.execute("DELETE FROM erasure_begun WHERE room = ?", room); });
}

Result<std::vector<RoomId>> Erasures::unfinished() {
  return database_.read([](Connection& db) -> Result<std::vector<RoomId>> {
    std::vector<RoomId> rooms;
    auto found = db.run("SELECT room FROM erasure_begun ORDER BY room");
    while (found.next()) rooms.push_back(found.id<RoomId>(0));
    TRY_STATUS(found.end());
    return rooms;
  });
}

Status Erasures::enter(std::span<const Erasure> erasures) {
  if (erasures.empty()) return {};
  return database_.write([&](Connection& db) -> Status {
    for (const Erasure& each : erasures) TRY_STATUS(enter_one(db, each));
    return {};
  });
}

Result<std::vector<Erasure>> Erasures::all() { return database_.read(rows_of); }

Result<std::vector<Erasure>> Erasures::of_accounts() {
  auto found = TRY(all());
  std::erase_if(found, [](const Erasure& each) { return each.room != accounts_room; });
  return found;
}

Digest mark_of_account(AccountId id, Instant created) { return sha256(fmt::format("knippe-account\n{}\n{}\n", id.value, created.ms)); }

Status Erasures::erase_in_old_copies(std::span<const Erasure> erasures) {
  if (erasures.empty()) return {};
  std::error_code error;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path& file = entry->path();
    const bool copy = file.extension() == ".backup" || (file.extension() == ".db" && file.filename() != "knippe.db");
    if (copy) TRY(apply_register(file, erasures));
  }
  if (error) return fail(ErrorKind::internal, "folder.failed", error.message());
  return {};
}

std::string write_register(std::span<const Erasure> erasures) {
  std::string text = std::string(first_line) + "\n";
  for (const Erasure& each : erasures) text += fmt::format("{} {} {} {}\n", to_base32(each.room.value), each.seq.value, to_hex(each.commitment), each.time.ms);
  return text;
}

Result<std::vector<Erasure>> read_register(std::string_view text) {
  const auto lines = split(text, '\n');
  if (lines.empty() || lines.front() != first_line) return fail(ErrorKind::bad_input, "erasures.malformed");
  std::vector<Erasure> found;
  for (const std::string_view line : std::span(lines).subspan(1))
    if (!line.empty()) found.push_back(TRY(read_line(line)));
  return found;
}

Result<std::vector<Erasure>> register_in(Connection& connection) {
  if (!TRY(has_table(connection, "erasure"))) return std::vector<Erasure>{};
  return rows_of(connection);
}

Result<std::vector<Erasure>> register_at(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return read_register(TRY(read_text_file(path)));
  if (!fs::exists(path / "knippe.db", error)) return fail(ErrorKind::not_found, "backup.no_data", path.string());
  auto database = TRY(Connection::open(path / "knippe.db", Connection::Use::read));
  return register_in(*database);
}

}  // namespace knippe::store
