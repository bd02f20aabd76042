#include "store/entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "store/database.h"
#include "store/token.h"

namespace knippe::store {
namespace {

constexpr std::size_t codes_in_all = 1'000'000;

std::string digits_of(std::string_view typed) {
  std::string digits;
  for (const char c : typed.substr(0, 40)) {
    if (c != ' ' && c != '-' && c != '\t') digits += c;
  }
  return digits;
}

Result<std::string> take_free_code(Connection& db, Random& random) {
  for (;;) {
    std::string code = fmt::format("{:06}", random.below(codes_in_all));
    auto taken = db.run("SELECT 1 FROM join_code WHERE code = ?", code);
    if (!taken.next()) {
      TRY_STATUS(taken.end());
      return code;
    }
  }
}

Result<std::string> token_of(Connection& db, const Entry& entry) {
  std::string token;
  auto rows = db.run("SELECT token FROM entry WHERE room = ? AND kind = ? AND group_number = ?", entry.room,
                     static_cast<int>(entry.kind), entry.group);
  if (rows.next()) token = rows.text(0);
  TRY_STATUS(rows.end());
  return token;
}

Status insert(Connection& db, const Entry& entry, const std::string& token) {
  return db.execute("INSERT INTO entry (token_hash, token, room, kind, group_number) VALUES (?, ?, ?, ?, ?)",
                    token_hash(token), token, entry.room, static_cast<int>(entry.kind), entry.group);
}

Result<std::string> token_made_if_missing(Connection& db, const Entry& entry, Random& random) {
  std::string token = TRY(token_of(db, entry));
  if (!token.empty()) return token;
  token = short_token(random);
  TRY_STATUS(insert(db, entry, token));
  return token;
}

}  // namespace

Entries::Entries(Database& database, const Clock& clock, Random& random)
    : database_(database),
      random_(random),
      wrong_(clock, wrong_codes_per_address_a_minute, wrong_codes_per_server_a_minute) {}

Status Entries::load_codes() {
  return database_.read([&](Connection& db) {
    auto rows = db.run("SELECT code, room FROM join_code");
    while (rows.next()) remember_code(rows.id<RoomId>(1), rows.text(0));
    return rows.end();
  });
}

void Entries::remember_code(RoomId room, std::string_view code) {
  const std::unique_lock lock(codes_mutex_);
  if (const auto former = code_by_room_.find(room); former != code_by_room_.end()) {
    room_by_code_.erase(token_hash(former->second));
    code_by_room_.erase(former);
  }
  if (code.empty()) return;
  code_by_room_.emplace(room, code);
  room_by_code_.emplace(token_hash(code), room);
}

Result<std::string> Entries::make_code(RoomId room) {
  const std::scoped_lock one_at_a_time(changing_code_);
  if (code_by_room_.size() >= codes_in_all / 2) return fail(ErrorKind::too_many, "code.none_free");
  const std::string code = TRY(database_.write([&](Connection& db) -> Result<std::string> {
    std::string fresh = TRY(take_free_code(db, random_));
    TRY_STATUS(db.execute("DELETE FROM join_code WHERE room = ?", room));
    TRY_STATUS(db.execute("INSERT INTO join_code (code, room) VALUES (?, ?)", fresh, room));
    return fresh;
  }));
  remember_code(room, code);
  return code;
}

std::optional<std::string> Entries::code(RoomId room) const {
  const std::shared_lock lock(codes_mutex_);
  const auto found = code_by_room_.find(room);
  if (found == code_by_room_.end()) return std::nullopt;
  return found->second;
}

Status Entries::drop_code(RoomId room) {
  const std::scoped_lock one_at_a_time(changing_code_);
  TRY_STATUS(database_.write([&](Connection& db) { return db.execute("DELETE FROM join_code WHERE room = ?", room); }));
  remember_code(room, {});
  return {};
}

CodeAnswer Entries::try_code(std::string_view typed, std::string_view address) {
  {
    const std::shared_lock lock(codes_mutex_);
    const auto found = room_by_code_.find(token_hash(digits_of(typed)));
    if (found != room_by_code_.end()) return {found->second, false};
  }
  return {std::nullopt, wrong_.note(address_key(address))};
}

Result<std::vector<std::string>> Entries::tokens(std::span<const Entry> entries) {
  const auto each = [&](auto&& token_for) -> Result<std::vector<std::string>> {
    std::vector<std::string> found;
    for (const Entry& entry : entries) found.push_back(TRY(token_for(entry)));
    return found;
  };
  auto present = TRY(
      database_.read([&](Connection& db) { return each([&](const Entry& entry) { return token_of(db, entry); }); }));
  if (std::ranges::find(present, std::string()) == present.end()) return present;
  return database_.write([&](Connection& db) {
    return each([&](const Entry& entry) { return token_made_if_missing(db, entry, random_); });
  });
}

Result<std::vector<std::string>> Entries::group_tokens(RoomId room, std::span<const GroupNumber> groups) {
  std::vector<Entry> entries;
  for (const GroupNumber group : groups) entries.push_back({EntryKind::group, room, group});
  return tokens(entries);
}

Result<std::string> Entries::group_token(RoomId room, GroupNumber group) {
  return TRY(group_tokens(room, std::array{group})).front();
}

Result<std::string> Entries::projector_token(RoomId room) {
  return TRY(tokens(std::array{Entry{EntryKind::projector, room, {}}})).front();
}

Result<std::string> Entries::replace(const Entry& entry) {
  const std::string token = short_token(random_);
  Status replaced = database_.write([&](Connection& db) -> Status {
    TRY_STATUS(db.execute("DELETE FROM entry WHERE room = ? AND kind = ? AND group_number = ?", entry.room,
                          static_cast<int>(entry.kind), entry.group));
    return insert(db, entry, token);
  });
  known_.forget_if([&](const Entry& known) { return known == entry; });
  TRY_STATUS(replaced);
  return token;
}

Result<std::string> Entries::replace_group_token(RoomId room, GroupNumber group) {
  return replace({EntryKind::group, room, group});
}
Result<std::string> Entries::replace_projector_token(RoomId room) { return replace({EntryKind::projector, room, {}}); }

Result<Entry> Entries::find(std::string_view token) {
  const Digest key = token_hash(token);
  if (const auto known = known_.get(key)) return *known;
  const auto epoch = known_.epoch();
  const Entry entry = TRY(database_.read([&](Connection& db) -> Result<Entry> {
    auto rows = db.run("SELECT kind, room, group_number FROM entry WHERE token_hash = ?", key);
    if (rows.next()) return Entry{static_cast<EntryKind>(rows.number(0)), rows.id<RoomId>(1), rows.id<GroupNumber>(2)};
    TRY_STATUS(rows.end());
    return fail(ErrorKind::not_found, "entry.unknown");
  }));
  known_.put(key, entry, epoch);
  return entry;
}

Status Entries::drop_all(RoomId room) {
  TRY_STATUS(drop_code(room));
  Status dropped =
      database_.write([&](Connection& db) { return db.execute("DELETE FROM entry WHERE room = ?", room); });
  known_.forget_if([&](const Entry& known) { return known.room == room; });
  return dropped;
}

}  // namespace knippe::store
