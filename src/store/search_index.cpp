#include "store/search_index.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

#include "base/text.h"
#include "store/connection.h"
#include "store/whole_file.h"

namespace knippe::store {
namespace {

constexpr std::int64_t version = 2;
constexpr std::size_t ranked_max = 1'000;  // to weigh a hit costs 1-2 us
constexpr std::size_t turned_from = 6;     // characters: the shortest compound whose end is found

constexpr const char* tables =
    "CREATE TABLE room(number INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, seq INTEGER NOT NULL);"
    "CREATE TABLE text(id INTEGER PRIMARY KEY, room INTEGER NOT NULL, digest INTEGER NOT NULL);"
    "CREATE INDEX text_of_room ON text(room);"
    "CREATE VIRTUAL TABLE word USING fts5(heading, rest, turned, tokenize=\"unicode61 remove_diacritics 0\");"
    "PRAGMA user_version=2;";

/// Open texts have positive numbers, closed ones the same below zero, so that the public's question never touches them.
std::int64_t row_of(std::int64_t room, const SearchIndex::Text& text) {
  const std::int64_t row = room << 29 | std::int64_t{text.kind} << 24 | std::int64_t{text.number};
  return text.open ? row : -row;
}

/// From its last character to its first (valid UTF-8).
std::string turned(std::string_view word) {
  std::string out;
  for (std::size_t end = word.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xc0) == 0x80) --begin;
    out += word.substr(begin, end - begin);
    end = begin;
  }
  return out;
}

/// The longer stems turned around: what a word ends with is then what it begins with.
std::string turned_stems(const SearchIndex::Stems& stems) {
  std::string out;
  for (const std::string_view part : {std::string_view(stems.heading), std::string_view(stems.rest)})
    for (const auto range : std::views::split(part, ' '))
      if (const std::string_view stem(range.begin(), range.end()); length(stem) >= turned_from) out.append(out.empty() ? "" : " ").append(turned(stem));
  return out;
}

std::string expression_of(const SearchWords& words) {
  std::string all;
  for (const auto& any : words) {
    std::string whole, ends;
    for (const SearchTerm& term : any) {
      whole.append(whole.empty() ? "\"" : " OR \"").append(term.stem).append(term.compounds ? "\"*" : "\"");
      if (term.compounds) ends.append(ends.empty() ? "\"" : " OR \"").append(turned(term.stem)).append("\"*");
    }
    all.append(all.empty() ? "({heading rest} : (" : " AND ({heading rest} : (").append(whole);
    all.append(ends.empty() ? "))" : ") OR turned : (" + ends + "))");
  }
  return all;
}

/// Bytes of a word: letters and digits; what is not ASCII has been through a lower-caser.
bool is_plain(const SearchTerm& term) {
  return !term.stem.empty() && std::ranges::none_of(term.stem, [](char c) { return static_cast<unsigned char>(c) < '0' || c == '"'; });
}

}  // namespace

SearchIndex::SearchIndex(std::filesystem::path file) : file_(std::move(file)) {}
SearchIndex::~SearchIndex() = default;

Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const std::filesystem::path& file) {
  std::unique_ptr<SearchIndex> index(new SearchIndex(file));
  if (index->connect()) return index;
  index->reader_.reset();
  index->writer_.reset();
  TRY_STATUS(index->make());
  return index;
}

Status SearchIndex::connect() {
  std::error_code error;
  if (!std::filesystem::exists(file_, error)) return fail(ErrorKind::not_found, "store.failed");
  writer_ = TRY(Connection::open(file_, Connection::Use::projection));
  auto found = writer_->run("PRAGMA user_version");
  const bool ours = found.next() && found.number(0) == version;
  TRY_STATUS(found.end());
  if (!ours) return fail(ErrorKind::internal, "store.failed");
  auto whole = writer_->run("PRAGMA quick_check(1)");
  if (!whole.next() || whole.text(0) != "ok") return fail(ErrorKind::internal, "store.damaged");
  TRY_STATUS(whole.end());
  reader_ = TRY(Connection::open(file_, Connection::Use::read));
  return {};
}

Status SearchIndex::make() {
  std::error_code error;
  for (const char* rest : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + rest, error);
  TRY_STATUS(write_private_file(file_, {}));
  writer_ = TRY(Connection::open(file_, Connection::Use::projection));
  TRY_STATUS(writer_->script(tables));
  reader_ = TRY(Connection::open(file_, Connection::Use::read));
  return {};
}

template <class Work>
Status SearchIndex::transaction(const Work& work) {
  TRY_STATUS(writer_->execute("BEGIN IMMEDIATE"));
  Status done = work();
  if (done) done = writer_->execute("COMMIT");
  if (!done) (void)writer_->execute("ROLLBACK");
  return done;
}

Result<std::vector<std::pair<RoomId, Seq>>> SearchIndex::known() {
  const std::scoped_lock lock(reading_);
  std::vector<std::pair<RoomId, Seq>> rooms;
  auto found = reader_->run("SELECT id, seq FROM room");
  while (found.next()) rooms.emplace_back(found.id<RoomId>(0), found.id<Seq>(1));
  TRY_STATUS(found.end());
  return rooms;
}

Result<std::int64_t> SearchIndex::number_of(RoomId room, bool make) {
  if (make) TRY_STATUS(writer_->execute("INSERT OR IGNORE INTO room(id, seq) VALUES(?, 0)", room));
  auto found = writer_->run("SELECT number FROM room WHERE id = ?", room);
  const std::int64_t number = found.next() ? found.number(0) : 0;
  TRY_STATUS(found.end());
  return number;
}

Status SearchIndex::put(RoomId room, Seq seq, std::span<const Text> texts, const std::function<Stems(std::size_t)>& stems, bool& lost) {
  const std::int64_t number = TRY(number_of(room, true));
  std::unordered_map<std::int64_t, std::int64_t> there;
  {
    auto found = writer_->run("SELECT id, digest FROM text WHERE room = ?", number);
    while (found.next()) there.emplace(found.number(0), found.number(1));
    TRY_STATUS(found.end());
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::int64_t row = row_of(number, texts[i]);
    const auto known = there.find(row);
    const bool same = known != there.end() && known->second == texts[i].digest;
    if (known != there.end() && !same) {
      TRY_STATUS(writer_->execute("DELETE FROM word WHERE rowid = ?", row));
      left_behind_ = true;
    }
    if (known != there.end()) there.erase(known);
    if (same) continue;
    const Stems words = stems(i);
    TRY_STATUS(writer_->execute("INSERT INTO word(rowid, heading, rest, turned) VALUES(?, ?, ?, ?)", row, words.heading, words.rest, turned_stems(words)));
    TRY_STATUS(writer_->execute("INSERT OR REPLACE INTO text VALUES(?, ?, ?)", row, number, texts[i].digest));
  }
  for (const auto& [row, digest] : there) {
    TRY_STATUS(writer_->execute("DELETE FROM word WHERE rowid = ?", row));
    TRY_STATUS(writer_->execute("DELETE FROM text WHERE id = ?", row));
  }
  lost = !there.empty();
  return writer_->execute("UPDATE room SET seq = ? WHERE number = ?", seq, number);
}

Status SearchIndex::take(RoomId room, Seq seq, std::span<const Text> texts, const std::function<Stems(std::size_t)>& stems) {
  const std::scoped_lock lock(writing_);
  bool lost = false;
  TRY_STATUS(transaction([&] { return put(room, seq, texts, stems, lost); }));
  return lost ? merge() : Status{};
}

Status SearchIndex::forget(RoomId room) {
  const std::scoped_lock lock(writing_);
  if (TRY(number_of(room, false)) == 0) return {};
  bool lost = false;
  TRY_STATUS(transaction([&]() -> Status {
    TRY_STATUS(put(room, Seq{}, {}, {}, lost));
    return writer_->execute("DELETE FROM room WHERE id = ?", room);
  }));
  return merge();
}

Status SearchIndex::purge() {
  const std::scoped_lock lock(writing_);
  return left_behind_ ? merge() : Status{};
}

/// With nobody reading, so that the write-ahead log can be emptied.
Status SearchIndex::merge() {
  left_behind_ = true;
  TRY_STATUS(writer_->execute("INSERT INTO word(word) VALUES('optimize')"));
  const std::scoped_lock lock(reading_);
  auto emptied = writer_->run("PRAGMA wal_checkpoint(TRUNCATE)");
  const bool all = emptied.next() && emptied.number(0) == 0;
  TRY_STATUS(emptied.end());
  if (!all) return fail(ErrorKind::unavailable, "store.failed", "the index is being read");
  left_behind_ = false;
  return {};
}

Result<std::vector<std::int64_t>> SearchIndex::rows(const char* sql, const std::string& expression, std::int64_t from) {
  std::vector<std::int64_t> found;
  auto statement = reader_->run(sql, expression, from, static_cast<std::int64_t>(hits_max + 1));
  while (statement.next()) found.push_back(statement.number(0));
  TRY_STATUS(statement.end());
  return found;
}

Result<SearchIndex::Hits> SearchIndex::find(const SearchWords& words, bool open_only) {
  if (words.empty() || !std::ranges::all_of(words, [](const auto& any) { return !any.empty() && std::ranges::all_of(any, is_plain); })) return Hits{};
  const std::string expression = expression_of(words);
  const std::int64_t from = open_only ? 0 : INT64_MIN;
  const std::scoped_lock lock(reading_);
  auto found = TRY(rows("SELECT rowid FROM word WHERE word MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?", expression, from));
  if (found.size() <= ranked_max)
    found = TRY(rows("SELECT rowid FROM word WHERE word MATCH ? AND rowid >= ? ORDER BY bm25(word, 3.0, 1.0, 0.5) LIMIT ?", expression, from));
  std::unordered_map<std::int64_t, RoomId> rooms;
  auto listed = reader_->run("SELECT number, id FROM room");
  while (listed.next()) rooms.emplace(listed.number(0), listed.id<RoomId>(1));
  TRY_STATUS(listed.end());
  Hits hits{{}, found.size() > hits_max};
  for (const std::int64_t row : found) {
    const std::int64_t place = row < 0 ? -row : row;
    const auto room = rooms.find(place >> 29);
    if (room != rooms.end() && hits.hits.size() < hits_max)
      hits.hits.push_back({room->second, static_cast<std::uint32_t>(place >> 24 & 31), static_cast<std::uint32_t>(place & 0xffffff), row > 0});
  }
  return hits;
}

}  // namespace knippe::store
